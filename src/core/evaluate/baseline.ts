import type { Finding } from '../model/finding.ts';

/**
 * What was there when a team began: fingerprints, how often each, by repository. Lines may move; the finding
 * stays known.
 */
export interface Baseline {
  readonly version: 1;
  readonly repositories: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

type Reports = readonly { readonly root: string; readonly findings: readonly Finding[] }[];

export const BASELINE_FILE = 'licet-baseline.json';
export const NO_BASELINE: Baseline = { version: 1, repositories: {} };

const keyOf = (root: string) => (root === '' ? '.' : root);
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0;
/** A look-up that a repository called `__proto__` cannot mislead. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The same baseline whatever the order of its parts: what is written can be compared. */
function baseline(repositories: Iterable<readonly [string, Readonly<Record<string, number>>]>): Baseline {
  const kept = [...repositories].filter(([, counts]) => Object.keys(counts).length > 0).sort(byName);
  return { version: 1, repositories: Object.fromEntries(kept) };
}

function countsOf(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { fingerprint } of findings) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(byName));
}

/**
 * The baseline of a run: every finding of each repository. Of `known`, what this run did not look at stays.
 */
export function baselineOf(reports: Reports, known: Baseline = NO_BASELINE): Baseline {
  const all = new Map(Object.entries(known.repositories));
  for (const { root, findings } of reports) all.set(keyOf(root), countsOf(findings));
  return baseline(all);
}

/** The findings that a baseline does not know, each known one taken off as often as it was there. */
export function beyond(known: Baseline, root: string, findings: readonly Finding[]): readonly Finding[] {
  const left = new Map(Object.entries(own(known.repositories, keyOf(root)) ?? {}));
  return findings.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  });
}

/** How many findings a baseline knows of the repositories of a run, and the run no longer finds. */
export function unmatched(known: Baseline, reports: Reports): number {
  return reports.reduce((sum, { root, findings }) => {
    const found = countsOf(findings);
    return Object.entries(own(known.repositories, keyOf(root)) ?? {}).reduce(
      (more, [fingerprint, count]) => more + Math.max(0, count - (own(found, fingerprint) ?? 0)),
      sum,
    );
  }, 0);
}

/** Reads a baseline; undefined where the text is none. */
export function parseBaseline(text: string): Baseline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value['version'] !== 1 || !isRecord(value['repositories'])) return undefined;
  const repositories: (readonly [string, Readonly<Record<string, number>>])[] = [];
  for (const [root, counts] of Object.entries(value['repositories'])) {
    if (!isCounts(counts)) return undefined;
    repositories.push([root, counts]);
  }
  return baseline(repositories);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is Readonly<Record<string, number>> {
  return (
    isRecord(value) && Object.values(value).every((count) => Number.isSafeInteger(count) && Number(count) > 0)
  );
}

/**
 * A baseline without what is no longer found; `linted` are the roots that the run looked at, all where
 * nothing is said.
 */
export function pruned(known: Baseline, now: Baseline, linted?: readonly string[]): Baseline {
  const seen = linted && new Set(linted.map(keyOf));
  return baseline(
    Object.entries(known.repositories).map(([root, counts]) => {
      if (seen && !seen.has(root)) return [root, counts] as const;
      const found = own(now.repositories, root) ?? {};
      return [
        root,
        Object.fromEntries(
          Object.entries(counts).flatMap(([fingerprint, count]) => {
            const still = Math.min(count, own(found, fingerprint) ?? 0);
            return still > 0 ? [[fingerprint, still] as const] : [];
          }),
        ),
      ] as const;
    }),
  );
}
