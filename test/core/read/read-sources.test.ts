import { expect, test } from 'vitest';
import { ReadError } from '../../../src/core/read/read-error.ts';
import { memoryRepo } from '../../../src/core/read/memory-repo.ts';
import { readSources, wanted } from '../../../src/core/read/read-sources.ts';
import { writeGguf } from '../../support/write-gguf.ts';

test.each([
  ['README.md', 'card'],
  ...[
    'LICENSE',
    'License.txt',
    'LICENCE.md',
    'COPYING',
    'NOTICE',
    'Notice.txt',
    'USE_POLICY.md',
    'MODEL_LICENSE',
    'LICENSE-CODE',
    'LICENSE-2.0',
    'Apache LICENSE-2.0.txt',
    'LICENSES/MIT.txt',
    'LICENSES/Apache-2.0',
    'ATTRIBUTION.md',
    'THIRD_PARTY_NOTICES',
    'third-party/NOTICE',
    'UNLICENSE',
    'text_encoder/LICENSE',
    'config.json',
    'unet/config.json',
    'text_encoder_2/config.json',
    '0_Transformer/config.json',
    'adapter_config.json',
    'out/last/adapter_config.json',
    'mergekit_config.yml',
    'mergekit_moe_config.yml',
    'model_index.json',
    'modules.json',
    'config_sentence_transformers.json',
    'tokenizer/tokenizer_config.json',
    'quantize_config.json',
    'quant_config.json',
    'hf_quant_config.json',
    'Modelfile',
    'generation_config.json',
    'training_args.json',
    'axolotl.yaml',
    'config.yml',
    'params.json',
    'modeling_acme.py',
    'sub/configuration_acme.py',
    'handler.py',
  ].map((file) => [file, 'text']),
  ['a.gguf', 'gguf'],
  ['a-00001-of-00005.gguf', 'gguf'],
  ['a-00002-of-00005.gguf', undefined],
  ['a-00011-of-00012.gguf', undefined],
  ['model.safetensors', 'safetensors'],
  ['model-00001-of-00002.safetensors', 'safetensors'],
  ['model-00002-of-00002.safetensors', undefined],
  ...[
    'sub/README.md',
    'readme.md',
    'web/app/config.json',
    'license_check.py.txt.png',
    'licensee.md',
    'LICENSE.pdf',
    'tokenizer.json',
    'tests/train.py',
    'docs/config.yml',
    'model.bin',
    'training_args.bin',
    'noticeboard.txt',
  ].map((file) => [file, undefined]),
] as [string, ReturnType<typeof wanted>][])('%s is read as %s', (file, reading) => {
  expect(wanted(file)).toBe(reading);
});

test('the card comes first, then the files as they are listed', async () => {
  const sources = await readSources(
    memoryRepo(
      {
        LICENSE: 'x',
        'CARD.md': 'card',
        'README.md': 'other',
        'a.gguf': writeGguf([['general.license', ['string', 'mit']]]),
      },
      { card: 'CARD.md' },
    ),
  );
  expect(sources.map(({ kind, file }) => [kind, file])).toEqual([
    ['text', 'CARD.md'],
    ['text', 'LICENSE'],
    ['header', 'a.gguf'],
  ]);
});

test('pointers for weights are not read, broken weights are a problem that names the file', async () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n';
  expect(
    await readSources(
      memoryRepo({ 'a.gguf': pointer, 'b.safetensors': pointer, 'c.gguf': 'no', 'd.safetensors': 'no' }),
    ),
  ).toEqual([
    { kind: 'unread', file: 'a.gguf', why: 'pointer' },
    { kind: 'unread', file: 'b.safetensors', why: 'pointer' },
    {
      kind: 'header',
      file: 'c.gguf',
      format: 'gguf',
      entries: new Map(),
      problem: { what: '"c.gguf" ends in the middle of its header', hint: 'Check that the file is whole' },
    },
    {
      kind: 'header',
      file: 'd.safetensors',
      format: 'safetensors',
      entries: new Map(),
      problem: {
        what: '"d.safetensors" is too short for a safetensors file',
        hint: 'Check that the file is whole',
      },
    },
  ]);
});

test('a file that cannot be read is a source with a problem', async () => {
  const repo = {
    ...memoryRepo({ 'README.md': '', LICENSE: '' }),
    bytes: (file: string) =>
      Promise.reject(
        file === 'LICENSE' ? new Error('EIO') : new ReadError('"README.md" is locked', file, 'Unlock it'),
      ),
  };
  expect(await readSources(repo)).toEqual([
    {
      kind: 'unread',
      file: 'README.md',
      why: 'unreadable',
      problem: { what: '"README.md" is locked', hint: 'Unlock it' },
    },
    { kind: 'unread', file: 'LICENSE', why: 'unreadable', problem: { what: '"LICENSE" could not be read' } },
  ]);
});

test('of many files of one kind only the first are read, and how many are not is told', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`modeling_${String(index).padStart(3, '0')}.py`, '']),
  );
  const sources = await readSources(memoryRepo(files));
  expect(sources.filter(({ kind }) => kind === 'text')).toHaveLength(60);
  expect(sources.slice(60).map(({ kind, problem }) => [kind, problem?.what])).toEqual([
    ['unread', '"modeling_060.py" and 139 more files of its kind are not read: of this kind 60 are'],
  ]);
});
