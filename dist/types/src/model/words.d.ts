/** One way of saying something: an expression for text in lower case, and its stems, lists of each of which every match holds a word. */
export type Way = readonly [expression: string, ...stems: readonly (readonly string[])[]];
/** Where words stand in a text, and as it spells them. */
export interface Hit {
    readonly index: number;
    readonly text: string;
}
/** The engine takes long to prepare for all of Unicode: only where a class asks for it. */
export declare const made: (source: string, flags: string) => RegExp;
/**
 * Ways to say one thing. Matches as one expression of all would, the leftmost and of those the first, whatever the case; but
 * each way is compiled for texts alone that hold its stems, since one expression of all takes longer to compile than a card to
 * read.
 */
export declare class Words {
    #private;
    constructor(ways: readonly Way[], around?: (way: string) => string);
    /** False only where a text, in lower case, says it in no way. */
    mayStandIn(lower: string): boolean;
    test(text: string): boolean;
    find(text: string): Hit | undefined;
    /** All, one behind the other. */
    all(text: string): Hit[];
}
