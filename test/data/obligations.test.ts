import { describe, expect, test } from 'vitest';
import { asked, holdsItsDuties, owingLicenses } from '../support/obligations.ts';

/** Licenses of which each asks for something that none before it does; `npm run check` tests every one. */
const seen = new Set<string>();
const firsts = owingLicenses.filter((license) => {
  const fresh = asked(license).filter((one) => !seen.has(one));
  for (const one of fresh) seen.add(one);
  return fresh.length > 0;
});

describe.each(firsts.map((license) => [license.id, license] as const))('%s', (_, license) => {
  holdsItsDuties(license);
});

test('several licenses ask in several ways', () => {
  expect(owingLicenses.length).toBeGreaterThan(firsts.length);
});
