import type { LineRange } from '../../model/text-match.ts';
import { holderOf, type TextLookup } from './rank-candidates.ts';
import { GRAM, isSampled } from './fingerprint.ts';
import { bindsByItself, hashWord, isCopyrightLine } from './normalize-text.ts';
import { isOperative } from './binding-language.ts';
import type { TextIndex } from './text-index.ts';
import { latePattern } from '../../text/patterns/late-pattern.ts';

export type Segment = readonly [from: number, to: number];

/** The lines within the segments of a text that hold words which the text does not have. */
export function changedLines(
  looked: TextLookup,
  segments: readonly Segment[],
  text: number,
  index: TextIndex,
): readonly number[] {
  const { lines } = looked.words;
  const shift = index.shift[text] ?? 0;
  const holds = holderOf(text, index);
  const changed = new Set<number>();
  for (const [from, to] of segments) {
    let covered = from;
    for (let at = from; at < to; at += 1) {
      const number = looked.found[at] ?? -1;
      const shared = number >= 0 && holds(number);
      if (shift === 0) {
        // Every gram is known, so a word that no shared gram covers is a word that the text does not have
        // here.
        if (shared && at + GRAM > covered) covered = at + GRAM;
        if (at >= covered) changed.add(lines[at] ?? 0);
      } else if (
        !shared &&
        at + GRAM <= to &&
        isSampled(looked.grams[at] ?? 0, shift) &&
        lines[at] === lines[at + GRAM - 1]
      ) {
        // Only a gram within one line says which: one over a line break may fail for what stands on either
        // side.
        changed.add(lines[at] ?? 0);
      }
    }
  }
  return [...changed];
}

/** A copyright statement with its sign or year; the word alone stands in every license. */
const COPYRIGHT = hashWord('copyright');
let signs: ReadonlySet<number> | undefined;
const isSign = (hash: number | undefined) =>
  (signs ??= new Set(
    ['c', 'by', 'yyyy', 'year', ...Array.from({ length: 80 }, (_, year) => String(1970 + year))].map(
      hashWord,
    ),
  )).has(hash ?? 0);
/** How many words behind its first the names and years of a statement reach. */
const HOLDER_WORDS = 24;
const STATEMENT = /copyright ?(?:\(c\)|©|\d{4}|<|\[)|©/i;

/**
 * True where words differ beside copyright lines only: a line break decides whether "Copyright (c) Foo"
 * within a clause is taken for a line to be filled in. Only where every gram of the text is known can that be
 * said of the rest.
 */
export function differsInCopyrightOnly(
  looked: TextLookup,
  segments: readonly Segment[],
  text: number,
  index: TextIndex,
  lines: readonly string[],
): boolean {
  if (index.shift[text] !== 0) return false;
  const holds = holderOf(text, index);
  const { lines: at, hashes } = looked.words;
  let statement = -Infinity;
  return segments.every(([from, to]) => {
    for (let word = from; word + GRAM <= to; word += 1) {
      if (hashes[word + GRAM - 1] === COPYRIGHT && isSign(hashes[word + GRAM])) statement = word + GRAM - 1;
      const number = looked.found[word] ?? -1;
      if (number >= 0 && holds(number)) continue;
      if (hashes.subarray(word, word + GRAM).some(bindsByItself)) return false;
      const [first, last] = [(at[word] ?? 1) - 1, at[word + GRAM - 1] ?? 1];
      // On one line with a statement is not enough: a whole license may stand on it.
      if (last - first === 1 && word - statement > HOLDER_WORDS) return false;
      if (last - first > 6 || !lines.slice(first, last).some((line) => STATEMENT.test(line))) return false;
    }
    return true;
  });
}

/**
 * The lines of the words that no segment holds, and that are no repetition of the texts found (a notice by
 * the appendix), with how many there are.
 */
export function linesOutside(
  looked: TextLookup,
  segments: readonly Segment[],
  texts: readonly number[],
  index: TextIndex,
): ReadonlyMap<number, number> {
  const { words, found } = looked;
  const within = new Uint8Array(words.count);
  for (const [from, to] of segments) within.fill(1, from, to);
  for (const text of texts) {
    const holds = holderOf(text, index);
    found.forEach((number, at) => {
      if (number >= 0 && within[at] === 0 && holds(number)) within.fill(2, at, at + GRAM);
    });
  }
  const outside = new Map<number, number>();
  for (let at = 0; at < words.count; at += 1) {
    const line = words.lines[at] ?? 0;
    if (within[at] === 0) outside.set(line, (outside.get(line) ?? 0) + 1);
  }
  return outside;
}

const TITLE = latePattern(
  () =>
    new RegExp(
      [
        String.raw`licen[sc]e|copyright|©|rights reserved|agreement|\bSPDX\b|creative commons`,
        String.raw`^attribution\b|^\W*cc0`,
        String.raw`^\W*(?:the )?(?:mit|isc|bsd|apache|x11|zlib)[\w .()-]{0,24}$`,
      ].join('|'),
      'i',
    ),
);
const TITLE_WORDS = 14;

/**
 * True for a line outside a license's words that adds nothing to it: its title, a copyright line, one more
 * holder below a copyright line, a line of marks. A word that grants, forbids or binds makes it more than
 * that.
 */
export function isFormatting(line: number, text: readonly string[]): boolean {
  const own = text[line - 1]?.trim() ?? '';
  const words = own.split(/\s+/).length;
  if (words > TITLE_WORDS || own.length > 200 || isOperative(own)) return false;
  if (TITLE().test(own) && !/[;,]$/.test(own)) return true;
  // Further holders stand directly below the first.
  for (let above = line - 1; above > 0 && above > line - 8; above -= 1) {
    const before = text[above - 1]?.trim() ?? '';
    if (before === '') return false;
    if (isCopyrightLine(before)) return true;
  }
  return false;
}

/** Lines as ranges; ranges that only blank or equally counted lines part are one. */
export function rangesOf(lines: readonly number[], text: readonly string[]): readonly LineRange[] {
  const ranges: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = ranges[ranges.length - 1];
    if (last && onlyBlank(text, last[1], line)) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}

function onlyBlank(text: readonly string[], from: number, to: number): boolean {
  for (let line = from + 1; line < to; line += 1) if ((text[line - 1] ?? '').trim() !== '') return false;
  return true;
}
