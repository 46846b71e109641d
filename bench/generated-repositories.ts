/**
 * Repositories made from a seed, in the manner of the Hub's: a card of 5 to 50 KB, license and notice,
 * configs, a tokenizer, remote code and the header of weights.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import spdxList from 'spdx-license-list/full.js';
import { card, pick, randomOf, type Random } from './generated-records.ts';

const CARD = [5_000, 50_000] as const;
const TEXTS = ['MIT', 'Apache-2.0', 'GPL-3.0-only', 'CC-BY-NC-4.0'];
/** Words of a tokenizer's table, and lines of remote code. */
const [WORDS, LINES] = [4_000, 400];

function safetensors(random: Random): Uint8Array {
  const tensors = Array.from({ length: 200 }, (_, nth) => [
    `model.layers.${nth}.weight`,
    { dtype: 'BF16', shape: [64, 64], data_offsets: [nth * 8192, (nth + 1) * 8192] },
  ]);
  const metadata = { format: 'pt', base: `acme/base-${Math.floor(random() * 100)}` };
  const header = new TextEncoder().encode(
    JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(tensors) }),
  );
  const bytes = new Uint8Array(8 + header.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  return bytes;
}

function filesOf(random: Random): Readonly<Record<string, string | Uint8Array>> {
  const id = pick(TEXTS, random);
  const vocab = Object.fromEntries(Array.from({ length: WORDS }, (_, nth) => [`word${nth}`, nth]));
  return {
    'README.md': card(random, CARD),
    LICENSE: spdxList[id]?.licenseText ?? '',
    NOTICE: `Tiny\nCopyright 2024 Acme\n\nThis work is licensed under ${id}.\n`,
    'config.json': JSON.stringify({ model_type: 'llama', _name_or_path: 'acme/base-7b', hidden_size: 4096 }),
    'generation_config.json': JSON.stringify({ temperature: random() }),
    'tokenizer_config.json': JSON.stringify({ name_or_path: 'acme/base-7b', model_max_length: 8192 }),
    'tokenizer.json': JSON.stringify({ model: { type: 'BPE', vocab } }),
    'modeling_tiny.py':
      '# Copyright 2024 Acme\n# Licensed under the Apache License, Version 2.0\n' +
      Array.from({ length: LINES }, (_, nth) => `def step_${nth}(x):\n    return x + ${nth}\n`).join('\n'),
    'model.safetensors': safetensors(random),
  };
}

/** Writes `count` repositories into a folder; the same for a seed. */
export function writeRepositories(folder: string, count: number, seed: number): string[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, nth) => {
    const at = join(folder, `model-${nth}`);
    mkdirSync(at, { recursive: true });
    for (const [name, content] of Object.entries(filesOf(random))) writeFileSync(join(at, name), content);
    return at;
  });
}

/** One card of so many bytes, about. */
export function largeCard(seed: number, bytes: number): string {
  return card(randomOf(seed), [bytes, bytes + 1]);
}
