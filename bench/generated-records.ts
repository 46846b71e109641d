/**
 * Records made from a seed, so that a bench needs no folder of real cards: front matter, tables, code and
 * prose in the manner of the Hub's.
 */

/** Bytes of a card, about. */
const SIZES = [800, 4_000] as const;

export type Random = () => number;

/** Mulberry32: 32 bits of state are enough for a bench. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const OWNERS = ['acme', 'north-lab', 'kimchi-ai', 'sora-research', 'delta', 'openforge'];
const NOUNS = ['Falcon', 'Tiny', 'Orca', 'Nova', 'Haneul', 'Sakura', 'Merge', 'Coder', 'Instruct'];
const BASES = [
  'meta-llama/Llama-3.1-8B-Instruct',
  'google/gemma-2-9b-it',
  'Qwen/Qwen2.5-7B',
  'mistralai/Mistral-7B-v0.3',
  'LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct',
  'deepseek-ai/DeepSeek-V3',
  'someone/unknown-model',
];
const LICENSES = ['apache-2.0', 'mit', 'llama3.1', 'gemma', 'cc-by-nc-4.0', 'other', 'gpl-3.0'];
const DATA = ['tatsu-lab/alpaca', 'HuggingFaceH4/ultrachat_200k', 'someone/own-data'];
const SENTENCES = [
  'This model was trained on a mixture of public and private text.',
  'It answers questions about code, law and cooking in a friendly tone.',
  'We compare it with other models of the same size on six public benchmarks.',
  'The context length is 8,192 tokens and the vocabulary has 128,256 entries.',
  '이 모델은 한국어와 영어로 된 질문에 답합니다.',
  'このモデルは日本語の文章を要約します。',
  '本模型支持中文和英文对话。',
  'Training took 36 hours on eight accelerators with a learning rate of 2e-5.',
  'Please open a discussion if you find an answer that is wrong or harmful.',
];

export const pick = <T>(from: readonly T[], random: Random): T =>
  from[Math.floor(random() * from.length)] as T;

function frontMatter(random: Random): string {
  const results = Array.from({ length: Math.floor(random() * 12) }, (_, nth) =>
    [
      '  - task: {type: text-generation, name: Text Generation}',
      `    dataset: {name: bench-${nth}, type: bench/${nth}}`,
      `    metrics: [{type: acc, value: ${(random() * 100).toFixed(2)}, name: accuracy}]`,
    ].join('\n'),
  );
  return [
    '---',
    `license: ${pick(LICENSES, random)}`,
    ...(random() < 0.7 ? ['base_model:', `  - ${pick(BASES, random)}`] : []),
    ...(random() < 0.4 ? ['datasets:', `  - ${pick(DATA, random)}`] : []),
    'language: [en, ko]',
    'library_name: transformers',
    'pipeline_tag: text-generation',
    'tags: [text-generation, conversational]',
    ...(results.length > 0 ? ['model-index:', '- name: model', '  results:', ...results] : []),
    '---',
  ].join('\n');
}

const blocks: readonly ((random: Random) => string)[] = [
  (random) => Array.from({ length: 6 }, () => pick(SENTENCES, random)).join(' '),
  (random) => Array.from({ length: 5 }, () => `- ${pick(SENTENCES, random)}`).join('\n'),
  (random) => `## ${pick(NOUNS, random)} ${pick(['usage', 'training', 'license', 'results'], random)}`,
  (random) =>
    ['| model | score |', '|---|---|']
      .concat(Array.from({ length: 8 }, () => `| ${pick(BASES, random)} | ${random().toFixed(3)} |`))
      .join('\n'),
  (random) => `\`\`\`python\nmodel = load("${pick(BASES, random)}")\nprint(model)\n\`\`\``,
  (random) => `It is a fine-tune of [${pick(BASES, random)}](https://huggingface.co/${pick(BASES, random)}).`,
];

/** A card of about so many bytes. */
export function card(random: Random, [least, most]: readonly [number, number]): string {
  const size = least + random() * (most - least);
  const parts = [frontMatter(random), `# ${pick(NOUNS, random)}`];
  for (let length = 0; length < size; length += parts.at(-1)?.length ?? 0)
    parts.push(pick(blocks, random)(random));
  return `${parts.join('\n\n')}\n`;
}

/** Records for `licet batch`, a line each; of a hundred, one is broken. */
export function* records(count: number, seed: number): Generator<string> {
  const random = randomOf(seed);
  for (let nth = 0; nth < count; nth += 1) {
    const id = `${pick(OWNERS, random)}/${pick(NOUNS, random)}-${nth}`;
    const line = JSON.stringify({ id, card: card(random, SIZES) });
    yield nth % 100 === 99 ? line.slice(0, line.length / 2) : line;
  }
}

const SECTIONS = ['Model description', 'Intended use', 'Training', 'Evaluation', 'Limitations', 'Citation'];

/** The files of a repository as many are: a card of about 20 KB in one language, configs and a license. */
export function repository(seed: number, license: string): Record<string, string> {
  const random = randomOf(seed);
  const english = SENTENCES.filter((sentence) => /^[ -~]+$/.test(sentence));
  const base = 'Qwen/Qwen2.5-7B';
  const parts = [
    `---\nlicense: apache-2.0\nbase_model: ${base}\nlanguage: [en]\nlibrary_name: transformers\n---`,
    `# Falcon-8B\n\nThis model is a fine-tuned version of [${base}](https://huggingface.co/${base}).`,
  ];
  const paragraph = () => Array.from({ length: 5 }, () => pick(english, random)).join(' ');
  const rows = () => Array.from({ length: 8 }, (_, nth) => `| bench-${nth} | ${random().toFixed(3)} |`);
  for (let round = 0; parts.join('').length < 20_000; round += 1)
    parts.push(
      `## ${SECTIONS[round % SECTIONS.length] ?? ''}\n\n${paragraph()}\n\n${paragraph()}`,
      Array.from({ length: 4 }, () => `- **${pick(NOUNS, random)}**: ${pick(english, random)}`).join('\n'),
      ['| benchmark | score |', '|---|---|', ...rows()].join('\n'),
      `\`\`\`python\nmodel = load("acme/Falcon-8B")\nprint(model)\n\`\`\``,
    );
  parts.push(`## License\n\nThe model is released under the Apache 2.0 license, like ${base}.`);
  const config = {
    _name_or_path: base,
    architectures: ['Qwen2ForCausalLM'],
    model_type: 'qwen2',
    hidden_size: 3584,
    torch_dtype: 'bfloat16',
    transformers_version: '4.43.0',
    vocab_size: 152064,
  };
  return {
    'README.md': `${parts.join('\n\n')}\n`,
    'config.json': `${JSON.stringify(config, null, 2)}\n`,
    'generation_config.json': `${JSON.stringify({ do_sample: true, temperature: 0.6 }, null, 2)}\n`,
    'tokenizer_config.json': `${JSON.stringify({ model_max_length: 131072, pad_token: '<pad>' }, null, 2)}\n`,
    LICENSE: license,
  };
}
