/**
 * Random model repositories: small whole ones, then broken in the ways that people, tools and attackers do.
 */
import { Buffer } from 'node:buffer';

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Random = () => number;
const below = (random: Random, count: number) => Math.floor(random() * count);
export const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

/** A symbolic link, by where it leads. */
export class Link {
  readonly target: string;

  constructor(target: string) {
    this.target = target;
  }
}

export type Repository = ReadonlyMap<string, Buffer | Link>;

const LICENSES = [
  'mit',
  'apache-2.0',
  'other',
  'Apache 2.0',
  'llama3.1',
  'gemma',
  'cc-by-nc-4.0',
  'gpl',
  'no',
  '[mit, gemma]',
  'Apache 2.0 (non-commercial)',
  'MIT License',
  'cc by nc 4.0',
  'GPL-2.0-only WITH Classpath-exception-2.0',
  'mit and apache-2.0',
  'constructor',
];
const MODELS = [
  'meta-llama/Llama-3.1-8B',
  'google/gemma-2-9b',
  'Qwen/Qwen2.5-7B',
  'gpt2',
  'acme/x',
  './out',
  'a/b/c',
  'https://huggingface.co/acme/y',
  'https://huggingface.co/google/gemma-2-9b/tree/main',
  '__proto__/toString',
];
const KEYS = [
  'license',
  'licence',
  'license_name',
  'license_link',
  'base_model',
  'base_models',
  'base_model_relation',
  'datasets',
  'tags',
  'language',
  'model-index',
  'x: &a',
  'lisence',
  'base-model',
  '__proto__',
  'new_version',
];
/** The forms that YAML has for one value. */
const FORMS: readonly ((value: string) => string)[] = [
  (value) => `'${value}'`,
  (value) => `"${value}"`,
  (value) => `"\\x41${value}\\n"`,
  (value) => `|\n  ${value}\n  # no comment`,
  (value) => `>-\n  ${value}\n\n  more`,
  (value) => `|2-\n  ${value}`,
  (value) => `&v ${value}\nagain: *v`,
  (value) => `!!str ${value}`,
  (value) => `[${value}, "${value}"]`,
  (value) => `{ name: ${value}, sub: { license: ${value} } }`,
  (value) => `${value} # why`,
  (value) => `${value}\n  and more`,
  (value) => `\n- ${value}\n-   '${value}'`,
  (value) => `\n  ${value}`,
  () => '',
  () => '~',
];
const PROSE = [
  'This model is a fine-tune of meta-llama/Llama-3.1-8B, licensed under the MIT license.',
  '이 모델은 google/gemma-2-9b를 파인튜닝한 모델이며 비상업적 용도로만 사용할 수 있습니다.',
  '本模型基于 Qwen/Qwen2.5-7B 微调。',
  'このモデルはgpt2をファインチューニングしたものです。',
  'Built with Llama',
  'Trained on outputs of GPT-4.',
  '| Base model | acme/x |',
  '<!-- licet-disable missing-phrase until=2020-13-99 -- why -->',
  '# License',
  '```yaml',
  '[LICENSE](./LICENSE)',
  'Copyright [year] <name of author>',
  '---',
  '> > - 1. *',
];
/** What steers terminals and runners, breaks lines, hides, or is no text at all. */
const NASTY = [
  '\u0000',
  '\u001b[31m',
  '\u0007',
  '\u009b2J',
  '\r',
  '\u2028',
  '\u202e',
  '\u200b',
  '\ufeff',
  '::error::x',
  '\t',
  '\ud83d',
  '"',
  "'",
  '{',
  '[',
  '&a',
  '*a',
  '!!js',
  '|',
  '`',
  '%0A',
  '../',
  '\u0085',
  '\\',
  '<script>',
];

/** Small inputs are tried more often in the same time; some are larger, for what meets what. */
const few = (random: Random) => (random() < 0.1 ? 12 : 3);

function card(random: Random): string {
  const key = () => pick(random, KEYS);
  const plain = () => pick(random, random() < 0.5 ? LICENSES : MODELS);
  const value = () => (random() < 0.4 ? pick(random, FORMS)(plain()) : plain());
  const line = () => (random() < 0.05 ? `? ${key()}\n: ${plain()}` : `${key()}: ${value()}`);
  const lines = Array.from({ length: below(random, 5) }, () =>
    random() < 0.2 ? `${key()}:\n- ${plain()}\n- ${plain()}` : line(),
  );
  const license = random() < 0.3 ? pick(random, FORMS)(pick(random, LICENSES)) : pick(random, LICENSES);
  const body = Array.from({ length: below(random, few(random)) }, () => pick(random, PROSE));
  return (
    `---\nlicense: ${license}\n${lines.join('\n')}\n---\n` + `${body.join(random() < 0.5 ? '\n' : '\n\n')}\n`
  );
}

const config = (random: Random) =>
  `extends: ${pick(random, ['recommended', 'strict', 'publish', 'x'])}\nrules: { missing-phrase: ` +
  `${pick(random, ['off', '"off"', 'error', '3'])} }\n` +
  `overrides:\n  - files: ["${pick(random, ['**', '{a,b}*', '***', '[', '!x'])}"]\n    rules: { ` +
  'missing-notice: warn }\n' +
  `facts:\n  - { model: ${pick(random, MODELS)}, license: ${pick(random, LICENSES)}, reason: x, ` +
  'date: 2026-01-01 }\n';

const lock = (random: Random) =>
  JSON.stringify({
    version: 1,
    models: {
      [pick(random, MODELS)]: {
        license: pick(random, LICENSES),
        source: 'Hub',
        date: '2026-01-01',
        bases: [pick(random, MODELS)],
      },
    },
  });

const reviews = (random: Random) =>
  `version: 1\nreviews:\n  - role: ${pick(random, ['legal', 'release', 'x'])}\n    decision: ` +
  `${pick(random, ['agree', 'no'])}\n    by: ${pick(random, MODELS)}\n` +
  `    date: 2026-11-${10 + below(random, 30)}\n    signs: ${'0a'.repeat(32)}\n` +
  `    sha256: ${'1b'.repeat(32)}\nrows:\n  ${'0a'.repeat(32)}:\n    ` +
  `subject: ${pick(random, LICENSES)} @ ${'2c'.repeat(8)}\n`;

/** GGUF of version 3 with text keys alone. */
function gguf(random: Random): Buffer {
  const text = (value: string) => {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(bytes.length));
    return Buffer.concat([length, bytes]);
  };
  const head = Buffer.alloc(24);
  head.write('GGUF');
  head.writeUInt32LE(3, 4);
  const keys = ['general.license', 'general.name', 'general.base_model.0.repo_url'];
  head.writeBigUInt64LE(BigInt(keys.length), 16);
  const type = Buffer.from([8, 0, 0, 0]);
  return Buffer.concat([
    head,
    ...keys.flatMap((key) => [text(key), type, text(pick(random, [...LICENSES, ...MODELS]))]),
  ]);
}

function safetensors(random: Random): Buffer {
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: { 'modelspec.license': pick(random, LICENSES), ss_base_model_version: 'sd_1.5' },
    }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header]);
}

/** A text or header with up to three faults in it. */
function broken(random: Random, bytes: Buffer): Buffer {
  let now = bytes;
  for (let times = Math.max(0, below(random, 6) - 2); times > 0; times -= 1) {
    const [at, to] = [below(random, now.length + 1), below(random, now.length + 1)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const put = (middle: Buffer) => Buffer.concat([now.subarray(0, at), middle, now.subarray(at)]);
    const faults: readonly (() => Buffer)[] = [
      () => put(Buffer.from(pick(random, NASTY))),
      () => put(Buffer.from([below(random, 256)])),
      () => Buffer.concat([now.subarray(0, at), now.subarray(Math.min(to, at + 40))]),
      () => put(now.subarray(at, Math.min(to, at + 200))),
      () => now.subarray(0, at),
      () => Buffer.from(now.toString('utf8').replace(/\n/g, '\r\n')),
      () => put(Buffer.from(pick(random, NASTY).repeat(below(random, random() < 0.03 ? 3000 : 40)))),
    ];
    now = pick(random, faults)();
  }
  return now;
}

const OTHERS: readonly (readonly [name: string, make: (random: Random) => string | Buffer])[] = [
  ['LICENSE', (random) => `MIT License\n\nCopyright (c) [year] ${pick(random, ['Acme', '<name>'])}\n`],
  ['NOTICE', (random) => pick(random, PROSE)],
  ['config.json', (random) => JSON.stringify({ _name_or_path: pick(random, MODELS), model_type: 'llama' })],
  [
    'adapter_config.json',
    (random) => JSON.stringify({ base_model_name_or_path: pick(random, MODELS), peft_type: 'LORA' }),
  ],
  [
    'mergekit_config.yml',
    (random) =>
      `models:\n  - model: ${pick(random, MODELS)}\n  - model: ${pick(random, MODELS)}+acme/lora\n` +
      'merge_method: ties\n',
  ],
  ['Modelfile', (random) => `FROM ${pick(random, MODELS)}\nLICENSE """${pick(random, LICENSES)}"""\n`],
  ['licet.config.yaml', config],
  ['licet.lock.json', lock],
  ['licet.review.yaml', reviews],
  ['model.gguf', gguf],
  ['model.safetensors', safetensors],
  [
    'modeling_x.py',
    (random) =>
      `# Copyright 2024 ${pick(random, ['Acme', 'The HuggingFace Team'])}\n# ${pick(random, PROSE)}\n`,
  ],
];
/** A broken one ends the run with a usage error, so that little else is tried. */
const OF_LICET: ReadonlySet<string> = new Set(['licet.config.yaml', 'licet.lock.json', 'licet.review.yaml']);
/** Names of files and folders that a file system takes and a report must survive. */
const ODD_NAMES = [
  'LICENSE\u001b[31m',
  'LICENSE\n::error::x',
  'a\u202eb/LICENSE',
  'LICENSE `x` <b>',
  '모델/README.md',
  '-rf/README.md',
  'NOTICE%0A',
];

/** Where links lead: out, round in a circle, to what has no end, to nothing. */
const LINKS = ['../outside', 'README.md', '.', '..', '/dev/zero', '/etc/hostname', 'gone', '../repo/LICENSE'];

/** The files of one repository; the card is nearly always there. */
export function repositoryFrom(random: Random): Repository {
  const files = new Map<string, Buffer | Link>();
  const put = (name: string, content: string | Buffer) =>
    files.set(name, broken(random, Buffer.from(content)));
  if (random() < 0.97) put('README.md', card(random));
  for (const [name, make] of OTHERS)
    if (random() < (OF_LICET.has(name) ? 0.05 : 0.1)) put(name, make(random));
  if (random() < 0.05) put(pick(random, ODD_NAMES), card(random));
  if (random() < 0.03)
    files.set(pick(random, ['LICENSE', 'NOTICE', 'sub', 'README.md']), new Link(pick(random, LINKS)));
  return files;
}
