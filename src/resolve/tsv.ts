/** A row of a tab-separated table; absent cells are empty strings. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a table with a header line. */
export function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.split('\n');
  const keys = header.split('\t');
  return lines.flatMap((line) => (line === '' ? [] : [rowOf(keys, line)]));
}

/** Rows by the first cell, as `keyOf` writes it; the last one of a key counts. Only the rows that are asked for are taken apart. */
export function rowsByFirst(text: string, keyOf: (first: string) => string): (key: string) => Row | undefined {
  const [header = '', ...lines] = text.split('\n');
  const keys = header.split('\t');
  const byKey = new Map(lines.flatMap((line) => (line === '' ? [] : [[keyOf(line.slice(0, line.indexOf('\t'))), line] as const])));
  return (key) => {
    const line = byKey.get(keyOf(key));
    return line === undefined ? undefined : rowOf(keys, line);
  };
}

function rowOf(keys: readonly string[], line: string): Row {
  const cells = line.split('\t');
  return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']));
}
