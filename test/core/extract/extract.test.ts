import { expect, test } from 'vitest';
import { extract } from '../../../src/core/extract/extract.ts';
import type { Source } from '../../../src/core/model/source.ts';
import { knowing, text } from '../../support/evidence.ts';

const kinds = async (...sources: readonly Source[]) =>
  (await extract(sources, knowing())).map(({ kind, via }) => `${kind} ${via}`);

test.each([
  ['LICENSE', ['license-text license-file']],
  ['LICENSE.txt', ['license-text license-file']],
  ['Apache LICENSE-2.0.txt', ['license-text license-file']],
  ['LICENSES/Anything-1.0.txt', ['license-text license-file']],
  ['COPYING', ['license-text license-file']],
  ['UNLICENSE', ['license-text license-file']],
  ['USE_POLICY.md', ['license-text policy-file']],
  ['licensed_data.bin.index', []],
  ['notes.txt', []],
  ['package-lock.json', []],
])('%s is read by its name', async (file, claims) => {
  expect(await kinds(text(file, 'plain words'))).toEqual(claims);
});

test('YAML goes to whoever knows its keys', async () => {
  expect(await kinds(text('any.yaml', 'merge_method: linear\nmodels:\n  - model: globex/a\n'))).toEqual([
    'form mergekit',
    'upstream mergekit',
  ]);
  expect(await kinds(text('config.yml', 'base_model: globex/a\nmicro_batch_size: 1\n'))).toEqual([
    'upstream axolotl',
  ]);
  expect(await kinds(text('docker-compose.yml', 'services: {}\n'))).toEqual([]);
});

test("the reader's problems become claims, an unread pointer does not", async () => {
  const problem = { what: '"adapter_config.json" is no text', hint: 'Save it as UTF-8' };
  const broken: Source = { kind: 'unread', file: 'adapter_config.json', why: 'unreadable', problem };
  const claims = await extract(
    [broken, { kind: 'unread', file: 'model.safetensors', why: 'pointer' }],
    knowing(),
  );
  expect(claims).toMatchObject([{ kind: 'unreadable', via: 'adapter-config', ...problem }]);
});

test('a license beside scripts may be about either', async () => {
  const license = text('LICENSE', 'words');
  expect((await extract([license], knowing()))[0]).toMatchObject({ about: 'weights' });
  expect((await extract([license, text('train.py', 'x = 1')], knowing()))[0]).toMatchObject({
    about: 'unsaid',
  });
});

test('the same files give the same claims in the same order', async () => {
  const sources = [
    text('config.json', { _name_or_path: 'globex/a' }),
    text('adapter_config.json', { base_model_name_or_path: 'globex/b' }),
  ];
  expect(await extract(sources, knowing())).toEqual(await extract(sources, knowing()));
});
