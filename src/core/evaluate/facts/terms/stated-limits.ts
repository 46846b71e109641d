import type { Claim, ClaimOf } from '../../../model/claim.ts';
import type { License, Limit } from '../../../model/license.ts';
import type { DeclaredLicense } from '../claims/declared-license.ts';
import { choices } from './lost-terms.ts';

/** Limits beside which a sentence on commerce or research tells nothing new. */
const LIMITS_USE: ReadonlySet<Limit['kind']> = new Set([
  'non-commercial',
  'research-only',
  'no-commercial-distribution',
  'no-redistribution',
  'no-competing-use',
  'revenue',
  'registration',
  'computational-use-only',
]);

export const limitsUse = (license: License): boolean =>
  license.limits.some(({ kind, when }) => LIMITS_USE.has(kind) || /commerc/i.test(when ?? ''));

/**
 * Whether the declared license, whichever a taker chooses, limits no use so. A text that nobody read may
 * limit anything.
 */
export function isFree(declared: DeclaredLicense): boolean {
  const branches = choices(declared.identity);
  return (
    branches?.every(
      (licenses) =>
        licenses.length > 0 && licenses.every((license) => license.verified && !limitsUse(license)),
    ) ?? false
  );
}

/**
 * The first sentence of each kind by which the card limits use, where the declared license, whichever a taker
 * chooses, has no such limit.
 */
export function limitsBeside(
  claims: readonly Claim[],
  declared: DeclaredLicense,
): readonly ClaimOf<'use-limit'>[] {
  if (!isFree(declared)) return [];
  const stated = claims.filter((claim): claim is ClaimOf<'use-limit'> => claim.kind === 'use-limit');
  return stated.filter((claim, nth) => stated.findIndex(({ limit }) => limit === claim.limit) === nth);
}
