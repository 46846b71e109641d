import type { Duty, License, Limit, Term } from '../../model/license.ts';
import { relicensingOfWhole } from './relicensing.ts';

/**
 * From the limit that carries all those after it to the one that carries none (docs/reading-laws.md, 3: the
 * stronger carries the weaker).
 */
const USE: readonly Limit['kind'][] = [
  'no-redistribution',
  'research-only',
  'non-commercial',
  'no-commercial-distribution',
];

/** From the widest bar on training with outputs to the narrowest. */
const OUTPUTS = ['any-model', 'foundation-model', 'other-language-model', 'competing-model'] as const;

/**
 * Whether a license says something to the same effect: `alike` where the kind is there but its content may
 * differ.
 */
export type Carried = 'yes' | 'alike' | 'no';

/** A limit on commercial use alone, whatever it limits. */
const OF_COMMERCE = /^the use is commercial\b/;

/**
 * What the text leaves open for the work itself (the bar on distribution of EXAONE 1.2, against which another
 * clause stands) carries nothing for certain.
 */
function limitCarries(own: Limit, limit: Limit): Carried {
  const so = plainlyCarries(own, limit);
  return so === 'yes' && own.appliesTo.length === 0 ? 'alike' : so;
}

function plainlyCarries(own: Limit, limit: Limit): Carried {
  const [strong, weak] = [USE.indexOf(own.kind), USE.indexOf(limit.kind)];
  if (strong >= 0 && weak >= 0) return strong <= weak ? 'yes' : 'no';
  if (own.kind === 'no-redistribution') return 'yes';
  if (
    (own.kind === 'non-commercial' || own.kind === 'research-only') &&
    (limit.kind === 'revenue' || limit.kind === 'registration' || OF_COMMERCE.test(limit.when ?? ''))
  )
    return 'yes';
  return (
    thresholdCarries(own, limit) ??
    extentCarries(own, limit) ??
    policyCarries(own, limit) ??
    (own.kind === limit.kind ? 'yes' : 'no')
  );
}

/** Of two amounts the lower one binds more; undefined for limits that have none, as below. */
function thresholdCarries(own: Limit, limit: Limit): Carried | undefined {
  if (own.kind === 'monthly-users' && limit.kind === 'monthly-users')
    return own.above <= limit.above ? 'yes' : 'no';
  if (own.kind === 'revenue' && limit.kind === 'revenue')
    return own.currency === limit.currency && own.per === limit.per && own.above <= limit.above
      ? 'yes'
      : 'alike';
  return undefined;
}

/** Of two territories, or two bars on training with outputs, the wider one binds more. */
function extentCarries(own: Limit, limit: Limit): Carried | undefined {
  if (own.kind === 'territory' && limit.kind === 'territory')
    return limit.excludes.every((place) => own.excludes.includes(place)) ? 'yes' : 'no';
  if (own.kind === 'no-training-on-outputs' && limit.kind === 'no-training-on-outputs')
    return OUTPUTS.indexOf(own.of) <= OUTPUTS.indexOf(limit.of) ? 'yes' : 'no';
  return undefined;
}

/**
 * A list of barred uses and a use policy are two dresses of one thing; whether they bar the same only a
 * reader can tell, but for one policy at one address.
 */
function policyCarries(own: Limit, limit: Limit): Carried | undefined {
  const isPolicy = ({ kind }: Limit) => kind === 'field-of-use' || kind === 'use-policy';
  if (own.kind === 'use-policy' && limit.kind === 'use-policy' && own.url === limit.url)
    return own.url === undefined ? 'alike' : 'yes';
  return isPolicy(own) && isPolicy(limit) ? 'alike' : undefined;
}

function dutyCarries(own: Duty, duty: Duty): Carried {
  if (duty.kind === 'pass-on-restrictions') return own.kind === 'pass-on-restrictions' ? 'alike' : 'no';
  return own.kind === duty.kind ? 'yes' : 'no';
}

const better = (one: Carried, other: Carried): Carried =>
  one === 'yes' || other === 'yes' ? 'yes' : one === 'alike' || other === 'alike' ? 'alike' : 'no';

/**
 * Whether `declared` binds whoever receives it to what `term` of `license` asks. The same text carries all
 * its own terms.
 */
export function carries(declared: License, license: License, term: Term): Carried {
  if (declared.id === license.id) return 'yes';
  if (isLimit(term))
    return declared.limits.reduce<Carried>((so, own) => better(so, limitCarries(own, term)), 'no');
  if (term.kind === 'same-license') return passes(license, declared);
  return declared.duties.reduce<Carried>((so, own) => better(so, dutyCarries(own, term)), 'no');
}

/**
 * A license that lets the work go to the declared one asks no more of it; one that does so under conditions
 * leaves it open.
 */
function passes(license: License, declared: License): Carried {
  const { is } = relicensingOfWhole(license, declared);
  return is === 'open' ? 'yes' : is === 'perhaps' ? 'alike' : 'no';
}

const LIMITS: ReadonlySet<string> = new Set<Limit['kind']>([
  'non-commercial',
  'research-only',
  'no-commercial-distribution',
  'no-redistribution',
  'no-derivatives',
  'no-hosting',
  'no-training-on-outputs',
  'no-competing-use',
  'use-policy',
  'monthly-users',
  'revenue',
  'territory',
  'registration',
  'field-of-use',
  'computational-use-only',
]);

/** Whether a term is a limit on the receiver, not a duty of the distributor. */
export function isLimit(term: Term): term is Limit {
  return LIMITS.has(term.kind);
}
