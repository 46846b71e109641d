import { describe } from 'vitest';
import { holdsItsDuties, owingLicenses } from '../support/obligations.ts';

describe.each(owingLicenses.map((license) => [license.id, license] as const))('%s', (_, license) => {
  holdsItsDuties(license);
});
