/** The id of a license's text: GPL-3.0-only and GPL-3.0-or-later share theirs, and the file cannot tell which was meant. */
export declare const textId: (id: string) => string;
