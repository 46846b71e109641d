import type { Policy } from '../../config/config.ts';
import type { Catalogue } from '../../data/catalogue.ts';
import type { Claim, ClaimKind, ClaimOf } from '../../model/claim.ts';
import type { Ancestor, Resolution } from '../../model/lineage.ts';
import type { Repo, RepoKind, RepoName } from '../../model/repo.ts';
import type { Source } from '../../model/source.ts';
import type { ProviderTerms } from './terms/training-data.ts';

/** What was read of a repository and resolved for it: all that facts are computed from. */
export interface Material {
  readonly repo: Repo;
  readonly name: RepoName;
  readonly kind: RepoKind;
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly ancestors: readonly Ancestor[];
  readonly catalogue: Catalogue;
  /** What is known of the data sets that the claims name, by lower-case id. */
  readonly data: ReadonlyMap<string, Resolution>;
  readonly providers: ReadonlyMap<string, ProviderTerms>;
  readonly policy: Policy;
  /** ISO 8601; empty where nobody says. */
  readonly today: string;
}

/** The claims of one kind, in file order. */
export function claimsOf<K extends ClaimKind>(claims: readonly Claim[], kind: K): readonly ClaimOf<K>[] {
  return claims.filter((claim): claim is ClaimOf<K> => claim.kind === kind);
}
