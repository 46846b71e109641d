import { dataPart, type DataFile } from './data-source.ts';
import { rowOf, type Row } from './table-rows.ts';

/**
 * By what the rows of a sorted table stand in order: the name behind the slash, then the owner, in lower
 * case. So copies of a model, which keep its name, stand beside it.
 */
export function rowOrder(id: string): string {
  const slash = id.indexOf('/');
  return `${id.slice(slash + 1)}/${id.slice(0, Math.max(slash, 0))}`.toLowerCase();
}

/** More than a line has letters, which the build of the data checks. */
export const LONGEST_LINE = 2000;
/** What is read at once, in bytes. */
const STRETCH = 2 * LONGEST_LINE;
/** More than a table has bytes: where it ends need not be known, for behind its end there is nothing. */
const END = 2 ** 26;

/** A table that is searched where it lies: a look-up reads a few kilobytes, however many rows there are. */
export interface SortedTable {
  /** The row of an id, whatever its case. */
  row(id: string): Row | undefined;
  /** Every row whose id has this name behind the slash. */
  named(name: string): readonly Row[];
}

/** Reads a table in ASCII whose rows stand in `rowOrder`, header first. */
export function sortedTable(file: DataFile): SortedTable {
  let keys: readonly string[] | undefined;
  const rowIn = (line: string): Row => {
    keys ??= (dataPart(file, 0, LONGEST_LINE).split('\n', 1)[0] ?? '').split('\t');
    return rowOf(keys, line);
  };
  return {
    row(id) {
      const [line] = linesFrom(file, rowOrder(id), (key, wanted) => key === wanted);
      return line === undefined ? undefined : rowIn(line);
    },
    named: (name) =>
      linesFrom(file, `${name.toLowerCase()}/`, (key, wanted) => key.startsWith(wanted)).map(rowIn),
  };
}

const idIn = (line: string) => line.slice(0, Math.max(line.indexOf('\t'), 0));

/** The lines, from the first one that is not before `wanted`, as long as their keys are the ones meant. */
function linesFrom(
  file: DataFile,
  wanted: string,
  meant: (key: string, wanted: string) => boolean,
): readonly string[] {
  const found: string[] = [];
  let from = before(file, wanted);
  for (;;) {
    const text = dataPart(file, from, from + STRETCH);
    const end = text.lastIndexOf('\n');
    if (end < 0) return found;
    for (const line of text.slice(0, end).split('\n')) {
      const id = idIn(line);
      if (from === 0 && id === 'id') continue;
      const key = rowOrder(id);
      if (meant(key, wanted)) found.push(line);
      else if (key > wanted) return found;
    }
    from += end + 1;
  }
}

/** Where a line before `wanted`, or the header, begins: at most a stretch before the first that is not. */
function before(file: DataFile, wanted: string): number {
  let [low, high] = [0, END];
  while (high - low > STRETCH) {
    const middle = Math.floor((low + high) / 2);
    const text = dataPart(file, middle, middle + STRETCH);
    const start = text.indexOf('\n') + 1;
    const tab = text.indexOf('\t', start);
    if (start > 0 && tab >= 0 && rowOrder(text.slice(start, tab)) < wanted) low = middle + start;
    else high = middle;
  }
  return low;
}
