import { dataBegins, dataPart, type DataFile } from './data-source.ts';
import { rowOf, type Row } from './table-rows.ts';
import { kept, ownText } from '../text/kept.ts';

/**
 * By what the rows of a sorted table stand in order: the name behind the slash, then the owner, in lower
 * case. So copies of a model, which keep its name, stand beside it.
 */
export function rowOrder(id: string): string {
  const slash = id.indexOf('/');
  return `${id.slice(slash + 1)}/${id.slice(0, Math.max(slash, 0))}`.toLowerCase();
}

/** Lines in order, header first, that are read in parts: a look-up reads a few stretches, however many. */
export interface SortedLines {
  /** The text between two offsets, in bytes, each of which is a letter; behind the end there is nothing. */
  readonly part: (from: number, to: number) => string;
  /** More than a line has letters. */
  readonly longest: number;
  /** More than there are bytes: where the lines end need not be known. */
  readonly end: number;
  /** By what a line stands in order, of the id in its first cell. */
  readonly order: (id: string) => string;
  /** Where a line begins that stands before a key, close to it, if that is known. */
  readonly begins?: (key: string) => number | undefined;
}

/** More than a line has letters, which the build of the data checks. */
export const LONGEST_LINE = 2000;
/** More than a shipped table has bytes. */
const END = 2 ** 26;

/** A table that is searched where it lies. */
export interface SortedTable {
  /** The row of an id, whatever its case. */
  row(id: string): Row | undefined;
  /** Every row whose id has this name behind the slash. */
  named(name: string): readonly Row[];
}

/** Reads a table in ASCII whose rows stand in `rowOrder`, header first. */
export function sortedTable(file: DataFile): SortedTable {
  let keys: readonly string[] | undefined;
  const part = remembered((from, to) => dataPart(file, from, to));
  const begins = (key: string) => dataBegins(file, key);
  const lines: SortedLines = { part, longest: LONGEST_LINE, end: END, order: rowOrder, begins };
  const rowIn = (line: string): Row => {
    keys ??= (part(0, LONGEST_LINE).split('\n', 1)[0] ?? '').split('\t');
    return rowOf(keys, line);
  };
  const rows = kept((id): { readonly row: Row | undefined } => {
    const line = lineOf(lines, id);
    // A row of its own: what was cut from a stretch would keep all of that.
    return { row: line === undefined ? undefined : rowIn(ownText(line)) };
  }, MOST_ASKED);
  return {
    row: (id) => rows(id).row,
    named: (name) =>
      linesFrom(lines, `${name.toLowerCase()}/`, (key, wanted) => key.startsWith(wanted)).map(rowIn),
  };
}

/** Characters of ids whose rows are at hand: a repository's own, which each run of an editor asks for. */
const MOST_ASKED = 40_000;

/** As many stretches of 4,000 bytes take a megabyte. Every search begins with the same ones. */
const MOST_REMEMBERED = 256;

/** Reads a stretch again only after many others. */
function remembered(part: SortedLines['part']): SortedLines['part'] {
  const texts = new Map<string, string>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const text = texts.get(key) ?? part(from, to);
    texts.delete(key);
    texts.set(key, text);
    const [oldest] = texts.size > MOST_REMEMBERED ? texts.keys() : [];
    if (oldest !== undefined) texts.delete(oldest);
    return text;
  };
}

/** The line of an id; undefined where there is none. */
export function lineOf(lines: SortedLines, id: string): string | undefined {
  return linesFrom(lines, lines.order(id), (key, wanted) => key === wanted)[0];
}

const idIn = (line: string) => line.slice(0, Math.max(line.indexOf('\t'), 0));

/** The lines, from the first one that is not before `wanted`, as long as their keys are the ones meant. */
function linesFrom(
  lines: SortedLines,
  wanted: string,
  meant: (key: string, wanted: string) => boolean,
): readonly string[] {
  const { part, order } = lines;
  const stretch = 2 * lines.longest;
  const found: string[] = [];
  let from = lines.begins?.(wanted) ?? before(lines, stretch, wanted);
  for (;;) {
    const text = part(from, from + stretch);
    const end = text.lastIndexOf('\n');
    if (end < 0) return found;
    for (const line of text.slice(0, end).split('\n')) {
      const id = idIn(line);
      if (from === 0 && id === 'id') continue;
      const key = order(id);
      if (meant(key, wanted)) found.push(line);
      else if (key > wanted) return found;
    }
    from += end + 1;
  }
}

/** Where a line before `wanted`, or the header, begins: at most a stretch before the first that is not. */
function before({ part, end, order }: SortedLines, stretch: number, wanted: string): number {
  let [low, high] = [0, end];
  while (high - low > stretch) {
    const middle = Math.floor((low + high) / 2);
    const text = part(middle, middle + stretch);
    const start = text.indexOf('\n') + 1;
    const tab = text.indexOf('\t', start);
    if (start > 0 && tab >= 0 && order(text.slice(start, tab)) < wanted) low = middle + start;
    else high = middle;
  }
  return low;
}
