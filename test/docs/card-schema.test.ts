import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import schema from '../../schema/card.schema.json' with { type: 'json' };

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const isRight = new Ajv({ allErrors: true }).compile(schema);

/** Where an editor would draw a line under a front matter. */
function wrong(frontMatter: string): readonly string[] {
  isRight(parse(frontMatter));
  return [...new Set((isRight.errors ?? []).map(({ instancePath }) => instancePath))];
}

const cards = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)README\.md$/.test(file))
  .map(
    (file) =>
      [file, /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(examples + file, 'utf8'))?.[1] ?? ''] as const,
  )
  .filter(([file, frontMatter]) => frontMatter !== '' && !file.includes('-bad/'));

test('the examples have cards', () => expect(cards.length).toBeGreaterThan(15));

test.each(cards)('%s: an editor finds nothing wrong', (_, frontMatter) => {
  expect(wrong(frontMatter)).toEqual([]);
});

test.each([
  ['license: llama3.1\nbase_model: [meta-llama/Llama-3.1-8B]\nco2_eq_emissions: 3', []],
  ['license: [mit, cc-by-4.0]', []],
  ['license: Apache 2.0', ['/license']],
  ['license: llama3.1\nlicence: llama3.1', ['/licence']],
  ['base_model_relation: fine-tune', ['/base_model_relation']],
  ['base_model: https://huggingface.co/gpt2', ['/base_model']],
])('%j: what is underlined', (frontMatter, places) => {
  expect(wrong(frontMatter)).toEqual(expect.arrayContaining(places));
  if (places.length === 0) expect(wrong(frontMatter)).toEqual([]);
});
