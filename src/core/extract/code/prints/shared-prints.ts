import type { CodeIndex, PrintGroup } from './code-index.ts';
import { codePrints, FOLDS, type Fold, type Prints } from './code-prints.ts';

/** What a file's code has in common with a project on record, in numbers that a reader can check. */
export interface SharedPrints {
  readonly project: string;
  /** The family that most is of, where that is clear: 30 of its own at least, and twice the next one's. */
  readonly family: string | undefined;
  /** Fingerprints of the file, in the folding that says more, and how many of them are on record. */
  readonly fold: Fold;
  readonly total: number;
  readonly shared: number;
  /** Lines, from 1, of the stretch that holds most of them. */
  readonly lines: readonly [from: number, to: number];
  /** The most that are on record among so many in a row. */
  readonly densest: number;
}

/** How many in a row a stretch is. */
export const STRETCH = 40;
/**
 * Measured by `scripts/measure/code-prints.ts` on files that are independent or unrelated: the share, and
 * the number in a stretch, from which on none of them is told. The highest of them are at 0.20 (fms,
 * SigLIP: written with transformers' open beside it) and 27 (peft) by names, at 0.17 and 22 by shape.
 */
const LIMITS: Readonly<Record<Fold, { readonly share: number; readonly stretch: number }>> = {
  names: { share: 0.22, stretch: 29 },
  shape: { share: 0.18, stretch: 25 },
};
const FEWEST = 30;
const FAMILY = { fewest: 30, times: 2 };

interface Counted {
  readonly fold: Fold;
  readonly total: number;
  readonly shared: number;
  readonly densest: number;
  readonly lines: readonly [number, number];
  /** How far it goes beyond the limit: 1 at the limit. */
  readonly weight: number;
}

/** What a Python file shares with the project that it shares most with; undefined below the limits. */
export function sharedPrints(text: string, index: CodeIndex): SharedPrints | undefined {
  const prints = codePrints(text, index.known);
  const groups = new Map(
    FOLDS.map((fold) => [fold, [...prints[fold].prints].map((print) => index.groupOf(fold, print))]),
  );
  const project = mostFrequent([...groups.values()].flat().flatMap((one) => one?.project ?? []));
  if (project === undefined) return undefined;
  const [best] = FOLDS.map((fold) => counted(fold, prints[fold], groups.get(fold) ?? [], project)).sort(
    (a, b) => b.weight - a.weight,
  );
  if (best === undefined || best.weight < 1) return undefined;
  const { fold, total, shared, densest, lines } = best;
  return { project, family: familyIn(groups, project), fold, total, shared, densest, lines };
}

function counted(
  fold: Fold,
  { prints, lines }: Prints,
  groups: readonly (PrintGroup | undefined)[],
  project: string,
): Counted {
  const hits = groups.map((group) => (group?.project === project ? 1 : 0));
  const shared = hits.reduce<number>((sum, hit) => sum + hit, 0);
  let [densest, at, running] = [0, 0, 0];
  hits.forEach((hit, index) => {
    running += hit - (index >= STRETCH ? (hits[index - STRETCH] ?? 0) : 0);
    if (running > densest) [densest, at] = [running, index];
  });
  const limit = LIMITS[fold];
  const share = shared >= FEWEST ? shared / prints.length / limit.share : 0;
  const first = hits.indexOf(1, Math.max(0, at - STRETCH + 1));
  return {
    fold,
    total: prints.length,
    shared,
    densest,
    lines: [lines[Math.max(first, 0)]?.[0] ?? 1, lines[at]?.[1] ?? 1],
    weight: Math.max(share, densest / limit.stretch),
  };
}

function familyIn(
  groups: ReadonlyMap<Fold, readonly (PrintGroup | undefined)[]>,
  project: string,
): string | undefined {
  const [named] = FOLDS.map((fold) => {
    const counts = new Map<string, number>();
    for (const group of groups.get(fold) ?? [])
      if (group?.project === project && group.family !== undefined)
        counts.set(group.family, (counts.get(group.family) ?? 0) + 1);
    const [first, second] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    const clear =
      first !== undefined && first[1] >= FAMILY.fewest && first[1] >= FAMILY.times * (second?.[1] ?? 0);
    return clear ? first[0] : undefined;
  }).filter((one) => one !== undefined);
  return named;
}

function mostFrequent(all: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0];
}
