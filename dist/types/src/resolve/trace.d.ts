import type { Catalogue } from '../license/catalogue.ts';
import type { Claim, ClaimOf } from '../model/claim.ts';
import type { Ancestor } from '../model/lineage.ts';
import type { Upstreams } from './upstreams.ts';
type UpstreamClaim = ClaimOf<'upstream'>;
/** Models of one lineage that are followed; whoever merges dozens is far below it. What is beyond is counted. */
export declare const MOST_MODELS = 500;
export interface Lineage {
    readonly ancestors: readonly Ancestor[];
    /** Models that are named and were not followed, since a lineage has a limit. */
    readonly leftOut: ReadonlySet<string>;
    /** The claim by which the first of them is reached. */
    readonly leftOutAt: UpstreamClaim | undefined;
}
/** The ancestors of `lineageOf` alone. */
export declare function trace(claims: readonly Claim[], upstreams: Upstreams, catalogue: Catalogue, self?: string): Promise<Ancestor[]>;
/**
 * Walks every upstream that the claims name, all the way up. One ancestor per model, however many files name it; the
 * shortest way counts, and a circle ends where it closes. A family that only prose names is an ancestor of its own
 * unless a named model already stands for it.
 */
export declare function lineageOf(claims: readonly Claim[], upstreams: Upstreams, catalogue: Catalogue, self?: string): Promise<Lineage>;
export {};
