import type { LineRange, TextHit } from '../model/text-match.ts';
/** Words added to a license's text that may restrict what it grants. */
export interface Restriction {
    readonly lines: LineRange;
    /** As they stand, blanks folded; within the license's own words, from where they restrict. */
    readonly words: string;
}
/** The lines of a hit that the license does not have and whose words restrict. `lines` is the text, as the hit counts it. */
export declare function restrictionsOf({ added, lines: own }: TextHit, lines: readonly string[]): Restriction[];
