import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { loadMarkdown } from '../../../../src/core/extract/card/markdown.ts';
import { extract } from '../../../../src/core/extract/extract.ts';
import { createContext } from '../../../../src/core/extract/make-context.ts';
import type { Source } from '../../../../src/core/model/source.ts';

await loadMarkdown();
const catalogue = shippedCatalogue();

/** Every upstream of a repository, and how sure it is. */
async function told(files: Readonly<Record<string, string>>, self = 'harbor/Harbor-7B'): Promise<string[]> {
  const sources = Object.entries(files).map(([file, text]): Source => ({
    kind: 'text',
    file,
    text,
    bom: false,
  }));
  const claims = await extract(sources, createContext(catalogue, self));
  return claims.flatMap((claim) =>
    claim.kind === 'upstream' ? [`${claim.model} ${claim.hub ? 'model' : 'family'} ${claim.confidence}`] : [],
  );
}
const config = (path: string) => ({ 'config.json': JSON.stringify({ _name_or_path: path }) });
const card = (base: string) => ({ 'README.md': `---\nbase_model: ${base}\n---\n# Harbor 7B\n` });

describe('a path or a name without an owner tells', () => {
  test.each([
    ['./gemma-3-270m-it', 'google/gemma-3-270m-it model'],
    ['gemma-3-270m-it', 'google/gemma-3-270m-it model'],
    ['C:\\\\models\\\\Qwen2.5-7B', 'Qwen/Qwen2.5-7B model'],
    ['/mnt/models/Meta-Llama-3-8B-Instruct/', 'meta-llama/Meta-Llama-3-8B-Instruct model'],
    ['/home/me/gemma-2-9b-it/checkpoint-300', 'google/gemma-2-9b-it model'],
    ['/kaggle/input/llama-3.1/transformers/8b-instruct/1', 'meta-llama/Llama-3.1-8B-Instruct model'],
    ['/kaggle/input/llama-3.1/pytorch', 'Llama 3.1 family'],
    ['/kaggle/input/qwen-3/transformers/0.6b/1', 'Qwen/Qwen3-0.6B model'],
    ['/root/.cache/modelscope/hub/Qwen/Qwen2___5-1___5B', 'Qwen/Qwen2.5-1.5B model'],
    ['Qwen2___5-1___5B', 'Qwen/Qwen2.5-1.5B model'],
    ['/root/autodl-tmp/bge-m3', 'BAAI/bge-m3 model'],
    ['mistral-7b', 'Mistral 7B family'],
  ])('%s', async (path, says) => {
    const plain = path.replaceAll('\\\\', '\\');
    expect(await told(config(plain))).toEqual([`${says} likely`]);
    expect(await told(card(`'${plain}'`))).toEqual([`${says} likely`]);
    expect(
      await told({
        'adapter_config.json': JSON.stringify({ peft_type: 'LORA', base_model_name_or_path: plain }),
      }),
    ).toEqual([`${says} likely`]);
    expect(await told({ 'train.yml': `base_model: '${plain}'\nmicro_batch_size: 1\n` })).toEqual([
      `${says} likely`,
    ]);
  });

  test.each([
    ['Fine-tuned from `./gemma-3-270m-it` on news.', 'google/gemma-3-270m-it model likely'],
    ['Base model: /kaggle/input/llama-3.1/pytorch', 'Llama 3.1 family likely'],
    ['Fine-tuned from Qwen/Qwen2___5-1___5B on news.', 'Qwen/Qwen2.5-1.5B model likely'],
    ['Fine-tuned from Qwen2.5-7B-Instruct on news.', 'Qwen/Qwen2.5-7B-Instruct model likely'],
    ['이 모델은 gemma-3-270m-it를 파인튜닝했습니다.', 'google/gemma-3-270m-it model likely'],
    ['本モデルはLlama 3.1 8Bをベースにしています。', 'meta-llama/Llama-3.1-8B model likely'],
    ['本模型由 Qwen2.5-7B 微调得到。', 'Qwen/Qwen2.5-7B model likely'],
  ])('in prose: %s', async (say, says) => {
    expect(await told({ 'README.md': `# Harbor\n\n${say}\n` })).toEqual([says]);
  });
});

test.each([
  './out',
  '../base-7b',
  './llama-ft/checkpoint-500',
  './output/qwen2.5-7b-news',
  'my-llama-3-8b',
  './harbor-7b',
  '/data/models/big',
  'llama',
])('%s names nothing in a config', async (path) => {
  expect(await told(config(path))).toEqual([]);
});

test('a folder that is called as this repository is its own', async () => {
  expect(await told(config('./gemma-3-270m-it'), 'me/gemma-3-270m-it')).toEqual([]);
});

test('beside an id a path tells of the family alone, or of nothing', async () => {
  const files = (path: string) => ({ ...card('acme/base-7b'), ...config(path) });
  expect(await told(files('./gemma-3-270m-it'))).toEqual([
    'acme/base-7b model certain',
    'Gemma 3 family likely',
  ]);
  expect(await told(files('/x/Qwen/Qwen2___5-1___5B'))).toEqual(['acme/base-7b model certain']);
});

test.each([
  [
    '| File | Upstream | License |\n|---|---|---|\n' +
      '| unet.bin | acme/base-xl | MIT |\n| vae.bin | acme/vae-1 | MIT |',
    ['acme/base-xl model likely', 'acme/vae-1 model likely'],
  ],
  [
    '| 组件 | 来源 |\n|---|---|\n| 视觉编码器 | acme/tower-1b |\n| LLM | acme/base-7b |',
    ['acme/tower-1b model likely', 'acme/base-7b model likely'],
  ],
  ['| 항목 | 내용 |\n|---|---|\n| 베이스 모델 | acme/base-7b |', ['acme/base-7b model likely']],
  ['| Dataset | Source |\n|---|---|\n| A | acme/data-1 |\n| B | acme/data-2 |', []],
] as const)('a table of parts: %s', async (table, says) => {
  expect(await told({ 'README.md': `# Harbor\n\n${table}\n` })).toEqual(says);
});
