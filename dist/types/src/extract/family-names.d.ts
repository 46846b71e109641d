/** A model family as prose writes it. */
export interface FamilyName {
    readonly name: string;
    /** Words beside which it is another family, folded. */
    readonly not: readonly string[];
}
/** Where a family is named. */
export interface FamilyHit {
    readonly family: FamilyName;
    readonly from: number;
    readonly to: number;
}
/** What the data's build makes of `data/families.yml` for the reading of prose. */
export interface FamilyNames {
    readonly families: readonly FamilyName[];
    /** Positions in `families`, by spelling without blanks and dashes. */
    readonly spelled: Readonly<Record<string, number>>;
    /** The most words of a spelling. */
    readonly longest: number;
    /** Who publishes the models of a family, in lower case. */
    readonly owners: readonly string[];
}
/** Whether somebody of this name publishes a family's models on the Hub. */
export declare function isOwner(name: string): boolean;
/**
 * Every family that a text names, the longest spelling first at each word. A name stands alone: no letter, slash or dash
 * before it (but `Meta-`), and no version number runs on behind it. Words are looked up, since a pattern of all spellings
 * takes longer to compile than a card to lint.
 */
export declare function familiesIn(text: string): FamilyHit[];
