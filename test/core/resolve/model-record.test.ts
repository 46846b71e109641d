import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { licenseOf, recordFacts } from '../../../src/core/resolve/model-record.ts';

const facts = (cardData: Readonly<Record<string, unknown>>, tags: readonly string[] = []) =>
  recordFacts({ id: 'acme/big', cardData, tags });
const list = (n: number, item: (nth: number) => string) => Array.from({ length: n }, (_, nth) => item(nth));

test('a list of more licenses than are read is not read as some of them', () => {
  const license = (n: number) =>
    licenseOf(facts({ license: list(n, () => 'mit') })?.declared, 'acme/big', shippedCatalogue());
  expect(license(8).license.is).toBe('expression');
  expect(license(9)).toEqual({
    license: { is: 'unknown', raw: 'a list of 9 licenses' },
    raw: 'a list of 9 licenses',
    confidence: 'likely',
  });
});

test('every base that a card or a tag names counts once: a lineage has the limit', () => {
  const named = list(1000, (nth) => `acme/base-${nth}`);
  expect(facts({ base_model: [...named, ...named.map((one) => one.toUpperCase())] })?.bases).toHaveLength(
    1000,
  );
  expect(
    facts(
      {},
      named.map((one) => `base_model:${one}`),
    )?.bases,
  ).toHaveLength(1000);
  expect(facts({ base_model: ['gpt2', 'openai-community/gpt2'] })?.bases).toHaveLength(1);
});
