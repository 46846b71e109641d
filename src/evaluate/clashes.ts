import type { Owed } from '../model/finding.ts';
import type { DutyOf } from '../model/license.ts';

/** Two terms of two upstreams that cannot both be kept. */
export interface Clash {
  readonly one: Owed;
  readonly other: Owed;
  /** The rest of the sentence, after the two licenses. */
  readonly about: string;
}

const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether a name begins with a prefix; case, spaces and separators do not count (`llama-3-8b` begins with `Llama 3`). */
export function beginsWith(name: string, prefix: string): boolean {
  const [folded, wanted] = [fold(name), fold(prefix)];
  if (!folded.startsWith(wanted)) return false;
  // `Llama-31` is not `Llama 3`: a digit may not run on into another digit unless a separator stood between.
  return !/\d$/.test(wanted) || !/^\d/.test(folded.slice(wanted.length)) || !new RegExp(`^${prefix.replace(/[^a-z0-9]+/gi, '[^a-z0-9]*')}\\d`, 'i').test(name);
}

const prefixes = (duty: DutyOf<'name-prefix'>) => [duty.text, ...(duty.accepts ?? [])];

function* pairs<T>(all: readonly T[]): Generator<readonly [T, T]> {
  for (const [index, one] of all.entries()) for (const other of all.slice(index + 1)) yield [one, other];
}

/** Every pair of owed terms that no name, and no license, can satisfy together. */
export function clashesAmong(owed: readonly Owed[]): Clash[] {
  const found: Clash[] = [];
  const named = owed.filter((one): one is Owed<DutyOf<'name-prefix'>> => one.term.kind === 'name-prefix');
  for (const [one, other] of pairs(named)) {
    const together = prefixes(one.term).some((a) => prefixes(other.term).some((b) => beginsWith(a, b) || beginsWith(b, a)));
    if (one.license.id !== other.license.id && !together) found.push({ one, other, about: `both want the name to begin with theirs: "${one.term.text}", "${other.term.text}"` });
  }

  const bound = owed.filter((one): one is Owed<DutyOf<'same-license'>> => one.term.kind === 'same-license');
  for (const [one, other] of pairs(bound)) {
    const a = one.term.orAnyOf ?? [];
    const b = other.term.orAnyOf ?? [];
    const meet = one.license.id === other.license.id || a.includes(other.license.id) || b.includes(one.license.id) || a.some((id) => b.includes(id));
    if (!meet) found.push({ one, other, about: 'each want the derivative under their own terms' });
  }

  const free = owed.filter((one) => one.term.kind === 'no-further-restrictions');
  const limits = owed.filter((one) => one.term.kind === 'non-commercial' || one.term.kind === 'research-only');
  for (const one of free) for (const other of limits) if (one.license.id !== other.license.id) found.push({ one, other, about: 'part: one bars further restrictions, the other restricts use' });

  const seen = new Set<string>();
  return found.filter(({ one, other }) => {
    const key = [one.license.id, other.license.id, one.term.kind].sort().join(' ');
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
