import { carries, isLimit } from '../../../license/compat/term-coverage.ts';
import type { Obligation } from '../../../model/finding.ts';
import type { Identity, License, Term } from '../../../model/license.ts';
import type { Ancestor } from '../../../model/lineage.ts';

/**
 * Duties that a relicensing drops as surely as a limit; every other duty is checked by what the repository
 * holds.
 */
const BINDS_ON: ReadonlySet<Term['kind']> = new Set(['same-license', 'pass-on-restrictions']);
/** `forbidden-redistribution` speaks of these. */
const BARS: ReadonlySet<Term['kind']> = new Set(['no-redistribution', 'no-derivatives']);

/**
 * The licenses of which all apply, one list for each that a taker may choose (OR). Undefined where a part is
 * not known.
 */
export function choices(identity: Identity): readonly (readonly License[])[] | undefined {
  switch (identity.is) {
    case 'known':
      return [[identity.license]];
    case 'unclear':
      return identity.oneOf.length > 0 ? identity.oneOf.map((license) => [license]) : undefined;
    case 'unknown':
      return undefined;
    case 'expression': {
      const parts = identity.of.map(choices);
      if (identity.op === 'or') {
        const known = parts.filter((part) => part !== undefined);
        return known.length === parts.length ? known.flat() : undefined;
      }
      let all: readonly (readonly License[])[] = [[]];
      for (const part of parts) {
        if (part === undefined) return undefined;
        all = all.flatMap((one) => part.map((other) => [...one, ...other])).slice(0, 64);
      }
      return all;
    }
  }
}

function droppedBy(licenses: readonly License[], owed: readonly Obligation[]): Obligation[] {
  return owed.flatMap((one) => {
    let so: 'no' | 'alike' = 'no';
    let unread = false;
    for (const license of licenses) {
      const carried = carries(license, one.license, one.term);
      if (carried === 'yes') return [];
      if (carried === 'alike') so = 'alike';
      // A text that nobody read may carry anything.
      if (!license.verified) unread = true;
    }
    return [unread ? { ...one, open: true } : so === 'alike' ? { ...one, open: true, alike: true } : one];
  });
}

/**
 * The terms of one upstream that the declared license does not carry, one list for each upstream license:
 * limits, and duties that bind whoever comes after. A choice (OR) drops a term only if every branch does; so
 * does an unclear name. Certain ones come first, so that a finding rests on the plainest.
 */
export function lostTerms(
  declared: Identity,
  owed: readonly Obligation[],
  ancestor: Ancestor,
): Obligation[][] {
  const branches = choices(declared);
  if (branches === undefined || ancestor.resolution.is === 'failed') return [];
  const relevant = owed.filter(
    ({ term }) => (isLimit(term) || BINDS_ON.has(term.kind)) && !BARS.has(term.kind),
  );
  const byLicense = new Map<string, Obligation[]>();
  for (const one of relevant) byLicense.set(one.license.id, [...(byLicense.get(one.license.id) ?? []), one]);

  return [...byLicense.values()].flatMap((terms) => {
    const perBranch = branches.map((licenses) => droppedBy(licenses, terms));
    const [first, ...others] = perBranch;
    if (!first) return [];
    const kept = first.flatMap((one) => {
      const elsewhere = others.map((branch) => branch.find(({ term }) => term === one.term));
      if (elsewhere.some((found) => found === undefined)) return [];
      return [{ ...one, open: one.open || elsewhere.some((found) => found?.open === true) }];
    });
    return kept.length === 0 ? [] : [[...kept].sort((a, b) => Number(a.open) - Number(b.open))];
  });
}
