/** The id of a license's text: GPL-3.0-only, -or-later and GPL-3.0+ share theirs, and the file cannot tell which was meant. */
export declare const textId: (id: string) => string;
/** Whether two licenses have one text. */
export declare const sameText: (one: string, other: string) => boolean;
