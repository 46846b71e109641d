/** A stretch of a table between two bars, without blanks; offsets are of the table's text. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A name and its value: the cells of a row of two, or a column's head and a cell below. */
export interface Field {
  readonly label: Cell;
  readonly value: Cell;
  /** All cells of the row, where the label is the head of a column. */
  readonly row?: readonly Cell[];
  /** … and the head of its first column. */
  readonly head?: Cell;
}

/**
 * The fields of a Markdown table whose names are asked for: rows of a table of two columns, and cells under a
 * head.
 */
export function fieldsOf(table: string, isName: (label: Cell) => boolean = () => true): Field[] {
  const lines = rowsOf(table);
  const [head = []] = lines;
  const isRule = (row: readonly Cell[]) => row.every(({ text }) => /^:?-+:?$/.test(text));
  const rows = lines.filter((row) => !isRule(row));
  const body = lines[1] && isRule(lines[1]) ? rows.slice(1) : [];
  const pairs = rows.flatMap((row): Field[] => {
    const [label, value, ...more] = row;
    return label && value && more.length === 0 && isName(label) ? [{ label, value }] : [];
  });
  // A table may have a thousand rows, and one column that is asked for.
  const columns =
    body.length === 0 ? [] : head.flatMap((label, nth) => (isName(label) ? [{ label, nth }] : []));
  return [
    ...pairs,
    ...body.flatMap((row) =>
      row.length !== head.length
        ? []
        : columns.flatMap(({ label, nth }): Field[] =>
            row[nth] === undefined
              ? []
              : [{ label, value: row[nth], row, ...(head[0] ? { head: head[0] } : {}) }],
          ),
    ),
  ];
}

function rowsOf(table: string): Cell[][] {
  let at = 0;
  return table.split('\n').flatMap((line) => {
    const from = at;
    at += line.length + 1;
    const bars = [...line.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
    const cells = bars
      .slice(0, -1)
      .map((bar, nth) => cellOf(line, from, bar + 1, bars[nth + 1] ?? line.length));
    return cells.length === 0 ? [] : [cells];
  });
}

function cellOf(line: string, from: number, start: number, end: number): Cell {
  const whole = line.slice(start, end);
  const text = whole.trim();
  const first = from + start + whole.indexOf(text);
  return { start: first, end: first + text.length, text };
}
