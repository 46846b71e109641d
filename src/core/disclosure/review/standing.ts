import type { Disclosure } from '../disclosure.ts';
import { DECISIONS, type Accepted, type Review, type Reviews, type Role } from './review.ts';
import { changesBetween, signedOf, type Change, type Signed } from './rows.ts';

/** One review held against today's facts. */
export interface Held {
  readonly review: Review;
  /** Whether a later review of the same role counts instead. */
  readonly isReplaced: boolean;
  /** Whether the facts are still those that were reviewed. */
  readonly isCurrent: boolean;
  /** What has changed since, row by row; empty where the file no longer holds the rows. */
  readonly changes: readonly Change[];
}

/**
 * How a release stands with its reviews. `reviewed`: every role that spoke, and every one that has to, agrees
 * to these facts.
 * `stale`: the facts have changed since one that counts. `open`: one that counts does not agree, or
 * one that has to agree has not spoken. `none`: nobody has spoken.
 */
export interface Standing {
  readonly is: 'reviewed' | 'stale' | 'open' | 'none';
  readonly held: readonly Held[];
  /** Roles that have to agree and have not spoken. */
  readonly silent: readonly string[];
  /** What is signed today. */
  readonly signed: Signed;
}

export function standingOf({ reviews, roles, states }: Reviews, disclosure: Disclosure): Standing {
  const signed = signedOf(disclosure);
  const last = new Map<Role, Review>(reviews.map((review) => [review.role, review]));
  const held = reviews.map((review): Held => {
    const isCurrent = review.rows === signed.hash;
    const then = states.get(review.rows);
    return {
      review,
      isReplaced: last.get(review.role) !== review,
      isCurrent,
      changes: isCurrent || then === undefined ? [] : changesBetween(then, signed.notes),
    };
  });
  const silent = roles.filter((role) => !last.has(role as Role));
  return { is: stateOf(held, silent), held, silent, signed };
}

function stateOf(held: readonly Held[], silent: readonly string[]): Standing['is'] {
  const counting = held.filter(({ isReplaced }) => !isReplaced);
  if (counting.length === 0) return 'none';
  if (counting.some(({ isCurrent }) => !isCurrent)) return 'stale';
  if (silent.length > 0) return 'open';
  return counting.every(({ review }) => review.decision === DECISIONS[0]) ? 'reviewed' : 'open';
}

/** A point that somebody accepted in a review that counts and is current. */
export interface Acceptance extends Accepted {
  readonly role: Role;
  readonly by: string;
  readonly date: string;
}

/**
 * Accepted points by fingerprint, of current reviews alone: of what has changed since nobody has said a word.
 */
export function acceptedIn({ held }: Standing): ReadonlyMap<string, readonly Acceptance[]> {
  const found = new Map<string, Acceptance[]>();
  for (const { review, isReplaced, isCurrent } of held) {
    if (isReplaced || !isCurrent) continue;
    const { role, by, date } = review;
    for (const one of review.accepted)
      found.set(one.fingerprint, [...(found.get(one.fingerprint) ?? []), { ...one, role, by, date }]);
  }
  return found;
}

/** The reviews that count and are of these facts, in the order of the file. */
export const currentIn = ({ held }: Standing): readonly Review[] =>
  held.filter(({ isReplaced, isCurrent }) => isCurrent && !isReplaced).map(({ review }) => review);

/** The day of the last review that counts; undefined where there is none. */
export function reviewedOn({ held }: Standing): string | undefined {
  return held
    .filter(({ isReplaced }) => !isReplaced)
    .map(({ review }) => review.date)
    .sort()
    .at(-1);
}
