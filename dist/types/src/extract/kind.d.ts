import type { Claim } from '../model/claim.ts';
import type { Repo, RepoKind } from '../model/repo.ts';
/** What the repository is: a Space says `sdk`, a data set's card has keys of its own; everything else is a model. */
export declare function kindOf(claims: readonly Claim[], repo: Pick<Repo, 'files' | 'root'>): RepoKind;
