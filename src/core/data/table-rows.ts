/** A row of a tab-separated table; absent cells are empty strings. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a table with a header line. */
export function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.split('\n');
  const keys = header.split('\t');
  return lines.flatMap((line) => (line === '' ? [] : [rowOf(keys, line)]));
}

/**
 * Finds the row whose first cell is one of several names, whatever their case. The table is searched as it
 * stands, since a run asks for a handful of its hundreds of rows.
 */
export function rowFinder(text: string): (names: readonly string[]) => Row | undefined {
  const lower = text.toLowerCase();
  const keys = text.slice(0, text.indexOf('\n')).split('\t');
  return (names) => {
    const at = names.map((name) => lower.indexOf(`\n${name.toLowerCase()}\t`)).find((one) => one >= 0);
    if (at === undefined) return undefined;
    const end = text.indexOf('\n', at + 1);
    return rowOf(keys, text.slice(at + 1, end < 0 ? text.length : end));
  };
}

function rowOf(keys: readonly string[], line: string): Row {
  const cells = line.split('\t');
  return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']));
}
