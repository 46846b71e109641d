import type { Claim, ClaimOf } from '../model/claim.ts';
import type { Confidence } from '../model/confidence.ts';
import type { Identity } from '../model/license.ts';

/** What the front matter declares as this repository's license. */
export interface Declared {
  readonly identity: Identity;
  /** The values as written, joined with `, ` where a list. */
  readonly raw: string;
  /** Where the value stands; the first of a list. */
  readonly claim: ClaimOf<'license'>;
  readonly form: 'single' | 'list';
  /** `likely` for a list: it has no defined operator. */
  readonly confidence: Confidence;
}

/** The declared license: the front matter's `license`, single or list. A list is read as AND, the strictest reading. */
export function declaredOf(claims: readonly Claim[]): Declared | undefined {
  const own = claims.filter((claim): claim is ClaimOf<'license'> => claim.kind === 'license' && claim.via === 'front-matter' && claim.whose === 'own');
  const [first, ...rest] = own;
  if (!first) return undefined;
  if (rest.length === 0) return { identity: first.identity, raw: first.raw, claim: first, form: first.form, confidence: first.confidence };
  return { identity: { is: 'expression', op: 'and', of: own.map((claim) => claim.identity) }, raw: own.map((claim) => claim.raw).join(', '), claim: first, form: 'list', confidence: 'likely' };
}
