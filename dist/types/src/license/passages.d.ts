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
/** Whether works under two licenses can go out as one: one passes to the other, or both to a third. */
export declare function canMeet(one: License, other: License): Way;
