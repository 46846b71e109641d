import type { Claim, ClaimOf } from '../model/claim.ts';
import { type Confidence } from '../model/confidence.ts';
import type { Ancestor, Relation } from '../model/lineage.ts';
type UpstreamClaim = ClaimOf<'upstream'>;
/** Where card and files part: in the model that they name, or in how the weights come from it. */
export type Contradiction = {
    readonly is: 'model';
    readonly claim: UpstreamClaim;
    readonly other: UpstreamClaim;
    readonly confidence: Confidence;
} | {
    readonly is: 'relation';
    readonly claim: UpstreamClaim;
    readonly at: Claim;
    readonly tells: Relation;
    readonly confidence: Confidence;
}
/** The declared relation leaves a trace in the files, and there is none. */
 | {
    readonly is: 'untold';
    readonly claim: UpstreamClaim;
    readonly file: string;
} | {
    readonly is: 'lone-merge';
    readonly claim: UpstreamClaim;
};
export interface Setting {
    readonly claims: readonly Claim[];
    readonly ancestors: readonly Ancestor[];
    readonly files: readonly string[];
    /** False where only a card is at hand: absent files then say nothing. */
    readonly complete: boolean;
    /** The Hub owner of this repository, where known. */
    readonly owner: string | undefined;
}
/** Where files contradict what the front matter declares, at most one of each kind for each upstream and file. */
export declare function contradictionsOf(setting: Setting): Contradiction[];
export {};
