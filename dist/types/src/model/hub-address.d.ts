/** Whether a text may hold an address of the Hub: cheaper than the expressions that read one. */
export declare function mayLinkToHub(text: string): boolean;
/** What stands behind the Hub's name in an address of the Hub, with or without scheme; undefined for any other text. */
export declare function hubPath(text: string): string | undefined;
