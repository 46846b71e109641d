/** A stretch of Markdown between blank lines, as a cheap line scan sees it. */
export interface Block {
    readonly kind: 'heading' | 'text' | 'fence' | 'table' | 'quote' | 'comment';
    readonly start: number;
    readonly end: number;
    /** For a fence: its info string, and where its content lies. */
    readonly info?: string;
    readonly inner?: {
        readonly start: number;
        readonly end: number;
    };
    /** The heading's text, for a heading. */
    readonly title?: string;
}
/**
 * Splits a card's text into blocks, in one pass over its lines. It knows fences, HTML comments, headings, quotes and tables;
 * all else is text. Only blocks that can hold a claim are parsed as Markdown afterwards.
 */
export declare function blocksOf(whole: string, from?: number): Block[];
/** Whether a text begins as an item of a list. */
export declare function isItem(text: string): boolean;
