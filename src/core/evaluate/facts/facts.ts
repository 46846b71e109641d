import { ownerOf } from '../../data/owners.ts';
import type { ClaimKind, ClaimOf } from '../../model/claim.ts';
import type { RepoKind, RepoName } from '../../model/repo.ts';
import { attributionFacts, type AttributionFacts } from './attribution-facts.ts';
import { codeFacts, type CodeFacts } from './code-facts.ts';
import { computedOnce } from './computed-once.ts';
import { fileFacts, type FileFacts } from './file-facts.ts';
import { licenseFacts, type LicenseFacts } from './license-facts.ts';
import { claimsOf, type Material } from './material.ts';
import { policyFacts, type PolicyFacts } from './policy-facts.ts';
import { trainingDataFacts, type TrainingDataFacts } from './training-data-facts.ts';
import { upstreamFacts, type UpstreamFacts } from './upstream-facts.ts';

/**
 * Everything that a rule may ask of a repository (docs/facts.md). Each fact is computed when it is first
 * asked for, and once; asking has no effect.
 */
export interface Facts {
  /** What kind of repository it is: `model`, `dataset` or `space`. */
  readonly kind: RepoKind;
  /** The repository's name, and where it was taken from. */
  readonly name: RepoName;
  /** The Hub owner of this repository, lower case, where its name is known to be a Hub id. */
  readonly owner: string | undefined;
  /** False where only a card is at hand, so that a file that is absent says nothing. */
  readonly complete: boolean;
  /** Every claim of one kind, in file order. */
  readonly claims: <K extends ClaimKind>(kind: K) => readonly ClaimOf<K>[];
  readonly files: FileFacts;
  readonly license: LicenseFacts;
  readonly upstreams: UpstreamFacts;
  readonly attribution: AttributionFacts;
  readonly code: CodeFacts;
  readonly trainingData: TrainingDataFacts;
  readonly policy: PolicyFacts;
}

/** Gathers what was read into what rules ask. */
export function factsOf(material: Material): Facts {
  const { repo, name, kind, claims } = material;
  const owner = name.from === 'folder' || name.from === 'card' ? undefined : ownerOf(name.value);
  const facts: Facts = computedOnce<Facts>({
    kind: () => kind,
    name: () => name,
    owner: () => owner,
    complete: () => repo.complete,
    claims:
      () =>
      <K extends ClaimKind>(kind: K) =>
        claimsOf(claims, kind),
    files: () => fileFacts(material),
    license: () => licenseFacts(material, owner, () => facts.upstreams),
    upstreams: () => upstreamFacts(material, owner, facts.license),
    attribution: () => attributionFacts(material, owner, facts.upstreams),
    code: () => codeFacts(material, owner),
    trainingData: () => trainingDataFacts(material, facts.license),
    policy: () => policyFacts(material, facts.license, facts.upstreams),
  });
  return facts;
}
