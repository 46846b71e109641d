/** Rows of a tab-separated table with a header line; absent cells are empty strings. */
export function* rowsOf(text: string): Generator<Readonly<Record<string, string>>> {
  const [header = '', ...lines] = text.split('\n');
  const keys = header.split('\t');
  for (const line of lines) {
    if (line === '') continue;
    const cells = line.split('\t');
    yield Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']));
  }
}
