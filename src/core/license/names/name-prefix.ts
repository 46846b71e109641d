import type { DutyOf } from '../../model/license.ts';

const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * Whether a name begins with a prefix; case, spaces and separators do not count (`llama-3-8b` begins with
 * `Llama 3`).
 */
export function beginsWith(name: string, prefix: string): boolean {
  const [folded, wanted] = [fold(name), fold(prefix)];
  if (!folded.startsWith(wanted)) return false;
  // `Llama-31` is not `Llama 3`: a digit may not run on into another digit unless a separator stood between.
  return (
    !/\d$/.test(wanted) ||
    !/^\d/.test(folded.slice(wanted.length)) ||
    !new RegExp(`^[^a-z0-9]*${[...wanted].join('[^a-z0-9]*')}\\d`, 'i').test(name)
  );
}

const spellings = (duty: DutyOf<'name-prefix'>) => [duty.text, ...(duty.accepts ?? [])];

/** Whether one name can begin as both ask (`Llama 3` satisfies `Llama`). */
export function prefixesMeet(one: DutyOf<'name-prefix'>, other: DutyOf<'name-prefix'>): boolean {
  return spellings(one).some((a) => spellings(other).some((b) => beginsWith(a, b) || beginsWith(b, a)));
}
