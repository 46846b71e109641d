import type { Use } from '../../config/config.ts';
import type { Identity, License, Limit, LimitOf } from '../../model/license.ts';

/** A limit that stands against an intended use. */
export interface Barred {
  readonly license: License;
  readonly limit: Limit;
  /** The use, as a message names it: `commercial use`. */
  readonly what: string;
  /** Whether the license bars the use, or lets it be only after an act, such as a registration. */
  readonly how: 'bars' | 'asks';
  /**
   * False where facts beyond the policy decide: thresholds that count affiliates, what "distribution" takes
   * in.
   */
  readonly sure: boolean;
}

/** The member states of the European Union, ISO 3166-1 (2020-02-01). */
const EU: ReadonlySet<string> = new Set([
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
]);

/**
 * What a license says against a use. Of a choice, or of a name with several texts, only what each of them
 * bars.
 */
export function barredUses(identity: Identity, use: Use, reached = false): Barred[] {
  switch (identity.is) {
    case 'unknown':
      return [];
    case 'known':
      return identity.license.limits.flatMap((limit) => ofLimit(identity.license, limit, use, reached));
    case 'unclear':
      return shared(identity.oneOf.map((license) => barredUses({ is: 'known', license }, use, reached))).map(
        (one) => ({ ...one, sure: false }),
      );
    case 'expression': {
      const all = identity.of.map((part) => barredUses(part, use, reached));
      return identity.op === 'and' ? all.flat() : shared(all);
    }
  }
}

function shared([first = [], ...others]: readonly Barred[][]): Barred[] {
  return first.filter(({ what }) => others.every((other) => other.some((one) => one.what === what)));
}

/** `reached`: the engine has weighed already whether the limit reaches here, and its condition. */
function ofLimit(license: License, limit: Limit, use: Use, reached: boolean): Barred[] {
  const found = against(limit, use);
  const copied = limit.appliesTo.includes('copy');
  if (!found || (!reached && !copied && !limit.mayApplyTo.includes('copy'))) return [];
  const commercial = /^the use is commercial\b(.*)/.exec(limit.when ?? '');
  if (commercial && use.commercial === false) return [];
  const open = limit.when !== undefined && !(commercial?.[1] === '' && use.commercial === true);
  const sure = found.sure !== false && !open && license.verified && (reached || copied);
  return [{ license, limit, what: found.what, how: found.how ?? 'bars', sure }];
}

interface Against {
  readonly what: string;
  readonly how?: Barred['how'];
  readonly sure?: false;
}

const grouped = (value: number) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ' ');

/** What of a use a limit bars or asks for. */
function against(limit: Limit, use: Use): Against | undefined {
  switch (limit.kind) {
    case 'monthly-users':
    case 'revenue':
      return beyondThreshold(limit, use);
    case 'non-commercial':
      return use.commercial ? { what: 'commercial use' } : undefined;
    case 'research-only':
      return outsideResearch(use);
    case 'no-commercial-distribution':
      return use.commercial ? { what: 'commercial distribution', sure: false } : undefined;
    case 'registration':
      return use.commercial ? { what: 'commercial use', how: 'asks', sure: false } : undefined;
    case 'territory':
      return inTerritory(limit, use);
    case 'no-redistribution':
    case 'no-derivatives':
    case 'no-hosting':
    case 'no-training-on-outputs':
    case 'no-competing-use':
    case 'use-policy':
    case 'field-of-use':
    case 'computational-use-only':
      return undefined;
  }
}

function outsideResearch({ commercial, research }: Use): Against | undefined {
  if (commercial) return { what: 'commercial use', ...(research ? { sure: false as const } : {}) };
  return research === false ? { what: 'use other than research' } : undefined;
}

function beyondThreshold(
  limit: LimitOf<'monthly-users'> | LimitOf<'revenue'>,
  { monthlyUsers, revenue }: Use,
): Against | undefined {
  if (limit.kind === 'monthly-users')
    return monthlyUsers !== undefined && monthlyUsers > limit.above
      ? { what: `use with ${grouped(monthlyUsers)} monthly users`, sure: false }
      : undefined;
  return revenue !== undefined && exceeds(revenue, limit)
    ? { what: `use with a revenue of ${grouped(revenue)} USD a year`, sure: false }
    : undefined;
}

function inTerritory({ excludes }: LimitOf<'territory'>, { territory = [] }: Use): Against | undefined {
  const places = [territory].flat().filter((place) => isWithin(place, excludes));
  return places.length > 0 ? { what: `use in ${places.join(', ')}` } : undefined;
}

/** Dollars against dollars; an amount in another currency is not compared. */
function exceeds(revenue: number, { above, currency, per }: LimitOf<'revenue'>): boolean {
  return currency === 'USD' && revenue > above * (per === 'month' ? 12 : 1);
}

function isWithin(place: string, excluded: readonly string[]): boolean {
  return excluded.includes(place) || (EU.has(place) && excluded.includes('EU'));
}
