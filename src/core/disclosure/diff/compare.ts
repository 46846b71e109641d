import type { ComparedWork, Release } from './release.ts';

/** What was and what is. */
export interface Turn {
  readonly before: string;
  readonly after: string;
}

/** What differs between two releases; lists in the order of names. */
export interface Difference {
  readonly names: Turn;
  /** The license that the release itself declares. */
  readonly license: Turn | null;
  readonly cameIn: readonly ComparedWork[];
  readonly wentOut: readonly ComparedWork[];
  readonly licenses: readonly (Turn & { readonly name: string })[];
  readonly relations: readonly (Turn & { readonly name: string })[];
  /** `before` is empty for a duty that is new, `after` for one that is gone. */
  readonly duties: readonly (Turn & { readonly duty: string })[];
}

export function differenceOf(before: Release, after: Release): Difference {
  const both = [...after.works].flatMap(([key, is]) => {
    const was = before.works.get(key);
    return was ? [{ was, is }] : [];
  });
  const turned = (field: 'license' | 'relation') =>
    both
      .filter(({ was, is }) => was[field] !== is[field])
      .map(({ was, is }) => ({ name: is.name, before: was[field], after: is[field] }))
      .sort(byName);
  return {
    names: { before: before.name, after: after.name },
    license: before.license === after.license ? null : { before: before.license, after: after.license },
    cameIn: lacking(after, before),
    wentOut: lacking(before, after),
    licenses: turned('license'),
    relations: turned('relation'),
    duties: dutiesBetween(before, after),
  };
}

/** Whether nothing that is compared differs. */
export function isSame({ license, cameIn, wentOut, licenses, relations, duties }: Difference): boolean {
  const count = [cameIn, wentOut, licenses, relations, duties].reduce((sum, { length }) => sum + length, 0);
  return license === null && count === 0;
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);

const lacking = (of: Release, other: Release): ComparedWork[] =>
  [...of.works]
    .filter(([key]) => !other.works.has(key))
    .map(([, work]) => work)
    .sort(byName);

function dutiesBetween(before: Release, after: Release): Difference['duties'] {
  const keys = [...new Set([...before.duties.keys(), ...after.duties.keys()])].sort();
  return keys
    .map((duty) => ({
      duty,
      before: before.duties.get(duty) ?? '',
      after: after.duties.get(duty) ?? '',
    }))
    .filter((one) => one.before !== one.after);
}
