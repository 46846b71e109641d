import type { Finding } from '../model/finding.ts';

/** What was there when a team began: fingerprints, how often each, by repository. Lines may move; the finding stays known. */
export interface Baseline {
  readonly version: 1;
  readonly repositories: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const BASELINE_FILE = 'licet-baseline.json';
export const NO_BASELINE: Baseline = { version: 1, repositories: {} };

/** The baseline of a run: every finding of each repository. */
export function baselineOf(reports: readonly { readonly root: string; readonly findings: readonly Finding[] }[]): Baseline {
  const repositories: Record<string, Record<string, number>> = {};
  for (const { root, findings } of [...reports].sort((a, b) => (a.root < b.root ? -1 : 1))) {
    const counts: Record<string, number> = {};
    for (const { fingerprint } of [...findings].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))) counts[fingerprint] = (counts[fingerprint] ?? 0) + 1;
    if (findings.length > 0) repositories[root === '' ? '.' : root] = counts;
  }
  return { version: 1, repositories };
}

/** The findings that a baseline does not know, each known one taken off as often as it was there. */
export function beyond(baseline: Baseline, root: string, findings: readonly Finding[]): readonly Finding[] {
  const left = new Map(Object.entries(baseline.repositories[root === '' ? '.' : root] ?? {}));
  return findings.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  });
}

/** Reads a baseline; undefined where the text is none. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const good = typeof value === 'object' && value !== null && 'version' in value && value.version === 1 && 'repositories' in value && typeof value.repositories === 'object' && value.repositories !== null;
    return good ? (value as Baseline) : undefined;
  } catch {
    return undefined;
  }
}

/** A baseline without what is no longer found. */
export function pruned(baseline: Baseline, now: Baseline): Baseline {
  const repositories = Object.fromEntries(
    Object.entries(baseline.repositories).flatMap(([root, counts]) => {
      const found = now.repositories[root] ?? {};
      const kept = Object.entries(counts).flatMap(([fingerprint, count]) => (found[fingerprint] === undefined ? [] : [[fingerprint, Math.min(count, found[fingerprint])] as const]));
      return kept.length === 0 ? [] : [[root, Object.fromEntries(kept)]];
    }),
  );
  return { version: 1, repositories };
}
