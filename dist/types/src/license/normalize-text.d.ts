/**
 * A text as the hashes of its words, with the line of each. Case, punctuation, quotes, comment marks and line breaks
 * are gone; so are the parts that whoever applies a license fills in: copyright lines, and the holder's name where a
 * disclaimer has it. After the matching guidelines of the SPDX specification, annex B.
 */
export interface Words {
    readonly count: number;
    /** One hash per word. */
    readonly hashes: Uint32Array;
    /** The line of each word, from 1. */
    readonly lines: Uint32Array;
}
/** More than the longest license text ten times over; what comes after is not looked at. */
export declare const MAX_TEXT = 2000000;
/** The hash of one word in lower case, as the scanner makes it. */
export declare function hashWord(word: string): number;
/** Splits a text into hashed words. Linear in its length; looks at the first `MAX_TEXT` code units. */
export declare function wordsOf(raw: string): Words;
/** The lines of a text, as `wordsOf` counts them. */
export declare function linesOf(text: string): readonly string[];
/** Whether a line begins as a copyright statement. */
export declare function isCopyrightLine(line: string): boolean;
/** Whether the word of a hash binds wherever it stands, so that it is no part of a holder's name. */
export declare const bindsByItself: (hash: number) => boolean;
