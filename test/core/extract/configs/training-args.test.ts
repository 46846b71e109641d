import { expect, test } from 'vitest';
import { trainingArgsClaims } from '../../../../src/core/extract/configs/training-args.ts';
import { knowing, text } from '../../../support/evidence.ts';

const claims = (file: string, content: string | object) => trainingArgsClaims(text(file, content), knowing());

test('a run on a model is a finetune, with LoRA an adapter', () => {
  expect(claims('training_args.json', { model_name_or_path: 'globex/base' })).toMatchObject([
    { relation: 'finetune', confidence: 'likely' },
  ]);
  expect(claims('training_args.json', { model_id: 'globex/base', use_peft: true })).toMatchObject([
    { relation: 'adapter' },
  ]);
});

test('data sets with an owner count; names of a trainer’s register and files do not', () => {
  const found = claims(
    'run.yaml',
    'dataset_name: globex/talk\ndataset: alpaca_zh\ndatasets: [data/train, globex/walk, ' +
      'globex/x.jsonl]\ndataset_mixer:\n  globex/mix: 1.0\n',
  );
  expect(found.flatMap((claim) => (claim.kind === 'dataset' ? [claim.dataset] : []))).toEqual([
    'globex/talk',
    'globex/mix',
    'globex/walk',
  ]);
});
