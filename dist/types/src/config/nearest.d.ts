/** The nearest of several words, for "did you mean". */
export declare function nearest(word: string, words: readonly string[]): string | undefined;
/** "Did you mean …?", or undefined where no word is near. */
export declare function didYouMean(word: string, words: readonly string[], prefix?: string): string | undefined;
