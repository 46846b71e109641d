import type { CodeIndex, PrintGroup } from './code-index.ts';
import { codePrints, FOLDS, type Fold, type Prints } from './code-prints.ts';
import { extendedClasses, importsModels, type Lines } from './extended-classes.ts';

/** The part of a file that has most in common with a project. */
export interface Stretch {
  /** Lines from 1. */
  readonly lines: Lines;
  /** Fingerprints in it, and how many of them are on record. */
  readonly total: number;
  readonly shared: number;
}

/** What a file's code has in common with a project on record, in numbers that a reader can check. */
export interface SharedPrints {
  readonly project: string;
  /** The family that most is of, where that is clear: 30 of its own at least, and twice the next one's. */
  readonly family: string | undefined;
  /** Fingerprints of the file, in the folding that says more, and how many of them are on record. */
  readonly fold: Fold;
  readonly total: number;
  readonly shared: number;
  readonly stretch: Stretch;
}

/**
 * Measured by `scripts/measure/code-prints.ts` on files that are independent or unrelated. `share`: of a
 * file's fingerprints. `surplus`: of a stretch however long, which is what a small piece in a large file of
 * one's own is told by: fingerprints on record, less `MISSED` for each that is not. Without code that
 * stands in the project token by token, the highest are at 0.13 and 23 by names, 0.14 and 27 by shape.
 */
const LIMITS: Readonly<Record<Fold, { readonly share: number; readonly surplus: number }>> = {
  names: { share: 0.22, surplus: 25 },
  shape: { share: 0.18, surplus: 30 },
};
const MISSED = 2;
const FEWEST = 60;
const FAMILY = { fewest: 30, times: 2 };

interface Counted {
  readonly fold: Fold;
  readonly total: number;
  readonly shared: number;
  readonly stretch: Stretch;
  /** How far it goes beyond the limit: 1 at the limit. */
  readonly weight: number;
}

interface Placed {
  readonly group: PrintGroup | undefined;
  readonly lines: Lines;
  /** It stands further up too. A table of a hundred calls alike says one thing, however often. */
  readonly again: boolean;
}

/** What a Python file shares with the project that it shares most with; undefined below the limits. */
export function sharedPrints(text: string, index: CodeIndex): SharedPrints | undefined {
  const prints = codePrints(text, index.known);
  const all = new Map(FOLDS.map((fold) => [fold, placed(fold, prints[fold], index)]));
  const project = mostFrequent([...all.values()].flat().flatMap(({ group }) => group?.project ?? []));
  if (project === undefined) return undefined;
  const said = extendedClasses(text, project, index.familiesOf(project));
  const isOpen = ({ lines: [from] }: Placed) => !said.some(([first, last]) => from >= first && from <= last);
  const open = new Map([...all].map(([fold, one]) => [fold, said.length > 0 ? one.filter(isOpen) : one]));
  const known = importsModels(text, project);
  const [best] = FOLDS.map((fold) => counted(fold, open.get(fold) ?? [], project, known)).sort(
    (a, b) => b.weight - a.weight,
  );
  if (best === undefined || best.weight < 1) return undefined;
  const { fold, total, shared, stretch } = best;
  return { project, family: familyIn(open, project), fold, total, shared, stretch };
}

function placed(fold: Fold, { prints, lines }: Prints, index: CodeIndex): readonly Placed[] {
  const seen = new Set<number>();
  return lines.map((one, nth) => {
    const print = prints[nth] ?? 0;
    const again = seen.has(print);
    seen.add(print);
    return { group: index.groupOf(fold, print), lines: one, again };
  });
}

/**
 * `known`: the file imports the project's models, so it says itself on what it works, and repeats a
 * stretch here and there of what it changes. Only its whole is asked about.
 */
function counted(fold: Fold, all: readonly Placed[], project: string, known: boolean): Counted {
  const isHit = ({ group, again }: Placed) => group?.project === project && !again;
  const shared = all.filter(isHit).length;
  const { surplus, from, to } = densest(all.map((one) => (isHit(one) ? 1 : one.again ? 0 : -MISSED)));
  const within = all.slice(from, to + 1);
  const limit = LIMITS[fold];
  const share = shared >= FEWEST ? shared / all.length / limit.share : 0;
  return {
    fold,
    total: all.length,
    shared,
    stretch: {
      lines: [all[from]?.lines[0] ?? 1, all[to]?.lines[1] ?? 1],
      total: within.length,
      shared: within.filter(isHit).length,
    },
    weight: known ? share : Math.max(share, surplus / limit.surplus),
  };
}

/** The stretch of the greatest sum (Kadane's way). */
function densest(worth: readonly number[]): {
  readonly surplus: number;
  readonly from: number;
  readonly to: number;
} {
  let [surplus, from, to] = [0, 0, 0];
  let [running, begun] = [0, 0];
  worth.forEach((one, at) => {
    if (running <= 0) [running, begun] = [0, at];
    running += one;
    if (running > surplus) [surplus, from, to] = [running, begun, at];
  });
  return { surplus, from, to };
}

function familyIn(all: ReadonlyMap<Fold, readonly Placed[]>, project: string): string | undefined {
  const [named] = FOLDS.map((fold) => {
    const counts = new Map<string, number>();
    for (const { group } of all.get(fold) ?? [])
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
