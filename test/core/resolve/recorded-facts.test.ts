import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { recorded } from '../../../src/core/resolve/recorded-facts.ts';

const catalogue = shippedCatalogue();
const fact = {
  model: 'acme/Secret-7B',
  license: 'apache-2.0',
  reason: 'letter of 3 May',
  reviewer: 'K. Lee',
  date: '2026-05-04',
  bases: ['meta-llama/Llama-3.1-8B'],
};

test('a fact of the team is found whatever the case, with its reason, reviewer and date', async () => {
  expect(await recorded([fact], catalogue).find('ACME/secret-7b')).toMatchObject({
    is: 'found',
    license: { is: 'known', license: { id: 'apache-2.0' } },
    from: 'config',
    asOf: '2026-05-04',
    confidence: 'certain',
    note: 'letter of 3 May (reviewed by K. Lee)',
    bases: [{ model: 'meta-llama/Llama-3.1-8B', relation: 'unsaid' }],
  });
});

test('a fact under a former id holds for the id of today', async () => {
  expect(await recorded([{ ...fact, model: 'gpt2' }], catalogue).find('openai-community/gpt2')).toMatchObject(
    { is: 'found' },
  );
});

test('a license that nobody knows stays one', async () => {
  expect(
    await recorded([{ ...fact, license: 'acme internal terms' }], catalogue).find(fact.model),
  ).toMatchObject({ is: 'found', license: { is: 'unknown', raw: 'acme internal terms' } });
});

test('of other models nothing is known', async () => {
  expect(await recorded([fact], catalogue).find('acme/other')).toEqual({ is: 'failed', why: 'offline' });
});
