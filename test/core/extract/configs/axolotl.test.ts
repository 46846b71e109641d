import { expect, test } from 'vitest';
import { axolotlFileClaims } from '../../../../src/core/extract/configs/axolotl.ts';
import { knowing, text } from '../../../support/evidence.ts';

const claims = (content: string) => axolotlFileClaims(text('axolotl.yml', content), knowing());

test('base and training data are certain, local files are none', () => {
  expect(
    claims(
      'base_model: globex/base\nadapter: qlora\ndatasets:\n  - path: globex/talk\n  - path: ' +
        './own.jsonl\n  - path: data/own\n',
    ),
  ).toMatchObject([
    { kind: 'upstream', model: 'globex/base', relation: 'adapter', confidence: 'certain' },
    { kind: 'dataset', dataset: 'globex/talk', confidence: 'certain' },
  ]);
});

test('a run that goes on from its own upload has no upstream', () => {
  expect(claims('base_model: acme/own\nhub_model_id: Acme/own\n')).toEqual([]);
});

test('test data is no training data', () => {
  expect(
    claims('base_model: globex/base\ntest_datasets:\n  - path: globex/exam\n').map(({ kind }) => kind),
  ).toEqual(['upstream']);
});
