/** A row of a tab-separated table; absent cells are empty strings. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a table with a header line. */
export function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.split('\n');
  const keys = header.split('\t');
  return lines.flatMap((line) => (line === '' ? [] : [rowOf(keys, line)]));
}

/** A line of a table as a row. */
export function rowOf(keys: readonly string[], line: string): Row {
  const cells = line.split('\t');
  return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']));
}
