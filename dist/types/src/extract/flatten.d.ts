import type { Nodes } from 'mdast';
/** A link or image of a flattened block. Offsets are of the flat text. */
export interface Link {
    readonly from: number;
    readonly to: number;
    readonly url: string;
    readonly image: boolean;
}
/** A block as a reader sees it: one line of text, with the way back to the source. */
export interface Flat {
    readonly text: string;
    readonly links: readonly Link[];
    /** Where a stretch of the flat text stands in the source, its end excluded. */
    span(from: number, to: number): {
        readonly start: number;
        readonly end: number;
    };
}
/** Parses one block of Markdown and flattens it. `base` is the block's offset in the source. Soft line breaks become spaces. */
export declare function flatten(markdown: string, base: number, tree?: Nodes): Flat;
