import type { Catalogue } from './catalogue.ts';
/** True where the Hub reads this value as it stands: lower case, letter by letter. */
export declare function isHubSpelling(raw: string, catalogue: Catalogue): boolean;
/**
 * The Hub's id that a value in another spelling means: by what it identifies as, else by one or two letters' difference
 * from one id alone. `undefined` where that would be a guess: another number, another family, two ids as near.
 */
export declare function suggestHubId(raw: string, catalogue: Catalogue): string | undefined;
/** How a value of `license:` stands to the Hub's list. */
export interface Spelling {
    /** The Hub reads it as it stands. */
    readonly listed: boolean;
    /** The Hub's id that it means. */
    readonly suggestion?: string;
    /** It differs from a listed id by case alone. */
    readonly caseOnly: boolean;
    /** It is a valid SPDX id or expression, though the Hub does not list it. */
    readonly spdx: boolean;
    /** The suggestion names the same text for certain: no word of the value is left out, and a version is told where there are several. */
    readonly sameText: boolean;
    /** For a name that several texts bear: our id of each that the Hub lists, and the Hub's. */
    readonly among: readonly {
        readonly id: string;
        readonly hub: string;
    }[];
}
/** Everything a rule asks of a value's spelling. */
export declare function spellingOf(raw: string, catalogue: Catalogue): Spelling;
