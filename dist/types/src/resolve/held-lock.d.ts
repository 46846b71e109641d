import type { Catalogue } from '../license/catalogue.ts';
import { type Lock, type LockEntry } from './lock.ts';
import type { Upstreams } from './upstreams.ts';
/** A source that may know more than the lock. */
export interface Newer {
    readonly upstreams: Upstreams;
    /** Whether it is to be asked about an entry at all; always where nothing is said. */
    asks?(entry: LockEntry): boolean;
    /** True for one that says what holds now: a reading of the same day then counts. */
    readonly live?: boolean;
}
/**
 * Answers from a lock, and says beside each answer what a newer source holds against it. The lock's word stands: what the run
 * says of terms is the same on every machine. The first of `newer` that knows the model, from a later day, speaks.
 */
export declare function heldLock(lock: Lock, catalogue: Catalogue, newer: readonly Newer[], { frozen }?: {
    readonly frozen?: boolean;
}): Upstreams;
