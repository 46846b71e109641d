import type { License, Passage } from '../model/license.ts';
/** Whether a license lets the work go out under another one: `perhaps` where that hangs on a fact its name does not tell. */
export interface Way {
    readonly is: 'open' | 'perhaps' | 'closed';
    /** The clause that opens it. */
    readonly by?: Passage;
}
/**
 * Whether a work under `license` may go out as part of one under `declared`: by a clause of its own, or because `declared`
 * leaves the choice of a version and one of them is `license`, or one to which it passes.
 */
export declare function wayFrom(license: License, declared: License): Way;
/**
 * The same where the whole is to stay under what `license` lets it go to: "or later" leaves every version to the next taker,
 * so the lowest one has to be open. Whether a work that holds parts under one version only may say "or later" is left open.
 */
export declare function wayForWhole(license: License, declared: License): Way;
/** Whether works under two licenses can go out as one: one passes to the other, or both to a third. */
export declare function canMeet(one: License, other: License): Way;
