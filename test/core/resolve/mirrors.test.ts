import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { dataText } from '../../../src/core/data/data-source.ts';
import { sortedTable, rowOrder } from '../../../src/core/data/sorted-table.ts';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { originalOf } from '../../../src/core/resolve/mirrors.ts';
import { snapshot } from '../../../src/core/resolve/snapshot.ts';
import { spdxOf } from '../../../src/core/license/names/identify.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const upstreams = snapshot(shippedCatalogue());

/** How a model is found, of what, for how sure, under which license. */
async function found(model: string): Promise<string> {
  const one = await upstreams.find(model);
  if (one.is === 'failed') return one.why;
  const bases = one.bases.map((base) => `${base.relation} of ${base.model}`).join(', ');
  return `${one.from}, ${bases}, ${one.confidence}, ${spdxOf(one.license) ?? ''}`;
}

test.each([
  [
    'unsloth/Qwen3-8B-128K-bnb-4bit',
    'offline', // no model of the name that is left is known
  ],
  ['mradermacher/Qwen3-8B-i1-GGUF', 'mirror, quantized of Qwen/Qwen3-8B, certain, Apache-2.0'],
  ['bartowski/Qwen_Qwen3-8B-GGUF', 'mirror, quantized of Qwen/Qwen3-8B, certain, Apache-2.0'],
  ['MLX-Community/qwen3-8b-4BIT', 'mirror, quantized of Qwen/Qwen3-8B, certain, Apache-2.0'],
  ['acme/Qwen3-8B-AWQ', 'mirror, quantized of Qwen/Qwen3-8B, likely, Apache-2.0'],
  ['QuantFactory/Qwen3-8B-GGUF', 'offline'],
  ['LoneStriker/Qwen3-8B-4.0bpw-h6-exl2', 'offline'],
  ['mradermacher/Llama-9.9-800B-GGUF', 'offline'],
  ['acme/GGUF', 'offline'],
  ['acme/Qwen3-8B-MTP-bf16', 'mirror, quantized of Qwen/Qwen3-8B, likely, Apache-2.0'],
])('%s is %s', async (model, expected) => {
  expect(await found(model)).toBe(expected);
});

test.each([
  ['acme/Qwen3-8B-heretic', 'mirror, finetune of Qwen/Qwen3-8B, likely, Apache-2.0'],
  // Whoever packs it: that its weights were altered was measured of no owner.
  ['mradermacher/Qwen3-8B-abliterated-v2-i1-GGUF', 'mirror, finetune of Qwen/Qwen3-8B, likely, Apache-2.0'],
  [
    'acme/Llama-3.1-8B-Instruct_Uncensored-heretic-ara',
    'mirror, finetune of meta-llama/Llama-3.1-8B-Instruct, likely, LicenseRef-Llama-3.1',
  ],
  ['huihui-ai/Huihui-Qwen3-8B-abliterated-v2', 'mirror, finetune of Qwen/Qwen3-8B, likely, Apache-2.0'],
  ['acme/Huihui-Qwen3-8B-abliterated', 'offline'],
  ['QuantFactory/Qwen3-8B-abliterated', 'offline'],
  // Something else was taught to it.
  ['acme/Qwen3-8B-heretic-stories', 'offline'],
  ['acme/Qwen99-8B-heretic', 'offline'],
  ['acme/heretic', 'offline'],
])('%s is a model without its refusals: %s', async (model, expected) => {
  expect(await found(model)).toBe(expected);
});

test.each([
  ['Qwen/Qwen2_5-7B-Instruct', 'copy of Qwen/Qwen2.5-7B-Instruct, likely, Apache-2.0'],
  ['Qwen/Qwen-2.5-7B-Instruct', 'copy of Qwen/Qwen2.5-7B-Instruct, likely, Apache-2.0'],
  ['qwen/qwen2-5-7b-instruct-gguf', 'quantized of Qwen/Qwen2.5-7B-Instruct, likely, Apache-2.0'],
  ['LLM-Research/Meta-Llama-3_1-8B', 'copy of meta-llama/Llama-3.1-8B, likely, LicenseRef-Llama-3.1'],
  ['google/gemma2-2b-it', 'copy of google/gemma-2-2b-it, likely, LicenseRef-Gemma'],
  // The organization was renamed.
  ['THUDM/GLM-Z1-9B-0414', 'copy of zai-org/GLM-Z1-9B-0414, possible, MIT'],
  ['Qwen/Qwen3-8B-HF', 'copy of Qwen/Qwen3-8B, likely, Apache-2.0'],
])('%s is another spelling, never for certain: %s', async (model, expected) => {
  expect(await found(model)).toBe(`mirror, ${expected}`);
});

test('a spelling that fits two models is none', () => {
  const rows = ['acme/Chat-2.5', 'acme/Chat-2-5', 'acme/Talk-2.5'].map((id) => ({
    id,
    license: 'mit',
    used_by: '3',
  }));
  const table = {
    row: () => undefined,
    named: (name: string) => rows.filter(({ id }) => nameIn(id) === name),
  };
  expect(originalOf('acme/chat_2_5', table)).toBeUndefined();
  expect(originalOf('acme/talk_2_5', table)?.row['id']).toBe('acme/Talk-2.5');
});

test('a copy that the table tells of is under the terms of its original', async () => {
  expect(await found('unsloth/llama-3-8b')).toMatch(/^mirror, copy of meta-llama\/Meta-Llama-3-8B, /);
  // Its card names no license; what it was copied from has one all the same.
  expect(await found('NousResearch/Llama-2-7b-hf')).toMatch(/^mirror, copy of meta-llama\/Llama-2-7b-hf, /);
});

/** What an id is called behind its owner, in lower case. */
const nameIn = (id: string): string => id.slice(id.lastIndexOf('/') + 1).toLowerCase();

test('every row of the tables is found where it lies, whatever the case, and nothing else', () => {
  for (const file of ['data/models.tsv', 'data/datasets.tsv'] as const) {
    const table = sortedTable(file);
    const ids = dataText(file)
      .split('\n')
      .slice(1, -1)
      .map((line) => line.slice(0, line.indexOf('\t')));
    expect(ids.length).toBeGreaterThan(2000);
    const orders = ids.map(rowOrder);
    expect(ids.filter((_, at) => at > 0 && (orders[at] ?? '') <= (orders[at - 1] ?? ''))).toEqual([]);
    const byLower = new Map(ids.map((id) => [id.toLowerCase(), id]));
    const byName = new Map<string, string[]>();
    for (const id of ids) byName.set(nameIn(id), [...(byName.get(nameIn(id)) ?? []), id]);
    const some = ids.filter((_, at) => at < 3 || at > ids.length - 3 || at % 97 === 0);
    for (const id of some) {
      expect(table.row(id.toUpperCase())?.['id']).toBe(id);
      const same = byName.get(nameIn(id)) ?? [];
      expect(same).toContain(id);
      if (id.includes('/'))
        expect(table.named(id.slice(id.indexOf('/') + 1)).map((row) => row['id'])).toEqual(
          expect.arrayContaining(same.filter((other) => other.includes('/'))),
        );
      expect(table.row(`${id}x`)?.['id']).toBe(byLower.get(`${id}x`.toLowerCase()));
    }
    for (const none of ['', 'id', 'zzzzzzzz/zzzzzzzz', '!/!', '~/~']) expect(table.row(none)).toBeUndefined();
  }
});

describe('a repository that its name alone tells to be a packed copy', () => {
  const lint = async (name: string, card: string) => {
    const folder = tempFolder({ 'README.md': card });
    const { stdout } = await main(['.', '--name', name, '--format', 'compact'], {
      cwd: folder,
      env: {},
      terminal: false,
      width: 200,
      today: '2026-11-30',
    });
    return stdout;
  };
  const MIT_CARD = '---\nlicense: mit\n---\n# A\n';

  test.each(['RedHatAI/Kimi-K3-NVFP4', 'acme/Kimi-K3-GGUF', 'acme/kimi-k3-gguf'])(
    'is told where %s gives it away under another license',
    async (name) => {
      const printed = await lint(name, MIT_CARD);
      expect(printed).toMatch(
        /License "mit" lacks the revenue limit .* of kimi-k3 .*incompatible-license \(likely\)/,
      );
      expect(printed).toMatch(/Upstream "moonshotai\/Kimi-K3" is not declared/);
      expect(printed).not.toMatch(/ error /);
    },
  );

  test.each([
    ['moonshotai/Kimi-K3-NVFP4', MIT_CARD, 'the maker of the original packs it'],
    ['acme/Kimi-K3', MIT_CARD, 'nothing in the name says that it is packed'],
    ['acme/Kimi-K99-GGUF', MIT_CARD, 'no model of that name is known'],
    ['QuantFactory/Kimi-K3-GGUF', MIT_CARD, 'an owner whose names were found not to tell'],
    ['Kimi-K3-GGUF', MIT_CARD, 'a folder, whose owner nobody knows'],
    [
      'acme/Kimi-K3-GGUF',
      '---\nlicense: mit\nbase_model: acme/Own-Model\n---\n# A\n',
      'the card names what it is a copy of',
    ],
  ])('says nothing of Kimi-K3 for %s', async (name, card) => {
    expect(await lint(name, card)).not.toContain('kimi-k3');
  });
});
