import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
import type { Candidate } from './candidate.ts';
import { type Listing } from './statements-upstream.ts';
/** Every claim of the blocks that were picked. */
export declare function statementsIn(source: TextSource, candidates: readonly Candidate[], context: Context): Claim[];
interface Found {
    readonly claims: readonly Claim[];
    readonly listing?: Listing;
}
/** What one block says, and the list that it announces; `listing` is the one of which it is an item. */
export declare function statementsOf(source: TextSource, candidate: Candidate, listing: Listing | undefined, context: Context): Found;
export {};
