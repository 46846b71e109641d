import { expect, test } from 'vitest';
import { adapterConfigClaims } from '../../../../src/core/extract/configs/adapter-config.ts';
import { knowing, text } from '../../../support/evidence.ts';

const claims = (content: object | string, self?: string) =>
  adapterConfigClaims(text('adapter_config.json', content), knowing(self === undefined ? {} : { self }));

test('PEFT names its base and its form', () => {
  expect(claims({ peft_type: 'LORA', base_model_name_or_path: 'globex/base' })).toMatchObject([
    { kind: 'form', relation: 'adapter', tool: 'PEFT' },
    {
      kind: 'upstream',
      model: 'globex/base',
      raw: 'globex/base',
      hub: true,
      relation: 'adapter',
      confidence: 'certain',
    },
  ]);
});

test('a local path is said to be one, with the id that its name hints at', () => {
  expect(claims({ base_model_name_or_path: 'C:\\Models\\Globex--base-7b' })[1]).toMatchObject({
    kind: 'invalid-upstream',
    why: 'path',
    suggests: 'Globex/base-7b',
  });
});

test('a path into the Hub cache is an id', () => {
  expect(claims({ base_model_name_or_path: '/hub/models--globex--base/snapshots/abc' })[1]).toMatchObject({
    kind: 'upstream',
    model: 'globex/base',
  });
});

test('an adapter of the model beside it has no upstream', () => {
  expect(
    claims({ peft_type: 'LORA', base_model_name_or_path: 'acme/own' }, 'acme/own').map(({ kind }) => kind),
  ).toEqual(['form']);
});

test('an empty file is unreadable, an object without a base only silent', () => {
  expect(claims('').map(({ kind }) => kind)).toEqual(['unreadable']);
  expect(claims({})).toEqual([]);
});
