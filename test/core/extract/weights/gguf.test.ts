import { describe, expect, test } from 'vitest';
import { ggufClaims } from '../../../../src/core/extract/weights/gguf.ts';
import type { HeaderValue } from '../../../../src/core/model/source.ts';
import { header, knowing } from '../../../support/evidence.ts';

const claims = (entries: Readonly<Record<string, HeaderValue>>, self?: string) =>
  ggufClaims(header('gguf', entries), knowing(self === undefined ? {} : { self }));

describe('the license in a header', () => {
  test('is what the card said at conversion: likely, with its key as place', () => {
    expect(claims({ 'general.license': 'mit' })[1]).toMatchObject({
      kind: 'license',
      raw: 'mit',
      about: 'weights',
      form: 'single',
      confidence: 'likely',
      identity: { is: 'known' },
      place: { file: 'model.gguf', key: 'general.license' },
    });
  });

  test('was a list where commas join it', () => {
    expect(claims({ 'general.license': 'mit,apache-2.0' })[1]).toMatchObject({
      form: 'list',
      identity: { is: 'expression', op: 'and', of: [{ is: 'known' }, { is: 'unknown', raw: 'apache-2.0' }] },
    });
  });

  test('is no list where a sentence has a comma', () => {
    expect(claims({ 'general.license': 'Apache License, Version 2.0' })[1]).toMatchObject({
      form: 'single',
      raw: 'Apache License, Version 2.0',
    });
  });

  test('may stand as a name or a link alone', () => {
    expect(claims({ 'general.license.name': 'globex-1.0' })[1]).toMatchObject({
      raw: 'globex-1.0',
      place: { key: 'general.license.name' },
    });
    expect(claims({ 'general.license.link': 'https://globex.example/license' })[1]).toMatchObject({
      place: { key: 'general.license.link' },
    });
  });

  test('that is no text says nothing', () => {
    expect(claims({ 'general.license': 7 }).filter(({ kind }) => kind === 'license')).toEqual([]);
  });
});

describe('the form', () => {
  test.each([
    [{ 'general.file_type': 15 }, ['quantized']],
    [{ 'general.architecture': 'llama' }, ['quantized']],
    [{ 'general.file_type': 1 }, []],
    [{ 'general.file_type': 32 }, []],
    [{ 'general.type': 'mmproj', 'general.file_type': 7 }, []],
    [{ 'general.type': 'adapter' }, ['adapter']],
    [{}, []],
  ])('of %j is %j', (entries, relations) => {
    expect(claims(entries).flatMap((claim) => (claim.kind === 'form' ? [claim.relation] : []))).toEqual(
      relations,
    );
  });
});

test('a conversion at full precision is a copy', () => {
  expect(
    claims({ 'general.file_type': 1, 'general.source.url': 'https://hf.co/globex/tuned' }),
  ).toMatchObject([{ relation: 'copy', model: 'globex/tuned' }]);
});

test('its own address tells of another only where we know our name', () => {
  const entries = { 'general.file_type': 1, 'general.repo_url': 'https://huggingface.co/globex/tuned' };
  expect(claims(entries)).toEqual([]);
  expect(claims(entries, 'acme/own')).toMatchObject([
    { model: 'globex/tuned', confidence: 'possible', relation: 'unsaid' },
  ]);
  for (const own of ['globex/tuned', 'Globex/Tuned']) expect(claims(entries, own)).toEqual([]);
});

test('several bases are listed in order, whatever the count says', () => {
  const url = (name: string) => `https://huggingface.co/globex/${name}`;
  const found = claims({
    'general.base_model.count': 2 ** 53,
    'general.base_model.10.repo_url': url('c'),
    'general.base_model.0.repo_url': url('a'),
    'general.base_model.x.repo_url': url('b'),
  });
  expect(found.flatMap((claim) => (claim.kind === 'upstream' ? [claim.model] : []))).toEqual([
    'globex/a',
    'globex/c',
  ]);
});

test('data sets by id and by address; calibration data is none', () => {
  const found = claims({
    'general.datasets': ['globex/talk', 3],
    'general.dataset.0.repo_url': 'https://huggingface.co/datasets/globex/walk',
    'quantize.imatrix.dataset': 'globex/calibration',
  });
  expect(found.flatMap((claim) => (claim.kind === 'dataset' ? [claim.dataset] : []))).toEqual([
    'globex/talk',
    'globex/walk',
  ]);
});
