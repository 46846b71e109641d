import type { Catalogue } from '../license/catalogue.ts';
import type { Resolution } from '../model/lineage.ts';
import type { Repo } from '../model/repo.ts';
import { type LockChange } from './lock-changes.ts';
import { type Lock, type LockEntry } from './lock.ts';
import type { Upstreams } from './upstreams.ts';
export interface OwnedRepo {
    readonly repo: Repo;
    /** The repository's own id, where it is sure. */
    readonly self: string | undefined;
}
/** Every upstream on the Hub that repositories have, all the way up, with what is known of it. */
export declare function upstreamsOf(repos: readonly OwnedRepo[], upstreams: Upstreams, catalogue: Catalogue): Promise<ReadonlyMap<string, Resolution>>;
/** What a lock becomes. */
export interface LockPlan {
    readonly entries: readonly LockEntry[];
    readonly added: readonly LockEntry[];
    /** Entries that no repository needs any more. */
    readonly removed: readonly LockEntry[];
    /** What is another upstream than the lock said. */
    readonly changes: readonly LockChange[];
    readonly unresolved: ReadonlyMap<string, Extract<Resolution, {
        is: 'failed';
    }>>;
}
/**
 * The lock that belongs to what is known now. `whole` where all repositories were looked at: what none of them needs goes.
 * Facts of a config stand there and are not copied; an entry stays, with its date, until something in it is another.
 */
export declare function planLock(before: Lock, known: ReadonlyMap<string, Resolution>, whole: boolean): LockPlan;
/** Why a lock is not the one that belongs here, for a run that may not write it; empty where all is in order. */
export declare function frozenProblems({ added, removed, changes, unresolved }: LockPlan): readonly string[];
