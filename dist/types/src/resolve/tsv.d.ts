/** A row of a tab-separated table; absent cells are empty strings. */
export type Row = Readonly<Record<string, string>>;
/** The rows of a table with a header line. */
export declare function rowsOf(text: string): Row[];
/** Rows by the first cell, as `keyOf` writes it; the last one of a key counts. Only the rows that are asked for are taken apart. */
export declare function rowsByFirst(text: string, keyOf: (first: string) => string): (key: string) => Row | undefined;
