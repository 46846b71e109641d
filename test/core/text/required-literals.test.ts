import { expect, test } from 'vitest';
import { waysOf } from '../../../scripts/data/required-literals.ts';

const stemsOf = (source: string) => waysOf(source)[0]?.slice(1);

test('stems are found through groups, choices and repeats, and not where a part may be left out', () => {
  expect(stemsOf('fine-?tun(?:ed|ing) of')).toEqual([['fine'], ['tun'], ['ed', 'ing'], [' of']]);
  expect(stemsOf('(?:ab|cd(?:ef)?)+x*')).toEqual([['ab', 'cd']]);
  expect(stemsOf('(?:ab|\\w)')).toEqual([]);
  expect(stemsOf('(?:ab)?\\bK')).toEqual([]);
});

test('a way is written for lower case, classes and escapes as they are', () => {
  expect(waysOf('(?:LoRA|\\S+)\\W[A-F]|API').map(([source]) => source)).toEqual([
    '(?:lora|\\S+)\\W[a-f]',
    'api',
  ]);
});
