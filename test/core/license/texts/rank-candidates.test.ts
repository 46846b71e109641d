import { describe, expect, test } from 'vitest';
import { candidatesFor, lookUp } from '../../../../src/core/license/texts/rank-candidates.ts';
import { wordsOf } from '../../../../src/core/license/texts/normalize-text.ts';
import type { TextIndex } from '../../../../src/core/license/texts/text-index.ts';

/** Texts of so many grams, none shared, of which the first `shared` of each stand in what is looked up. */
function ranked(texts: readonly (readonly [size: number, shared: number])[], floor = 0) {
  const total = texts.reduce((sum, [size]) => sum + size, 0);
  const index: TextIndex = {
    ids: texts.map((_, at) => `t${at}`),
    shift: new Uint8Array(texts.length),
    size: Uint16Array.from(texts, ([size]) => size),
    marks: new Uint16Array(texts.length),
    grams: Uint32Array.from({ length: total }, (_, at) => at),
    holders: Uint16Array.from(texts.flatMap(([size], at) => Array<number>(size).fill(at))),
    setStart: Uint32Array.from([0]),
    setTexts: new Uint16Array(0),
    windows: {
      text: new Uint16Array(0),
      length: new Uint32Array(0),
      first: new Uint32Array(0),
      hash1: new Uint32Array(0),
      hash2: new Uint32Array(0),
    },
    buckets: new Uint32Array(0),
  };
  let start = 0;
  const met = texts.flatMap(([size, shared]) => {
    const own = Array.from({ length: shared }, (_, at) => start + at);
    start += size;
    return own;
  });
  const looked = {
    ...lookUp(wordsOf(''), { ...index, buckets: Uint32Array.from([0]) }),
    grams: Uint32Array.from(met),
    found: Int32Array.from(met),
  };
  const free = new Uint8Array(met.length + 3).fill(1);
  return candidatesFor(looked, free, index, floor).map(({ text }) => text);
}

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
