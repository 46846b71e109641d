import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { lint } from '../../../src/core/lint.ts';
import { memoryRepo } from '../../../src/core/read/memory-repo.ts';
import type { Resolution } from '../../../src/core/model/lineage.ts';
import { card } from '../../support/card.ts';
import { writeGguf } from '../../support/write-gguf.ts';

const catalogue = shippedCatalogue();
const BASE = 'base_model: acme/base-7b';
/** Weights that nobody fetched. */
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 4000000000\n`;

type Files = Readonly<Record<string, string | Uint8Array>>;

async function report(files: Files, { name = 'me/chat', complete = true } = {}) {
  const license = catalogue.byId('cc-by-nc-4.0');
  if (!license) throw new Error('no license');
  const found: Resolution = {
    is: 'found',
    license: { is: 'known', license },
    raw: license.id,
    bases: [],
    from: 'test',
    asOf: '2026-11',
    confidence: 'certain',
  };
  return lint(
    { ...memoryRepo(files), complete },
    { value: name, from: name.includes('/') ? 'flag' : 'folder' },
    { catalogue, rules, upstreams: { find: () => Promise.resolve(found) } },
  );
}

/** `finetune by the tag …`, with a mark where that is no more than likely. */
async function told(files: Files, setting?: Parameters<typeof report>[1], model?: string) {
  const { ancestors } = await report(files, setting);
  const [step] = (ancestors.find((one) => one.model === model) ?? ancestors[0])?.path ?? [];
  if (!step) return 'nothing';
  const sure = step.by?.confidence === 'certain' ? '' : '?';
  return step.by ? `${step.relation}${sure} by ${step.by.words}` : step.relation;
}

const readme = (front: string, text?: string) => ({
  'README.md': card(`license: apache-2.0\n${front}`, text),
});
const whole = { 'config.json': '{"model_type": "x"}', 'model.safetensors': POINTER };
const adapterConfig = (base = 'acme/base-7b') =>
  JSON.stringify({ peft_type: 'LORA', base_model_name_or_path: base });

describe('what declares a relation', () => {
  test.each(['finetune', 'adapter', 'merge', 'quantized'])(
    'the key says %s, whatever the files',
    async (one) => {
      expect(await told({ ...readme(`${BASE}\nbase_model_relation: ${one}`), ...whole })).toBe(
        `${one} by \`base_model_relation\``,
      );
    },
  );

  test('a tag of the Hub declares it too', async () => {
    expect(await told(readme(`${BASE}\ntags: ['base_model:finetune:acme/base-7b']`))).toBe(
      'finetune by the tag `base_model:finetune:acme/base-7b`',
    );
  });
});

describe('what files show', () => {
  test.each<[string, Files, string]>([
    ['whole weights', whole, 'finetune by model.safetensors: whole weights, and no adapter config'],
    [
      'the index of shards that are elsewhere',
      { 'model.safetensors.index.json': '{}' },
      'finetune by model.safetensors.index.json: whole weights, and no adapter config',
    ],
    [
      'a pipeline of diffusers',
      { 'model_index.json': '{}', 'unet/diffusion_pytorch_model.safetensors': POINTER },
      'finetune by unet/diffusion_pytorch_model.safetensors: whole weights, and no adapter config',
    ],
    ['an adapter config', { 'adapter_config.json': adapterConfig() }, 'adapter by adapter_config.json'],
    [
      "an adapter's weights beside a config that names nothing",
      { 'adapter_model.safetensors': POINTER, 'config.json': '{}' },
      'adapter by adapter_model.safetensors',
    ],
    [
      'a LoRA of diffusers',
      { 'pytorch_lora_weights.safetensors': POINTER },
      'adapter by pytorch_lora_weights.safetensors',
    ],
    [
      "a checkpoint's adapter below the whole model that was made of it",
      { ...whole, 'checkpoint-9/adapter_config.json': adapterConfig() },
      'finetune by model.safetensors: whole weights, and no adapter config',
    ],
    [
      'a merge recipe',
      {
        'mergekit_config.yml':
          'merge_method: slerp\nmodels:\n  - model: acme/base-7b\n  - model: acme/two-7b\n',
        ...whole,
      },
      'merge by a merge recipe in mergekit_config.yml',
    ],
    [
      'AWQ',
      { ...whole, 'config.json': '{"quantization_config": {"quant_method": "awq"}}' },
      'quantized by config.json (awq)',
    ],
    [
      'MLX in four bits',
      { ...whole, 'config.json': '{"quantization": {"group_size": 64, "bits": 4}}' },
      'quantized by config.json (MLX)',
    ],
    [
      'GPTQ',
      { 'quantize_config.json': '{"bits": 4, "group_size": 128}' },
      'quantized by quantize_config.json (gptq)',
    ],
    [
      'GGUF by name',
      { 'chat.Q4_K_M.gguf': POINTER, 'mmproj-f16.gguf': POINTER },
      'quantized by chat.Q4_K_M.gguf',
    ],
    ['GGUF in whole floats', { 'chat-f16.gguf': POINTER }, 'copy by chat-f16.gguf'],
    ['GGUF of which nothing tells the bits', { 'chat.gguf': POINTER }, 'quantized? by chat.gguf'],
    [
      'GGUF by its header',
      {
        'chat.gguf': writeGguf([
          ['general.architecture', ['string', 'llama']],
          ['general.file_type', ['u32', 15]],
        ]),
      },
      'quantized by chat.gguf (GGUF)',
    ],
    [
      'GGUF beside the whole weights',
      { ...whole, 'chat.Q4_K_M.gguf': POINTER },
      'finetune by model.safetensors: whole weights, and no adapter config',
    ],
    ['ONNX, of which nobody knows of what', { 'onnx/model.onnx': 'x' }, 'unsaid'],
    ['nothing at all', {}, 'unsaid'],
  ])('%s', async (_, files, expected) => {
    expect(await told({ ...readme(BASE), ...files })).toBe(expected);
  });

  test('the name of the model itself tells a copy, which is no more than likely', async () => {
    expect(await told({ ...readme(BASE), ...whole }, { name: 'me/base-7b-fp16' })).toBe(
      "copy? by a name that is the upstream's own",
    );
  });

  test('where only a card is at hand, files that are not listed show nothing', async () => {
    expect(await told({ ...readme(BASE), ...whole }, { complete: false })).toBe('unsaid');
  });
});

describe('what tags and words tell', () => {
  test.each<[string, string, string | undefined, string]>([
    ['a library', 'library_name: peft', undefined, 'adapter? by `library_name: peft`'],
    ['a tag', 'tags: [lora]', undefined, 'adapter? by the tag `lora`'],
    [
      'a tag over words',
      'tags: [lora]',
      'A fine-tuned version of acme/base-7b.',
      'adapter? by the tag `lora`',
    ],
    [
      'words over a format that is on offer',
      'tags: [gguf, mlx]',
      'A fine-tuned version of acme/base-7b.',
      'finetune? by the words of README.md',
    ],
    ['a format', 'tags: [gguf]', undefined, 'quantized? by the tag `gguf`'],
    [
      'a format over the merge that it is of',
      'tags: [gguf, merge]',
      undefined,
      'quantized? by the tag `gguf`',
    ],
    ['a merge', 'tags: [mergekit, merge]', undefined, 'merge? by the tag `mergekit`'],
    [
      'a word of the family',
      'base_model: meta-llama/Llama-3.1-8B',
      'This model is a fine-tuned version of Llama 3.1.',
      'finetune? by the words of README.md',
    ],
    ['nothing', 'tags: [text-generation]', 'A model for chats.', 'unsaid'],
    ['advice', '', 'You can fine-tune this model with LoRA adapters.', 'unsaid'],
    ['a plan', '', 'I will be uploading LoRA adapters soon.', 'unsaid'],
    ['another model', '', 'This model is better than a fine-tuned model.', 'unsaid'],
  ])('%s', async (_, front, text, expected) => {
    const lines = front.includes('base_model') ? front : `${BASE}\n${front}`;
    expect(await told(readme(lines, text && `# Chat\n\n${text}\n`))).toBe(expected);
  });

  test.each([
    ['adapter', 'This repository contains a LoRA adapter.'],
    ['adapter', 'QLoRA SFT adapter, trained in an hour.'],
    ['finetune', 'This model was fine-tuned for chats.'],
    ['quantized', 'This repo contains GGUF format model files.'],
    ['merge', 'This is a merge, made by night.'],
    ['copy', 'This is an unmodified mirror.'],
    ['finetune', '한국어 대화에 맞게 파인튜닝한 모델입니다.'],
    ['finetune', '지시문으로 미세 조정된 언어 모델입니다.'],
    ['adapter', 'LoRA 어댑터만 공개합니다.'],
    ['quantized', '4비트로 양자화한 모델입니다.'],
    ['merge', '두 모델을 병합한 모델입니다.'],
    ['finetune', '本模型是在对话数据上微调得到的。'],
    ['finetune', '這是微調後的繁體中文模型。'],
    ['adapter', '这是一个 LoRA 适配器。'],
    ['quantized', '本仓库提供 4 位量化模型。'],
    ['merge', '这是由两个模型合并而成的模型。'],
    ['finetune', '日本語の対話でファインチューニングしたモデルです。'],
    ['finetune', '追加学習を行ったモデルを公開します。'],
    ['adapter', 'LoRAアダプタです。'],
    ['quantized', '4bitに量子化したモデルです。'],
    ['merge', '二つのモデルをマージしたモデルです。'],
  ])('%s: %s', async (relation, text) => {
    expect(await told(readme(BASE, `# Chat\n\n${text}\n`))).toMatch(
      new RegExp(`^${relation}\\? by the words "`),
    );
  });

  test('several bases of one size are merged; a tower beside a language model is not', async () => {
    expect(await told(readme('base_model: [acme/base-7b, acme/two-7b]'))).toBe(
      'merge? by 2 models in `base_model`',
    );
    expect(await told(readme('base_model: [acme/base-7b, acme/tower-large]'))).toBe('unsaid');
  });

  test('files that hold no adapter silence words of one', async () => {
    expect(await told({ ...readme(`${BASE}\ntags: [lora]`), ...whole })).toMatch(
      /^finetune by model\.safetensors/,
    );
  });

  test('words that tell more than whole weights can show make it likely', async () => {
    const text = '# Chat\n\nThis model was distilled from acme/base-7b.\n';
    expect(await told({ ...readme(BASE, text), ...whole })).toMatch(/^finetune\? by model\.safetensors/);
  });
});

test('a config that records the name of the folder itself names no upstream', async () => {
  const files = { 'README.md': '# Chat\n', 'config.json': '{"_name_or_path": "acme/Chat-7B"}' };
  expect(await told(files, { name: 'Chat-7B' })).toBe('nothing');
  expect(await told(files, { name: 'me/Chat-7B' })).toBe('unsaid');
});

describe('what it does to findings', () => {
  const severity = async (files: Files) =>
    (await report(files)).findings.flatMap(({ rule, severity: one, confidence }) =>
      rule === 'incompatible-license' ? [`${one} ${confidence}`] : [],
    );

  test('a non-commercial base under whole weights is an error; by an adapter it is none', async () => {
    expect(await severity({ ...readme(BASE), ...whole })).toEqual(['error certain']);
    expect(await severity({ ...readme(BASE), 'adapter_config.json': adapterConfig() })).toEqual([
      'warning likely',
    ]);
    expect(
      await severity(readme(BASE, '# Chat\n\nThis model is a fine-tuned version of acme/base-7b.\n')),
    ).toEqual(['warning likely']);
    expect(await severity(readme(BASE))).toEqual(['warning likely']);
  });
});
