/**
 * Where a fact was read: a stretch of text (offsets in UTF-16 code units, end exclusive), or a key in a file
 * without lines (a GGUF header). Lines and columns are arithmetic that only the report does.
 */
export type Place =
  | { readonly file: string; readonly start: number; readonly end: number }
  | { readonly file: string; readonly key: string };

/** A change of text: `[start, end)` of `file` becomes `text`. Offsets are of the file as it was read. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
