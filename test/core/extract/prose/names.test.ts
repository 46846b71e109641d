import { describe, expect, test } from 'vitest';
import { rules } from '../../../../rules/index.ts';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import type { RepoName } from '../../../../src/core/model/repo.ts';
import { lint } from '../../../../src/core/lint.ts';
import { memoryRepo } from '../../../../src/core/read/memory-repo.ts';
import { snapshot } from '../../../../src/core/resolve/snapshot.ts';
import { card } from '../../../support/card.ts';

const catalogue = shippedCatalogue();

/** What a card's text names as upstreams beside its front matter. */
async function undeclared(
  text: string,
  front = 'license: mit',
  name: RepoName = { value: 'me/voice', from: 'flag' },
): Promise<string[]> {
  const { findings } = await lint(memoryRepo({ 'README.md': card(front, `# Voice\n\n${text}\n`) }), name, {
    catalogue,
    rules,
    upstreams: snapshot(catalogue),
  });
  return findings.flatMap(({ rule, message }) =>
    rule === 'undeclared-upstream' ? [/"([^"]+)"/.exec(message)?.[1] ?? ''] : [],
  );
}

describe('two words with a slash between', () => {
  test.each([
    'ContentVec/HuBERT',
    'Baduk/Weiqi',
    'English/Chinese',
    'BERT/RoBERTa',
    'FP16/BF16',
    'A100/H100',
  ])('%s is no id', async (words) => {
    expect(await undeclared(`This model is a fine-tuned version of ${words}.`)).toEqual([]);
    expect(await undeclared(`## Base model\n\n${words}`)).toEqual([]);
    expect(await undeclared(`| Base model | ${words} |\n|---|---|\n| Size | 7B |`)).toEqual([]);
  });

  test.each(['acme/CatGPT', 'Acme/Cat-7B', 'ACME/cat2', 'EleutherAI/pythia-70m'])('%s is one', async (id) => {
    expect(await undeclared(`This model is a fine-tuned version of ${id}.`)).toEqual([id]);
  });

  test('as code or as a link they are an id, in a table too', async () => {
    expect(await undeclared('This model is a fine-tuned version of `Baduk/Weiqi`.')).toEqual(['Baduk/Weiqi']);
    expect(await undeclared('| Base model | `Baduk/Weiqi` |\n|---|---|\n| Size | 7B |')).toEqual([
      'Baduk/Weiqi',
    ]);
    expect(await undeclared('Fine-tuned from [Baduk](https://huggingface.co/Baduk/Weiqi).')).toEqual([
      'Baduk/Weiqi',
    ]);
  });
});

describe("a family's name", () => {
  test('is not cut out of mistral-ft-marvelous-1218', async () => {
    const text = 'This model is a fine-tuned version of mistral-ft-marvelous-1218.';
    expect(await undeclared(text)).toEqual([]);
  });

  test.each(['Llama-3-Open-Io-8B', 'Gemma-2-Sparrow-9b', 'OpenHarbor-7B', 'Harbor LM 13B'])(
    'or none, %s is told as it is written, with its size',
    async (name) => {
      const text = `This model is a fine-tuned version of ${name}.`;
      expect(await undeclared(text)).toEqual([name]);
    },
  );

  test.each([
    ['OpenHarbor-7B', 'acme/OpenHarbor-7B'],
    ['OpenHarbor 7B', 'acme/OpenHarbor-7b-v1'],
    ['Gull 2 Pro 7B', 'acme/Gull-2-Pro-Mistral-7B'],
  ])('%s is not told twice where %s is declared', async (name, id) => {
    const text = `This model is a fine-tuned version of ${name}.`;
    expect(await undeclared(text, `license: mit\nbase_model: ${id}`)).toEqual([]);
  });

  test.each(['7B tokens', 'about 13B parameters', 'a 7B model', 'the 7B base', 'Version 2 of 40B samples'])(
    'is no count: fine-tuned from %s',
    async (words) => {
      expect(await undeclared(`This model was fine-tuned from ${words}.`)).toEqual([]);
    },
  );

  test.each([
    ['mistral-ft-optimized-1218', 'OpenPipe/mistral-ft-optimized-1218'],
    ['OpenOrca-Platypus2-13B', 'Open-Orca/OpenOrca-Platypus2-13B'],
    ['Llama-3-8B', 'meta-llama/Meta-Llama-3-8B'],
  ])('%s alone is the one model that is called so', async (name, id) => {
    expect(await undeclared(`This model is a fine-tuned version of ${name}.`)).toEqual([id]);
  });

  test.each([
    ['DeepSeek-Coder-6.7B-Base', 'deepseek-ai/deepseek-coder-6.7b-base'],
    ['Mistral-7B-v0.1', 'mistralai/Mistral-7B-v0.1'],
    ['Llama 3.1 8B with QLoRA', 'meta-llama/Llama-3.1-8B'],
  ])('that is told in full, %s, is what a model was tuned on', async (name, id) => {
    expect(await undeclared(`This model was finetuned on ${name}.`)).toEqual([id]);
  });

  test.each([
    'Mistral-7B-v0.1 outputs',
    'Mistral-7B-v0.1 generated conversations',
    'data from Mistral-7B-Instruct-v0.2',
    'Llama-2-7b-chat responses',
    'Qwen2.5 data',
    'Alpaca',
  ])('stands for data, or may, in: fine-tuned on %s', async (words) => {
    expect(await undeclared(`This model was fine-tuned on ${words}.`)).toEqual([]);
  });

  test.each(['Llama-3-8B-Instruct', 'Mistral-7B-v0.1', 'Gemma-2-9b-it', 'Llama 3 Instruct'])(
    'stands in %s',
    async (name) => {
      expect(await undeclared(`This model is a fine-tuned version of ${name}.`)).toHaveLength(1);
    },
  );
});

describe('what the base comes from', () => {
  const front = 'license: mit\nbase_model: acme/mid-7b';

  test.each([
    'acme/mid-7b is a fine-tuned version of other/root-7b.',
    'Mid-7B was fine-tuned from other/root-7b.',
    'This model is a fine-tune of acme/mid-7b, which is itself a fine-tuned version of other/root-7b.',
    '이 모델은 other/root-7b를 기반으로 한 acme/mid-7b를 파인튜닝한 모델입니다.',
    'このモデルは other/root-7b をベースにした acme/mid-7b をファインチューニングしたものです。',
  ])('is not asked for: %s', async (text) => {
    expect(await undeclared(text, front)).toEqual([]);
  });

  test('also where the sentence calls the base by the first word of its name', async () => {
    const zephyr = 'license: mit\nbase_model: HuggingFaceH4/zephyr-7b-beta';
    expect(await undeclared('Zephyr is a fine-tuned version of other/root-7b.', zephyr)).toEqual([]);
  });

  test('what this model comes from is', async () => {
    expect(await undeclared('This model is a fine-tuned version of other/root-7b.', front)).toEqual([
      'other/root-7b',
    ]);
    expect(await undeclared('이 모델은 acme/mid-7b를 파인튜닝한 모델입니다.')).toEqual(['acme/mid-7b']);
  });
});

describe('a folder is called as the model that the card introduces', () => {
  const told = (folder: string) =>
    undeclared('metamath-mistral-7b is a fine-tune of other/Base-2.', 'license: mit', {
      value: folder,
      from: 'folder',
    });

  test('so what the sentence says is said of this one', async () => {
    expect(await told('MetaMath-Mistral-7B')).toEqual(['other/Base-2']);
    expect(await told('release')).toEqual([]);
  });

  test('it may also be called after the base that lies in it', async () => {
    const folder: RepoName = { value: 'bert-base-cased', from: 'folder' };
    expect(await undeclared('bert-base-cased fine-tuned on SQuAD.', 'license: mit', folder)).toEqual([
      'bert-base-cased',
    ]);
  });
});
