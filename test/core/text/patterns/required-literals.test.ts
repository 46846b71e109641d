import { expect, test } from 'vitest';
import { stretchesOf, waysOf } from '../../../../scripts/data/required-literals.ts';

const stemsOf = (source: string) => waysOf(source)[0]?.slice(1);

test('stems are found through groups, choices and repeats, and not where a part may be left out', () => {
  expect(stemsOf('fine-?tun(?:ed|ing) of')).toEqual([['fine'], ['tun'], [' of'], ['ed', 'ing']]);
  expect(stemsOf('(?:ab|cd(?:ef)?)+x*')).toEqual([['ab', 'cd']]);
  expect(stemsOf('(?:ab|\\w)')).toEqual([]);
  expect(stemsOf('(?:ab)?\\bK')).toEqual([]);
});

test('stems are spelled out over few letters, and taken from what has to stand beside a match', () => {
  expect(stemsOf("(?:not|n['’]t|\\bdon['’]t)")).toEqual([['not', "n't", 'n’t', "don't", 'don’t']]);
  expect(stemsOf('(?:by|as)(?= (?:cc|mit))(?!not)')).toEqual([
    ['cc', 'mit'],
    ['by', 'as'],
  ]);
  expect(stemsOf('(?<=fore )(?:half|\\d+ ?%)')).toEqual([['fore '], ['half', '%']]);
});

test('a way is written for lower case, classes and escapes as they are', () => {
  expect(waysOf('(?:LoRA|\\S+)\\W[A-F]|API').map(([source]) => source)).toEqual([
    '(?:lora|\\S+)\\W[a-f]',
    'api',
  ]);
});

test('stretches go over the bounds of groups, choices and what may be left out', () => {
  expect(stretchesOf('fine-?tun(?:e|ing) of')).toEqual([
    ['finetune of', 'finetuning of', 'fine-tune of', 'fine-tuning of'],
  ]);
  expect(stretchesOf('(?:we|i) (?:have |also ){0,2}(?:\\w+ed|made) from')).toEqual([
    ['we ', 'i '],
    ['ed', 'made'],
    [' from'],
  ]);
  expect(stretchesOf('(?<=\\b(?:mix|blend) of [^.]{0,9})(?!not)[◇◈] models?')).toEqual([
    ['mix of ', 'blend of '],
    [' model'],
  ]);
  expect(stretchesOf('(?:ab|\\w)x')).toEqual([]);
});
