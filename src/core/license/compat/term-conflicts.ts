import type { License, Term } from '../../model/license.ts';
import { bearsRestrictions } from './further-restrictions.ts';
import { prefixesMeet } from '../names/name-prefix.ts';
import { canMeet } from './relicensing.ts';

/** One term and the license that holds it. */
export interface Held {
  readonly term: Term;
  readonly license: License;
}

export interface TermConflict {
  /** The rest of the sentence, after the two licenses. */
  readonly about: string;
  /** True where it hangs on what the texts leave open. */
  readonly open: boolean;
}

const RESTRICTS: ReadonlySet<Term['kind']> = new Set([
  'non-commercial',
  'research-only',
  'no-commercial-distribution',
  'use-policy',
  'field-of-use',
  'pass-on-restrictions',
  'computational-use-only',
]);

/** Why two terms of two parents cannot both be kept; undefined where they can. Symmetric. */
export function conflictOf(one: Held, other: Held): TermConflict | undefined {
  if (one.license.id === other.license.id) return undefined;
  const [a, b] = [one.term, other.term];
  if (a.kind === 'name-prefix' && b.kind === 'name-prefix')
    return prefixesMeet(a, b)
      ? undefined
      : { about: `both want the name to begin with theirs: "${a.text}", "${b.text}"`, open: false };
  if (a.kind === 'same-license' && b.kind === 'same-license') {
    const way = canMeet(one.license, other.license);
    return way.is === 'open'
      ? undefined
      : { about: 'each require derivatives to use their own license', open: way.is === 'perhaps' };
  }
  return restricted(one, other) ?? restricted(other, one);
}

function restricted(free: Held, limit: Held): TermConflict | undefined {
  if (free.term.kind !== 'no-further-restrictions' || !RESTRICTS.has(limit.term.kind)) return undefined;
  const held = bearsRestrictions(free.license, limit.license, limit.term);
  return held === 'bears'
    ? undefined
    : {
        about: 'conflict: one forbids additional restrictions, the other restricts use',
        open: held === 'perhaps',
      };
}
