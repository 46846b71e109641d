import { describe, expect, test } from 'vitest';
import { candidatesFor, lookUp } from '../../../../src/core/license/texts/rank-candidates.ts';
import { wordsOf } from '../../../../src/core/license/texts/normalize-text.ts';
import { gramAt, isSampled } from '../../../../src/core/license/texts/fingerprint.ts';
import { loadIndex, type TextIndex } from '../../../../src/core/license/texts/text-index.ts';

/** What an index says of its texts; of grams, which are their own numbers, whose each is. */
interface Shape {
  readonly sizes: readonly number[];
  /** For each gram the text that holds it, or a set of texts. */
  readonly holders: readonly (number | readonly number[])[];
  readonly shift?: number;
  readonly marks?: readonly number[];
}

function indexOf({ sizes, holders, shift = 0, marks = [] }: Shape): TextIndex {
  const sets = holders.filter((holder) => typeof holder !== 'number');
  const starts = sets.map((_, nth) => sets.slice(0, nth).flat().length);
  return {
    ids: sizes.map((_, at) => `t${at}`),
    shift: new Uint8Array(sizes.length).fill(shift),
    size: Uint16Array.from(sizes),
    marks: Uint16Array.from(sizes, (_, at) => marks[at] ?? 0),
    grams: Uint32Array.from(holders, (_, at) => at),
    holders: Uint16Array.from(holders, (holder) =>
      typeof holder === 'number' ? holder : sizes.length + sets.indexOf(holder),
    ),
    setStart: Uint32Array.from([...starts, sets.flat().length]),
    setTexts: Uint16Array.from(sets.flat()),
    windows: {
      text: new Uint16Array(0),
      length: new Uint32Array(0),
      first: new Uint32Array(0),
      hash1: new Uint32Array(0),
      hash2: new Uint32Array(0),
    },
    buckets: new Uint32Array(0),
  };
}

/** The candidates where these grams of the index stand in a text, one a word; -1 is none of the index. */
function candidates(index: TextIndex, met: readonly number[], floor = 0, taken: readonly number[] = []) {
  const looked = {
    words: wordsOf(''),
    grams: Uint32Array.from(met, (gram) => Math.max(gram, 0)),
    found: Int32Array.from(met),
  };
  const free = new Uint8Array(met.length + 3).fill(1);
  for (const at of taken) free[at] = 0;
  return candidatesFor(looked, free, index, floor);
}

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);
const none = (count: number) => Array<number>(count).fill(-1);

/** Texts of so many grams, none shared, of which the first `shared` of each stand in what is looked up. */
function ranked(texts: readonly (readonly [size: number, shared: number])[], floor = 0) {
  const index = indexOf({
    sizes: texts.map(([size]) => size),
    holders: texts.flatMap(([size], at) => Array<number>(size).fill(at)),
  });
  let start = 0;
  const met = texts.flatMap(([size, shared]) => {
    const own = numbers(shared, start);
    start += size;
    return own;
  });
  return candidates(index, met, floor).map(({ text }) => text);
}

/** One text of so many grams, as far as it is found where these stand. */
const oneOf = (size: number, met: readonly number[], floor = 0, taken: readonly number[] = []) =>
  candidates(indexOf({ sizes: [size], holders: Array<number>(size).fill(0) }), met, floor, taken)[0];

test('a text has as many grams as three words begin', () => {
  const grams = (text: string) => lookUp(wordsOf(text), loadIndex()).grams.length;
  expect(['', 'one two', 'one two three', 'one two three four'].map(grams)).toEqual([0, 0, 1, 2]);
  const words = wordsOf('one two three four');
  expect([...lookUp(words, loadIndex()).grams]).toEqual([gramAt(words.hashes, 0), gramAt(words.hashes, 1)]);
});

describe('what a text shares', () => {
  test('is counted once for each gram, up to the end of the last, less what it lacks', () => {
    expect(oneOf(100, [...numbers(80), ...numbers(10)])).toEqual({
      text: 0,
      segments: [[0, 92]],
      hits: 80,
      score: 0.8,
      net: 60,
    });
  });

  test('does not count where the words are taken', () => {
    expect(oneOf(100, numbers(80), 0, numbers(10))).toMatchObject({ hits: 70, segments: [[10, 82]] });
  });

  test('is one stretch where eighty words or fewer lie between, and two where more do', () => {
    const apart = (words: number) =>
      oneOf(100, [...numbers(50), ...none(words + 2), ...numbers(40, 50)])?.segments;
    expect(apart(80)).toEqual([[0, 174]]);
    expect(apart(81)).toEqual([
      [0, 52],
      [133, 175],
    ]);
  });

  test('in another place counts where it is a twentieth of the text, and three grams', () => {
    const second = (size: number, count: number) =>
      oneOf(size, [...numbers(size - 20), ...none(100), ...numbers(count, size - 20)])?.hits;
    expect([second(100, 4), second(100, 5)]).toEqual([80, 85]);
    expect([second(60, 2), second(60, 3)]).toEqual([40, 43]);
  });

  test('in another place counts no more where it stands twice', () => {
    expect(oneOf(100, [...numbers(80), ...none(100), ...numbers(40)])).toMatchObject({
      hits: 80,
      segments: [[0, 82]],
    });
    expect(oneOf(100, [...numbers(80), ...none(100), ...numbers(10, 74)])).toMatchObject({ hits: 80 });
    expect(oneOf(100, [...numbers(80), ...none(100), ...numbers(10, 75)])).toMatchObject({ hits: 85 });
  });

  test('is told in the order of the words, most of it first or not', () => {
    expect(oneOf(100, [...numbers(20), ...none(100), ...numbers(60, 20)])?.segments).toEqual([
      [0, 22],
      [120, 182],
    ]);
  });

  test('counts in thirty-two places', () => {
    const places = numbers(33).flatMap((place) => [...numbers(3, place * 3), ...none(100)]);
    const index = indexOf({ sizes: [60], holders: Array<number>(99).fill(0) });
    expect(candidates(index, places)[0]).toMatchObject({ hits: 96 });
  });

  test('may be what several texts share', () => {
    const shared = [0, 1] as const;
    const index = indexOf({
      sizes: [100, 100, 100],
      holders: [...Array<typeof shared>(70).fill(shared), ...Array<number>(30).fill(0)],
    });
    const found = candidates(index, numbers(80));
    expect(found.map(({ text, hits, net }) => [text, hits, net])).toEqual([
      [0, 80, 60],
      [1, 70, 40],
    ]);
  });

  test('of a large text is its sampled grams, and the others mark it', () => {
    const index = indexOf({ sizes: [40], holders: Array<number>(160).fill(0), shift: 2, marks: [5] });
    const sampled = numbers(160).filter((gram) => isSampled(gram, 2));
    const marking = numbers(160).filter((gram) => !isSampled(gram, 2));
    const [found] = candidates(index, [...sampled, ...marking.slice(0, 4)]);
    expect(found).toMatchObject({ hits: sampled.length, net: ((2 * sampled.length - 40) << 2) + 8 - 5 });
  });

  test('counts for the floor where it lies together', () => {
    const apart = [...numbers(40), ...none(100), ...numbers(4, 40), ...none(100), ...numbers(6, 44)];
    expect(oneOf(100, apart, 0.46)).toMatchObject({ hits: 46 });
    expect(oneOf(100, apart, 0.47)).toBeUndefined();
  });
});

describe('which texts are candidates at all', () => {
  test('a text of fewer than eight grams is none, however much of it is there', () => {
    expect(ranked([[8, 8]])).toEqual([0]);
    expect(ranked([[7, 7]])).toEqual([]);
  });

  test('a text of fewer than sixty must be there with six of ten', () => {
    expect(ranked([[50, 30]])).toEqual([0]);
    expect(ranked([[50, 29]])).toEqual([]);
    expect(ranked([[59, 35]])).toEqual([]);
    expect(ranked([[60, 35]])).toEqual([0]);
  });

  test('the floor that was asked for counts', () => {
    expect(ranked([[100, 50]], 0.5)).toEqual([0]);
    expect(ranked([[100, 49]], 0.5)).toEqual([]);
  });

  test('eight are looked at more closely, and no ninth', () => {
    expect(ranked(Array.from({ length: 9 }, (_, at) => [100, 80 - at] as const))).toHaveLength(8);
  });
});

describe('which comes first', () => {
  test('what explains most words less those that it lacks', () => {
    expect(
      ranked([
        [100, 80],
        [120, 95],
      ]),
    ).toEqual([1, 0]);
    expect(
      ranked([
        [120, 85],
        [100, 80],
      ]),
    ).toEqual([1, 0]);
  });

  test('a text that is all there goes before a longer one that is there in part', () => {
    expect(
      ranked([
        [400, 300],
        [120, 115],
      ])[0],
    ).toBe(1);
  });

  test('but not where nine of ten are not there, or it explains less than half', () => {
    expect(
      ranked([
        [400, 299],
        [125, 112],
      ])[0],
    ).toBe(0);
    expect(
      ranked([
        [400, 300],
        [120, 107],
      ])[0],
    ).toBe(0);
    expect(
      ranked([
        [400, 300],
        [100, 99],
      ])[0],
    ).toBe(0);
    expect(
      ranked([
        [400, 300],
        [102, 101],
      ])[0],
    ).toBe(1);
  });
});
