import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readArguments } from '../../src/cli/options.ts';
import { wanted } from '../../src/core/read/evidence-files.ts';

interface Hook {
  readonly id: string;
  readonly description: string;
  readonly language: string;
  readonly entry: string;
  readonly files?: string;
  readonly pass_filenames?: boolean;
  readonly require_serial: boolean;
  readonly verbose?: boolean;
}

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const hooks = parse(readFileSync(path('.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];
const [changed, strict, all, pip, pipAll] = hooks;
/**
 * The filter as pre-commit reads it: Python's verbose form, in which blanks do not count, searched for
 * without case.
 */
const filter = new RegExp((changed?.files ?? '').replace(/^\(\?xi\)/, '').replace(/\s+/g, ''), 'i');

test('the hooks call licet as it may be called, in one process', () => {
  expect(hooks.map(({ id }) => id)).toEqual([
    'licet',
    'licet-strict',
    'licet-all',
    'licet-py',
    'licet-py-all',
  ]);
  for (const { entry, require_serial: serial, verbose } of hooks) {
    const [command, ...args] = entry.split(' ');
    // Without `verbose` pre-commit hides the warnings of a hook that passes.
    expect([command, serial, verbose]).toEqual(['licet', true, true]);
    expect(() => readArguments(args)).not.toThrow();
  }
  expect([changed?.pass_filenames, all?.pass_filenames]).toEqual([undefined, false]);
});

test('the hooks that pip installs are those that npm installs', () => {
  const alike = ({ id: _id, description: _said, language: _language, ...rest }: Hook) => rest;
  expect([pip, pipAll].map((hook) => hook?.language)).toEqual(['python', 'python']);
  expect([pip, pipAll].map((hook) => hook && alike(hook))).toEqual(
    [changed, all].map((hook) => hook && alike(hook)),
  );
});

test('the strict hook is the usual one that lets no warning pass', () => {
  expect(strict).toMatchObject({ entry: `${changed?.entry} --max-warnings 0`, files: changed?.files });
});

test.each([
  'README.md',
  'LICENSE',
  'LICENSE-2.0',
  'a/license.txt',
  'UNLICENSE',
  'MODEL_LICENCE.md',
  'Apache-License.txt',
  'LICENSES/MIT.txt',
  'LICENSES/LicenseRef-Llama-3.1.txt',
  'COPYING.LESSER',
  'NOTICE',
  'notices.txt',
  'USE_POLICY.md',
  'Acceptable-Use-Policy.md',
  'THIRD_PARTY_NOTICES',
  'third party.txt',
  'ATTRIBUTION.md',
  'COPYRIGHT',
  'CREDITS.md',
  'ACKNOWLEDGMENTS',
  'config.json',
  'vae/config.json',
  'adapter_config.json',
  'tokenizer_config.json',
  'model_index.json',
  'modules.json',
  'config_sentence_transformers.json',
  'quantize_config.json',
  'hf_quant_config.json',
  'generation_config.json',
  'training_args.json',
  'params.json',
  'mergekit_config.yml',
  'axolotl.yaml',
  'config.yaml',
  'Modelfile',
  'Modelfile.q4',
  'q4.modelfile',
  'modeling_acme.py',
  'modular_acme.py',
  'image_processing_acme.py',
  'feature_extraction_acme.py',
  'pipeline_acme.py',
  'model.gguf',
  'model-00001-of-00002.safetensors',
])('the hook sees %s, which the linter reads', (file) => {
  expect(wanted(file)).toBeDefined();
  expect(filter.test(file)).toBe(true);
});

test.each([
  'models/a/README.md',
  'licet.config.yaml',
  'a/licet.config.json',
  'licet.lock.json',
  'licet-baseline.json',
])('the hook sees %s, a card or what changes what the linter says', (file) => {
  expect(filter.test(file)).toBe(true);
});

test.each([
  'src/main.py',
  'package.json',
  'docs/guide.md',
  'tests/data.json',
  'licenses_table.csv.bak.py/x',
  'config.json.bak',
  'notebook.ipynb',
  'creditscore.py',
])('the hook does not see %s', (file) => {
  expect(filter.test(file)).toBe(false);
});

test('the hook sees every file of the examples that the linter reads', () => {
  const files = readdirSync(path('examples'), { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const read = files.filter((file) => wanted(file.split('/').slice(1).join('/')) !== undefined);
  expect(read.length).toBeGreaterThan(40);
  expect(read.filter((file) => !filter.test(file))).toEqual([]);
});
