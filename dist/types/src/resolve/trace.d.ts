import type { Catalogue } from '../license/catalogue.ts';
import type { Claim } from '../model/claim.ts';
import type { Ancestor } from '../model/lineage.ts';
import type { Upstreams } from './upstreams.ts';
/**
 * Walks every upstream that the claims name, all the way up. One ancestor per model, however many files name it; the
 * shortest way counts, and a circle ends where it closes. A family that only prose names is an ancestor of its own
 * unless a named model already stands for it.
 */
export declare function trace(claims: readonly Claim[], upstreams: Upstreams, catalogue: Catalogue, self?: string): Promise<Ancestor[]>;
