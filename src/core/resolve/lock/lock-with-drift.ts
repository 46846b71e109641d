import type { Catalogue } from '../../data/catalogue.ts';
import type { Resolution } from '../../model/lineage.ts';
import { changesBetween } from './lock-changes.ts';
import { entryOf, lockFile, lockKey, type Lock, type LockEntry } from './lock.ts';
import type { Upstreams } from '../upstreams.ts';

type Found = Extract<Resolution, { is: 'found' }>;

/** A source that may know more than the lock. */
export interface Newer {
  readonly upstreams: Upstreams;
  /** Whether it is to be asked about an entry at all; always where nothing is said. */
  asks?(entry: LockEntry): boolean;
  /** True for one that says what holds now: a reading of the same day then counts. */
  readonly live?: boolean;
}

/**
 * Answers from a lock, and says beside each answer what a newer source holds against it. The lock's word
 * stands: what the run says of terms is the same on every machine. The first of `newer` that knows the model,
 * from a later day, speaks.
 */
export function heldLock(
  lock: Lock,
  catalogue: Catalogue,
  newer: readonly Newer[],
  { frozen = false }: { readonly frozen?: boolean } = {},
): Upstreams {
  const own = lockFile(lock, catalogue, { frozen });
  return {
    async find(model) {
      const locked = await own.find(model);
      const entry = lock.get(lockKey(model));
      if (locked.is === 'failed' || entry === undefined) return locked;
      for (const source of newer) {
        if (source.asks?.(entry) === false) continue;
        const now = await source.upstreams.find(entry.model);
        if (now.is === 'found' && speaks(now, entry, source.live ?? false))
          return against(locked, entry, now);
      }
      return locked;
    },
  };
}

/** A guess holds nothing against a lock, nor does what was read before it. */
function speaks(now: Found, { date, source, revision }: LockEntry, live: boolean): boolean {
  if (now.confidence === 'possible' || now.asOf === '') return false;
  if (now.from === source && now.revision !== undefined && now.revision === revision) return false;
  // A month against a day: what both tell is compared.
  const length = Math.min(now.asOf.length, date.length);
  const [is, was] = [now.asOf.slice(0, length), date.slice(0, length)];
  return date === '' || is > was || (live && is === was);
}

/** A new id of the same model is no change of its terms. */
function against(locked: Found, entry: LockEntry, now: Found): Found {
  const changes = changesBetween(entry, entryOf(entry.model, now)).filter(({ kind }) => kind !== 'name');
  if (changes.length === 0) return locked;
  return {
    ...locked,
    changed: changes.map(({ what }) => ({
      what,
      from: now.from,
      asOf: now.asOf,
      confidence: now.confidence,
    })),
  };
}
