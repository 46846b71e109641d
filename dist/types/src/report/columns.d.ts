/** How many columns of a terminal one character (code point) takes: 0, 1 or 2. */
export declare function columnsOf(character: string): 0 | 1 | 2;
/** How many columns a text takes; East Asian wide characters and emoji take two. */
export declare function columns(text: string): number;
/** The longest beginning of a text that fits into `room` columns; never half of a surrogate pair. */
export declare function fitting(text: string, room: number): string;
/** The longest end of a text that fits into `room` columns. */
export declare function fittingEnd(text: string, room: number): string;
