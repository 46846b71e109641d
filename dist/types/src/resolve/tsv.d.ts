/** A row of a tab-separated table; absent cells are empty strings. */
export type Row = Readonly<Record<string, string>>;
/** The rows of a table with a header line. */
export declare function rowsOf(text: string): Row[];
/**
 * Finds the row whose first cell is one of several names, whatever their case. The table is searched as it stands, since a run
 * asks for a handful of its hundreds of rows.
 */
export declare function rowFinder(text: string): (names: readonly string[]) => Row | undefined;
