import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { dataText } from '../../../src/core/data/data-source.ts';
import { rowsOf } from '../../../src/core/data/table-rows.ts';
import { seriesName, seriesOf, LEAST_OF_SERIES, type SeriesTable } from '../../../src/core/resolve/series.ts';
import { snapshot } from '../../../src/core/resolve/snapshot.ts';
import { main } from '../../../src/cli/main.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const upstreams = snapshot(shippedCatalogue());

test.each([
  ['ibm-granite/granite-4.1-8b-base', 'ibm-granite/granite-4.1'],
  ['01-AI/Yi-1.5-34B', '01-ai/yi-1.5'],
  ['openai/whisper_v3', 'openai/whisper-v3'],
  ['acme/base-34B', 'acme/base'],
  ['acme/one', 'acme/one'],
  ['gpt2', undefined],
  ['acme/--', undefined],
])('the series of %s is %s', (model, name) => {
  expect(seriesName(model)).toBe(name);
});

test('a model without a row is under what all others of its series are under, likely', async () => {
  expect(await upstreams.find('HuggingFaceTB/SmolLM2-999M-Preview')).toMatchObject({
    is: 'found',
    from: 'series',
    raw: 'apache-2.0',
    confidence: 'likely',
    bases: [],
  });
});

test.each([
  ['LGAI-EXAONE/EXAONE-9.9-1B', 'its maker changed the license between versions'],
  ['mradermacher/Granite-Nothing-8B', 'a packer has no series'],
  ['acme-nobody/granite-4.1-77b', 'the series of another maker'],
  ['constructor/prototype', 'no word of the table'],
])('%s has none: %s', async (model) => {
  expect(await upstreams.find(model)).toMatchObject({ is: 'failed' });
});

test('a family with a license of its own speaks against a series', () => {
  expect(seriesOf('HuggingFaceTB/SmolLM2-Llama-3.1-8B')).toBeUndefined();
  expect(seriesOf('HuggingFaceTB/SmolLM2-999M')).toBeDefined();
});

test('a series has enough models, all of them under one license', () => {
  const table = JSON.parse(dataText('data/generated/series.json')) as SeriesTable;
  const files = new Map<string, string[]>();
  for (const { id = '', license = '', file = '' } of rowsOf(dataText('data/models.tsv'))) {
    const name = license === '' ? undefined : seriesName(id);
    if (name !== undefined) files.set(name, [...(files.get(name) ?? []), file]);
  }
  expect(Object.keys(table).length).toBeGreaterThan(300);
  for (const [name, { file, models }] of Object.entries(table)) {
    expect(models).toBeGreaterThanOrEqual(LEAST_OF_SERIES);
    expect(files.get(name)).toEqual(Array.from({ length: models }, () => file));
  }
});

test('a term that a series tells of is a warning that says how far it is known', async () => {
  const folder = tempFolder({
    'README.md': '---\nlicense: apache-2.0\nbase_model: valiantlabs/Llama3.1-8B-Unheard-Of\n---\n# A\n',
  });
  const { stdout } = await main(['.', '--name', 'acme/Chat', '--format', 'compact'], {
    cwd: folder,
    env: {},
    terminal: false,
    width: 200,
    today: '2026-11-30',
  });
  expect(stdout).toMatch(/missing-attribution|missing-phrase|missing-name/);
  expect(stdout).not.toMatch(/ error/);
});
