/** What a reader of the rendered card sees. */
export interface ShownText {
    readonly text: string;
    /** The offset in the card of an offset in `text`. */
    at(offset: number): number;
}
/**
 * The card's text without front matter, code, comments and tags; alternative texts and the words of badges stay.
 * With `code`, what stands in fences and indented code stays too.
 */
export declare function shownText(text: string, code?: boolean): ShownText;
/** `Built_with-Llama_3.1-blue` is shown as "Built with Llama 3.1"; a doubled sign stands for itself. */
export declare function badgeWords(path: string): string;
