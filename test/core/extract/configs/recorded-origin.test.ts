import { describe, expect, test } from 'vitest';
import { isLocal, originOf } from '../../../../src/core/extract/configs/recorded-origin.ts';
import { knowing } from '../../../support/evidence.ts';

test.each([
  '/x',
  '~/x',
  './x',
  '../x',
  '.',
  'C:\\x',
  'd:/x',
  'a\\b',
  'a/b/c',
  'outputs/x',
  'x/checkpoint-5',
  'x/model.gguf',
  's3://x/y',
  'file:///x',
])('%s is a path', (raw) => {
  expect(isLocal(raw)).toBe(true);
});

test.each([
  'globex/base-7b',
  'gpt2',
  'https://huggingface.co/globex/base',
  'hf.co/globex/base',
  'globex/checkpoint-model',
])('%s is not a path', (raw) => {
  expect(isLocal(raw)).toBe(false);
});

describe('a recorded name', () => {
  const origin = (raw: string) => originOf(raw, knowing({ self: 'acme/own' }));

  test('in the Hub cache spells its id', () => {
    expect(origin('C:\\hub\\models--globex--base\\snapshots\\1')).toEqual({ is: 'hub', id: 'globex/base' });
  });

  test('in the Hub cache may be our own', () => {
    expect(origin('/hub/models--Acme--Own/snapshots/1')).toEqual({ is: 'own' });
  });

  test('of an old model needs no owner', () => {
    expect(origin('gpt2')).toEqual({ is: 'hub', id: 'gpt2' });
  });

  test('may be an address', () => {
    expect(origin('https://huggingface.co/globex/base/tree/main')).toEqual({ is: 'hub', id: 'globex/base' });
    expect(origin('https://github.com/globex/base').is).toBe('other');
  });

  test('in a download folder hints at an id', () => {
    expect(origin('/data/Globex--base-7b/')).toEqual({ is: 'local', suggests: 'Globex/base-7b' });
  });

  test('that is a word names nothing', () => {
    expect(origin('llama').is).toBe('other');
  });
});
