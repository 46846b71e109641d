/** Rows of a tab-separated table with a header line; absent cells are empty strings. */
export declare function rowsOf(text: string): Generator<Readonly<Record<string, string>>>;
