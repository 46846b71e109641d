import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stemsOf } from '../../scripts/stems.ts';
import { cues } from '../../src/extract/cues.ts';

const all = cues().tongues.flatMap(({ upstream }) => upstream);
/** Lookarounds and word boundaries cannot be generated; without them an expression matches more, never less. */
const loosened = (source: string) => source.replace(/\(\?<?[=!](?:[^()[\]]|\[[^\]]*\]|\((?:[^()[\]]|\[[^\]]*\])*\))*\)/g, '').replaceAll('\\b', '').replace(/\^/g, (caret, at: number, whole: string) => (whole[at - 1] === '[' ? caret : ''));

describe('what a cue matches holds its stems', () => {
  test.each(all.map((cue) => [cue.pattern.source, cue] as const))('%s', (source, { stems }) => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(loosened(source))), (text) => {
        for (const list of stems) expect(list.some((stem) => text.toLowerCase().includes(stem)), `${text} has none of ${list.join(', ')}`).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('most cues have some', () => {
  expect(all.filter(({ stems }) => stems.length > 0).length).toBeGreaterThan(all.length * 0.9);
});

test('stems are found through groups, choices and repeats, and not where a part may be left out', () => {
  expect(stemsOf('fine-?tun(?:ed|ing) of')).toEqual([['fine'], ['tun'], ['ed', 'ing'], [' of']]);
  expect(stemsOf('(?:ab|cd(?:ef)?)+x*')).toEqual([['ab', 'cd']]);
  expect(stemsOf('(?:ab|\\w)')).toEqual([]);
  expect(stemsOf('(?:ab)?\\bK')).toEqual([]);
});
