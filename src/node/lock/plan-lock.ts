import { extract } from '../../core/extract/extract.ts';
import { kindOf } from '../../core/extract/repository-kind.ts';
import { createContext } from '../../core/extract/make-context.ts';
import type { Catalogue } from '../../core/data/catalogue.ts';
import type { Resolution } from '../../core/model/lineage.ts';
import type { Repo } from '../../core/model/repo.ts';
import { readSources } from '../../core/read/read-sources.ts';
import { changesBetween, keptOrNew, type LockChange } from '../../core/resolve/lock/lock-changes.ts';
import { entryOf, lockKey, type Lock, type LockEntry } from '../../core/resolve/lock/lock.ts';
import { LIMITS, lineageOf } from '../../core/resolve/trace.ts';
import type { Upstreams } from '../../core/resolve/upstreams.ts';
import type { RecordedFact } from '../../core/resolve/recorded-facts.ts';

/** Models beyond the limits of a lineage that are named; the rest is counted. */
const MOST_NAMED = 100;

export interface OwnedRepo {
  readonly repo: Repo;
  /** The repository's own id, where it is sure. */
  readonly self: string | undefined;
  /** What its config records. */
  readonly facts: readonly RecordedFact[];
}

/** Every upstream on the Hub that repositories have, all the way up, with what is known of it. */
export async function upstreamsOf(
  repos: readonly OwnedRepo[],
  sources: (facts: readonly RecordedFact[]) => Promise<Upstreams>,
  catalogue: Catalogue,
): Promise<ReadonlyMap<string, Resolution>> {
  const found = new Map<string, { readonly model: string; readonly resolution: Resolution }>();
  const byFacts = new Map<readonly RecordedFact[], Upstreams>();
  for (const { repo, self, facts } of repos) {
    const upstreams = byFacts.get(facts) ?? (await sources(facts));
    byFacts.set(facts, upstreams);
    const claims = await extract(await readSources(repo), createContext(catalogue, self), repo.card);
    if (kindOf(claims, repo) !== 'model') continue;
    const { ancestors, leftOut, leftOutCount } = await lineageOf(claims, upstreams, catalogue, self);
    for (const { model, hub, resolution } of ancestors)
      if (hub && !found.has(lockKey(model))) found.set(lockKey(model), { model, resolution });
    const named = [...leftOut].slice(0, MOST_NAMED);
    const rest = leftOutCount - named.length;
    for (const model of rest === 0 ? named : [...named, `${rest} more models`])
      if (!found.has(lockKey(model)))
        found.set(lockKey(model), {
          model,
          resolution: { is: 'failed', why: 'offline', detail: LIMITS },
        });
  }
  return new Map([...found.values()].map(({ model, resolution }) => [model, resolution]));
}

/** What a lock becomes. */
export interface LockPlan {
  readonly entries: readonly LockEntry[];
  readonly added: readonly LockEntry[];
  /** Entries that no repository needs any more. */
  readonly removed: readonly LockEntry[];
  /** What is another upstream than the lock said. */
  readonly changes: readonly LockChange[];
  readonly unresolved: ReadonlyMap<string, Extract<Resolution, { is: 'failed' }>>;
}

/**
 * The lock that belongs to what is known now. `whole` where all repositories were looked at: what none of
 * them needs goes. Facts of a config stand there and are not copied; an entry stays, with its date, until
 * something in it is another.
 */
export function planLock(before: Lock, known: ReadonlyMap<string, Resolution>, whole: boolean): LockPlan {
  const entries = new Map<string, LockEntry>(whole ? [] : before);
  const unresolved = new Map<string, Extract<Resolution, { is: 'failed' }>>();
  const changes: LockChange[] = [];
  for (const [model, resolution] of known) {
    const old = before.get(lockKey(model));
    if (resolution.is === 'failed') unresolved.set(model, resolution);
    else if (resolution.from === 'config') entries.delete(lockKey(model));
    else if (resolution.from === 'lock' && old) entries.set(lockKey(model), old);
    else {
      const now = entryOf(model, resolution);
      if (old) changes.push(...changesBetween(old, now));
      entries.set(lockKey(model), keptOrNew(old, now));
    }
  }
  return {
    entries: [...entries.values()],
    added: [...entries].flatMap(([key, entry]) => (before.has(key) ? [] : [entry])),
    removed: [...before].flatMap(([key, entry]) => (entries.has(key) ? [] : [entry])),
    changes,
    unresolved,
  };
}

/**
 * Why a lock is not the one that belongs here, for a run that may not write it; empty where all is in order.
 */
export function frozenProblems({ added, removed, changes, unresolved }: LockPlan): readonly string[] {
  return [
    ...added.map(({ model }) => `"${model}" is not in the lock`),
    ...[...unresolved.keys()].map((model) => `"${model}" is not in the lock`),
    ...removed.map(({ model }) => `"${model}" is in the lock and no repository needs it`),
    ...changes.map(({ what }) => what),
  ].sort();
}
