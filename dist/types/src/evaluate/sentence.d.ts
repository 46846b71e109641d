/** Letters and digits in lower case, © as (c), quotes, emphasis, schemes and spacing away: what counts when a required sentence is compared. */
export declare function bare(text: string): string;
/** Whether a sentence has a blank to fill in. */
export declare const hasBlank: (sentence: string) => boolean;
/** Whether a text holds a sentence, wherever lines break and whichever quotes are used; a full stop at its end does not count. "Built with LlamaIndex" does not hold "Built with Llama". */
export declare function holdsSentence(bareText: string, sentence: string, counts?: (start: number, end: number) => boolean): boolean;
/** Whether a text shows a phrase as its own: no tool's name that begins so, and nothing that the words around deny. */
export declare function showsPhrase(bareText: string, phrase: string): boolean;
/** Whether a text holds a phrase somewhere to deny it. */
export declare function deniesPhrase(bareText: string, phrase: string): boolean;
