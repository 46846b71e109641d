/** Lower case, with one blank wherever blanks, dashes or underscores part words: how names are compared that are written in several ways. */
export declare const spaced: (text: string) => string;
/** Letters and digits alone, in lower case: whether two names are one, whatever stands between their parts. */
export declare const squeezed: (text: string) => string;
