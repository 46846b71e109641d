/** Words into lines of at most `width` columns. A longer word (an address) stands alone, but writing without spaces is cut. */
export declare function wrap(text: string, width: number): string[];
/**
 * Untrusted text as it may be shown: characters that steer a terminal, turn the reading direction, break lines or hide become
 * replacement signs, tabs one space. Every UTF-16 code unit stays one, so that columns still point at the same character.
 */
export declare function printable(text: string): string;
