/** The files of a repository by name. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const card = (front: string, body = '') => ({ 'README.md': `---\n${front}\n---\n${body}` });
const list = (n: number, item: (nth: number) => string, between = '\n') =>
  Array.from({ length: n }, (_, nth) => item(nth)).join(between);
const beside = (file: string, text: string | Uint8Array): Files => ({
  ...card('license: mit'),
  [file]: text,
});
const json = (file: string, n: number, fields: (nth: number) => Readonly<Record<string, unknown>>) =>
  beside(file, JSON.stringify(Object.assign({}, ...Array.from({ length: n }, (_, nth) => fields(nth)))));

/** A safetensors header with n metadata keys. */
function safetensors(n: number): Uint8Array {
  const header = new TextEncoder().encode(
    JSON.stringify({
      __metadata__: Object.fromEntries(
        Array.from({ length: n }, (_, nth) => [`key${nth}`, `acme/base-${nth}`]),
      ),
    }),
  );
  const bytes = new Uint8Array(8 + header.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  return bytes;
}

/** A GGUF header with n keys that name base models. */
function gguf(n: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const number = (value: number, bytes: 4 | 8) => {
    const view = new DataView(new ArrayBuffer(bytes));
    if (bytes === 4) view.setUint32(0, value, true);
    else view.setBigUint64(0, BigInt(value), true);
    parts.push(new Uint8Array(view.buffer));
  };
  const text = (value: string) => {
    const encoded = new TextEncoder().encode(value);
    number(encoded.length, 8);
    parts.push(encoded);
  };
  parts.push(new TextEncoder().encode('GGUF'));
  number(3, 4);
  number(0, 8);
  number(n, 8);
  for (let nth = 0; nth < n; nth += 1) {
    text(`general.base_model.${nth}.repo_url`);
    number(8, 4);
    text(`https://huggingface.co/acme/base-${nth}`);
  }
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/**
 * One repository for each extractor, and for each way in which a card may grow; n is the number of its parts.
 */
export const GROWING: Readonly<Record<string, (n: number) => Files>> = {
  'card: keys': (n) => card(`license: mit\n${list(n, (nth) => `key${nth}: a`)}`),
  'card: base models': (n) => card(`license: mit\nbase_model:\n${list(n, (nth) => `- acme/Llama-3-${nth}`)}`),
  'card: aliases': (n) => card(`license: mit\na: &a x\n${list(n, (nth) => `z${nth}: *a`)}`),
  'card: tags': (n) => card(`license: mit\ntags:\n${list(n, (nth) => `- tag-${nth}`)}`),
  'card: data sets': (n) => card(`license: mit\ndatasets:\n${list(n, (nth) => `- acme/data-${nth}`)}`),
  'text: plain paragraphs': (n) =>
    card(
      'license: mit',
      list(n, () => 'Nothing of the kind stands here.\n'),
    ),
  'text: statements': (n) =>
    card(
      'license: mit',
      list(n, (nth) => `This model is a fine-tune of acme/base-${nth}, licensed under MIT.\n`),
    ),
  'text: one paragraph of statements': (n) =>
    card(
      'license: mit',
      list(n, () => 'It is licensed under the MIT license. ', ''),
    ),
  'text: list items': (n) =>
    card('license: mit', `Base models:\n\n${list(n, (nth) => `- acme/base-${nth}`)}`),
  'text: links': (n) =>
    card(
      'license: mit',
      list(n, (nth) => `Based on [a](https://huggingface.co/acme/base-${nth}).\n`),
    ),
  'text: families': (n) =>
    card(
      'license: mit',
      list(n, (nth) => `Fine-tuned from Llama ${nth}.\n`),
    ),
  'text: blanks on a line': (n) => card('license: mit', `License ${list(n, () => '[year]', '')}`),
  'text: distinct blanks': (n) =>
    card(
      'license: mit',
      list(n, (nth) => `license [insert x${nth}]`),
    ),
  'text: columns of a table': (n) =>
    card('license: mit', `${'|License'.repeat(n)}|\n${'|---'.repeat(n)}|\n${'|mit'.repeat(n)}|\n`),
  'text: rows of a table': (n) =>
    card('license: mit', `|Model|License|\n|---|---|\n${list(n, (nth) => `|acme/base-${nth}|mit|`)}\n`),
  'text: tables': (n) =>
    card(
      'license: mit',
      list(n, () => '|License|mit|\n|---|---|\n|Base model|acme/base-7b|\n'),
    ),
  'text: fences of recipes': (n) =>
    card(
      'license: mit',
      list(n, (nth) => `\`\`\`yaml\nbase_model: acme/base-${nth}\ndatasets: []\n\`\`\`\n`),
    ),
  'text: directives': (n) =>
    card(
      'license: mit',
      list(n, () => '<!-- licet-disable x -->\n'),
    ),
  'text: images': (n) =>
    card(
      'license: mit',
      list(n, () => '![License: MIT](https://img.shields.io/badge/License-MIT-blue)\n'),
    ),
  'config.json': (n) =>
    json('config.json', n, (nth) => ({ [`key${nth}`]: { _name_or_path: `acme/base-${nth}` } })),
  'adapter_config.json': (n) =>
    json('adapter_config.json', n, (nth) => ({ [`key${nth}`]: nth, base_model_name_or_path: 'acme/base' })),
  'model_index.json': (n) =>
    json('model_index.json', n, (nth) => ({ [`part${nth}`]: ['diffusers', `acme/base-${nth}`] })),
  'tokenizer_config.json': (n) =>
    json('tokenizer_config.json', n, (nth) => ({ [`key${nth}`]: 'a', name_or_path: 'acme/base' })),
  'quantize_config.json': (n) =>
    json('quantize_config.json', n, (nth) => ({ [`key${nth}`]: nth, model_name_or_path: 'acme/base' })),
  'config_sentence_transformers.json': (n) =>
    json('config_sentence_transformers.json', n, (nth) => ({ [`key${nth}`]: nth })),
  'training_args.json': (n) =>
    json('training_args.json', n, (nth) => ({ [`key${nth}`]: nth, model_name_or_path: 'acme/base' })),
  'mergekit.yml': (n) =>
    beside(
      'mergekit_config.yml',
      `merge_method: ties\nmodels:\n${list(n, (nth) => `  - model: acme/Llama-3-${nth}`)}\n`,
    ),
  'axolotl.yml': (n) =>
    beside(
      'axolotl.yml',
      'base_model: acme/base\nadapter: lora\nsequence_len: 1\nmicro_batch_size: 1\ndatasets:\n' +
        `${list(n, (nth) => `  - path: acme/data-${nth}`)}\n`,
    ),
  Modelfile: (n) =>
    beside(
      'Modelfile',
      list(n, (nth) => `FROM acme/base-${nth}`),
    ),
  'remote code': (n) =>
    beside(
      'modeling.py',
      list(
        n,
        (nth) =>
          `# Copyright 20${nth} Acme\n# Adapted from https://github.com/acme/base-${nth}\ndef ` +
          `f${nth}(): pass`,
      ),
    ),
  NOTICE: (n) =>
    beside(
      'NOTICE',
      list(n, (nth) => `acme/base-${nth}\nLicense: MIT\nCopyright 2024 Acme\n`),
    ),
  LICENSE: (n) =>
    beside(
      'LICENSE',
      list(n, (nth) => `Permission is hereby granted to ${nth}, free of charge, to any person.`),
    ),
  'GGUF header': (n) => beside('model.gguf', gguf(n)),
  'safetensors header': (n) => beside('model.safetensors', safetensors(n)),
};
