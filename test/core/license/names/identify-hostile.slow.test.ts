import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { identify } from '../../../../src/core/license/names/identify.ts';

const catalogue = shippedCatalogue();

test.each([
  '('.repeat(1e6),
  '(MIT OR '.repeat(1e5),
  'MIT AND '.repeat(250) + 'MIT',
  ' '.repeat(1e6),
  '[a](' + 'b'.repeat(1e6),
  '1.'.repeat(1e6),
  'a/'.repeat(1e6),
  `https://${'/'.repeat(1e6)}`,
])('a value of very many letters makes it neither throw nor hang', (raw) => {
  expect(identify(raw, { name: raw, link: raw }, catalogue).is).toBeDefined();
});
