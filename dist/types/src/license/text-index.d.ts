/** A stretch of words by which a text is known letter by letter: the whole, or without title or appendix. */
export interface Windows {
    readonly text: Uint16Array;
    readonly length: Uint32Array;
    readonly first: Uint32Array;
    readonly hash1: Uint32Array;
    readonly hash2: Uint32Array;
}
/**
 * What licet knows of license texts: hashes only. Of each text every 2^`shift`-th gram is kept ("sampled"), and beside
 * them "marks": grams that tell it from a text much like it. Format: see `scripts/build-index.ts`.
 */
export interface TextIndex {
    /** License ids; `spdx:X` for an SPDX text that is no license file of ours, `policy:`, `terms:`, `text:` and `frame:` for others. */
    readonly ids: readonly string[];
    readonly shift: Uint8Array;
    /** How many sampled grams a text has. */
    readonly size: Uint16Array;
    readonly marks: Uint16Array;
    readonly grams: Uint32Array;
    /** For each gram the set of texts that hold it: a text's number, or beyond those the number of a set. */
    readonly holders: Uint16Array;
    readonly setStart: Uint32Array;
    readonly setTexts: Uint16Array;
    readonly windows: Windows;
    /** Where the grams with given upper bits begin, as far as was asked. */
    readonly buckets: Uint32Array;
}
export declare const MAGIC = 826885708;
/** The index that licet ships, loaded once per process. */
export declare function loadIndex(): TextIndex;
/** Reads the file's format; throws where it is not one (a broken installation). */
export declare function parseIndex(bytes: Uint8Array): TextIndex;
/** The number of a gram in the index, or -1. */
export declare function findGram(index: TextIndex, gram: number): number;
