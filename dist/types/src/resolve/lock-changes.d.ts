import type { Resolution } from '../model/lineage.ts';
import { type Lock, type LockEntry } from './lock.ts';
/** A difference between a lock and what is known now. */
export interface LockChange {
    readonly model: string;
    readonly kind: 'license' | 'text' | 'bases' | 'name';
    /** One sentence without a full stop. */
    readonly what: string;
}
/**
 * What changed upstream since the lock was written: license, license text, bases, id. A new commit or date alone is no
 * change. Models that are new, or of which nothing is known now, are not spoken of.
 */
export declare function changesAgainstLock(lock: Lock, fresh: ReadonlyMap<string, Resolution>): LockChange[];
/** The differences in substance between two entries of one model. */
export declare function changesBetween(before: LockEntry, now: LockEntry): LockChange[];
/** The entry to keep: the one before, with its date, unless something in it, or its commit, is another. */
export declare function keptOrNew(before: LockEntry | undefined, now: LockEntry): LockEntry;
