/**
 * The fingerprint index of license texts, as the bytes of a file.
 *
 * Format, little endian: u32 magic, texts, grams, sets, pool, windows, length of names; u32 grams (sorted);
 * u32 start of each set; u32 windows: length, first gram, two hashes; u16 holder of each gram; u16 texts of
 * sets; u16 text of each window; u16 size and marks of each text; u8 shift of each text; ids, one a line.
 */
import { createHash } from 'node:crypto';
import { gramAt, GRAM, isSampled, stretchesOf } from '../../src/core/license/texts/fingerprint.ts';
import { hashWord, wordsOf, type HashedWords } from '../../src/core/license/texts/normalize-text.ts';
import { MAGIC } from '../../src/core/license/texts/text-index.ts';
import { framesOf, shorterForms, type Held } from './local-texts.ts';

/** Marks the key of a text without its appendix or preamble. */
const SHORTER = ', shorter form';
export const isPart = (key: string): boolean => key.includes(', ');

export interface Text extends Held {
  readonly words: HashedWords;
  /** Different grams, in order. */
  readonly grams: ReadonlySet<number>;
}

/** Texts of up to so many words keep every gram, every second, fourth, eighth. */
const STEPS = [1600, 3000, 6000, 12000];
/** Texts with at least this share of grams in common are siblings: sampled alike, and told apart by marks. */
const SIBLINGS = 0.5;
const MARKS_PER_SIBLING = 40;
const MAX_MARKS = 400;

function gramsOf(words: HashedWords): ReadonlySet<number> {
  const grams = new Set<number>();
  for (let at = 0; at + GRAM <= words.count; at += 1) grams.add(gramAt(words.hashes, at));
  return grams;
}

/**
 * One entry per wording and id; of SPDX ids with one wording, the one of a license file, else the first not
 * deprecated.
 */
function unique(all: readonly Text[]): readonly Text[] {
  const byWording = new Map<string, Text[]>();
  for (const text of all) {
    const key = createHash('sha256').update(text.words.hashes).digest('hex');
    byWording.set(key, [...(byWording.get(key) ?? []), text]);
  }
  return [...byWording.values()]
    .map((same) => [...same].sort((a, b) => a.rank - b.rank || a.id.length - b.id.length)[0])
    .filter((text) => text !== undefined);
}

function siblingsOf(all: readonly Text[]): readonly (readonly number[])[] {
  const holders = new Map<number, number[]>();
  all.forEach(({ grams }, at) => {
    for (const gram of grams) holders.set(gram, [...(holders.get(gram) ?? []), at]);
  });
  return all.map(({ grams }, at) => {
    const shared = new Map<number, number>();
    for (const gram of grams)
      for (const other of holders.get(gram) ?? [])
        if (other !== at) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared]
      .filter(
        ([other, count]) =>
          count >= SIBLINGS * Math.min(grams.size, all[other]?.grams.size ?? 0) && count >= 100,
      )
      .map(([other]) => other);
  });
}

/** Siblings of like length are sampled alike, so that chance falls on both the same way. */
function shiftsOf(all: readonly Text[], near: readonly (readonly number[])[]): readonly number[] {
  const own = all.map(({ words }) => STEPS.filter((step) => words.count > step).length);
  return own.map((shift, at) => {
    const like = (near[at] ?? []).filter(
      (other) =>
        Math.abs((all[other]?.words.count ?? 0) - (all[at]?.words.count ?? 0)) <
        0.4 * (all[at]?.words.count ?? 0),
    );
    return Math.min(shift, ...like.map((other) => own[other] ?? shift));
  });
}

/** Grams that a text has and a sibling has not, beyond those that are sampled anyhow. */
function marksOf(
  text: Text,
  near: readonly number[],
  shift: number,
  texts: readonly Text[],
): ReadonlySet<number> {
  const own = new Set<number>();
  if (shift === 0) return own;
  for (const other of near) {
    const theirs = texts[other]?.grams ?? new Set();
    const apart = [...text.grams]
      .filter((gram) => !theirs.has(gram) && !isSampled(gram, shift))
      .sort((a, b) => a - b);
    for (const gram of apart.slice(0, MARKS_PER_SIBLING)) if (own.size < MAX_MARKS) own.add(gram);
  }
  return own;
}

interface Window {
  readonly text: number;
  readonly from: number;
  readonly length: number;
  readonly key: string;
  readonly first: number;
  readonly hash: readonly [number, number];
}

const END = ['end', 'of', 'terms', 'and', 'conditions'].map(hashWord);
const LEAST_WINDOW = 8;

/** The whole text; without its title lines; without what follows the end of its terms. */
function windowsOf(text: Text, at: number): readonly Window[] {
  const { words } = text;
  const { count, hashes } = words;
  const starts = new Set([0, afterTitle(text)]);
  const ends = new Set([count]);
  for (let from = Math.floor(count * 0.6); from + END.length <= count; from += 1)
    if (END.every((word, ahead) => hashes[from + ahead] === word)) ends.add(from).add(from + END.length);
  const stretches = stretchesOf(words);
  const list: Window[] = [];
  for (const from of starts)
    for (const end of ends) {
      const length = end - from;
      if (length < LEAST_WINDOW || !text.whole) continue;
      const hash = stretches.hash(from, length);
      list.push({
        text: at,
        from,
        length,
        key: `${length}:${hash.join(':')}`,
        first: gramAt(hashes, from),
        hash,
      });
    }
  return list;
}

/**
 * The first word behind the title: behind the leading lines of few words, where most of the text still
 * follows.
 */
function afterTitle({ text, words }: Text): number {
  const lines = text.split('\n');
  for (let at = 0; at < Math.min(words.count, 40); at += 1) {
    const line = lines[(words.lines[at] ?? 1) - 1] ?? '';
    if (line.trim().split(/\s+/).length >= 8)
      return words.count - at >= Math.max(20, words.count * 0.7) ? at : 0;
  }
  return 0;
}

/** The file's bytes for these texts, what it holds of them, and one line that counts it. */
export function indexOf(held: readonly Held[]): {
  readonly bytes: Buffer;
  readonly texts: readonly Text[];
  readonly counts: string;
} {
  const texts = unique(
    held
      .flatMap((one) => [
        one,
        ...shorterForms(one.text).map((text) => ({
          ...one,
          text,
          rank: one.rank + 10,
          key: `${one.key}${SHORTER}`,
        })),
      ])
      .concat(framesOf(held))
      .map((one) => {
        const words = wordsOf(one.text);
        return { ...one, words, grams: gramsOf(words) };
      }),
  );
  const siblings = siblingsOf(texts);
  const shifts = shiftsOf(texts, siblings);
  const marks = texts.map((text, at) => marksOf(text, siblings[at] ?? [], shifts[at] ?? 0, texts));
  const holders = new Map<number, number[]>();
  texts.forEach(({ grams }, at) => {
    for (const gram of grams)
      if (isSampled(gram, shifts[at] ?? 0) || marks[at]?.has(gram))
        holders.set(gram, [...(holders.get(gram) ?? []), at]);
  });
  const grams = [...holders.keys()].sort((a, b) => a - b);
  const sets = new Map<string, number>();
  const setStart = [0];
  const pool: number[] = [];
  const holderOf = grams.map((gram) => {
    const who = holders.get(gram) ?? [];
    if (who.length === 1) return who[0] ?? 0;
    const key = who.join();
    const known = sets.get(key);
    if (known !== undefined) return known;
    const number = texts.length + sets.size;
    sets.set(key, number);
    pool.push(...who);
    setStart.push(pool.length);
    return number;
  });
  if (texts.length + sets.size > 0xffff) throw new Error('more sets than 16 bits can number');
  const windows = kept(texts.flatMap(windowsOf), texts);
  const sampled = texts.map(
    (text, at) => [...text.grams].filter((gram) => isSampled(gram, shifts[at] ?? 0)).length,
  );
  const names = Buffer.from(texts.map(({ id }) => id).join('\n'));
  const u32 = (list: readonly number[]): Buffer => Buffer.from(Uint32Array.from(list).buffer);
  const u16 = (list: readonly number[]): Buffer => Buffer.from(Uint16Array.from(list).buffer);
  const bytes = Buffer.concat([
    u32([MAGIC, texts.length, grams.length, sets.size, pool.length, windows.length, names.length]),
    u32(grams),
    u32(setStart),
    u32(windows.map(({ length }) => length)),
    u32(windows.map(({ first }) => first)),
    u32(windows.map(({ hash }) => hash[0])),
    u32(windows.map(({ hash }) => hash[1])),
    u16(holderOf),
    u16(pool),
    u16(windows.map(({ text }) => text)),
    u16(sampled),
    u16(marks.map(({ size }) => size)),
    Buffer.from(shifts),
    names,
  ]);
  const counts =
    `${texts.length} texts, ${grams.length} grams, ${sets.size} sets, ${pool.length} in sets, ` +
    `${windows.length} windows, ${bytes.length} bytes`;
  return { bytes, texts, counts };
}

/**
 * A window says which text it is only where no other text has it; a whole text goes before a part of another.
 */
function kept(all: readonly Window[], texts: readonly Text[]): readonly Window[] {
  const byKey = new Map<string, Window[]>();
  for (const window of all) byKey.set(window.key, [...(byKey.get(window.key) ?? []), window]);
  return [...byKey.values()].flatMap((same) => {
    const whole = same.filter(({ text, length }) => texts[text]?.words.count === length);
    const one = whole.length > 0 ? whole : same;
    const ids = new Set(one.map(({ text }) => texts[text]?.id));
    return ids.size === 1 && one[0] ? [one[0]] : [];
  });
}
