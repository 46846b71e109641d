import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rowOrder } from '../../src/core/data/sorted-table.ts';
import { rowsOf } from '../../src/core/data/table-rows.ts';

/** Cells of a row by their column. */
export type Cells = Record<string, string>;

/** A table of `data/`: its columns, and its rows in the order of the file. */
export interface TableFile {
  readonly keys: readonly string[];
  readonly rows: Cells[];
}

export function readTable(file: string): TableFile {
  const text = readFileSync(file, 'utf8');
  return {
    keys: text.slice(0, text.indexOf('\n')).split('\t'),
    rows: rowsOf(text).map((row) => ({ ...row })),
  };
}

/** Letters that a table in ASCII has others for, then anything else that is no ASCII as a question mark. */
const inPlainLetters = (text: string) =>
  text
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\u0000-\u007f]/g, '?'); // eslint-disable-line no-control-regex -- all of ASCII

/** A table line; what would break a table is a blank. */
export const lineOf = (keys: readonly string[], row: Cells): string =>
  keys
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .map((key) => inPlainLetters(row[key] ?? '').replace(/[\u0000-\u001f\u007f]+/g, ' '))
    .join('\t');

/** The rows as a look-up needs them: sorted by `rowOrder`. */
export function sortedRows(rows: readonly Cells[]): Cells[] {
  const order = new Map(rows.map((row) => [row, rowOrder(row['id'] ?? '')]));
  const orderOf = (row: Cells) => order.get(row) ?? '';
  return [...rows].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : Number(orderOf(a) > orderOf(b))));
}

export const tableText = ({ keys, rows }: TableFile): string =>
  `${[keys.join('\t'), ...sortedRows(rows).map((row) => lineOf(keys, row))].join('\n')}\n`;

/** Writes a file whole or not at all. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
