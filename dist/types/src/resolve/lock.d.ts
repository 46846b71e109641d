import type { Catalogue } from '../license/catalogue.ts';
import { type Confidence } from '../model/confidence.ts';
import { type CopyrightLine, type Resolution } from '../model/lineage.ts';
import { type Base, type Declared } from './hub-record.ts';
import type { Upstreams } from './upstreams.ts';
/** What `licet.lock.json` holds of one model: `schema/lock.schema.json`. */
export interface LockEntry {
    /** The Hub id, as the repository's files name it. */
    readonly model: string;
    readonly declared: Declared | undefined;
    readonly bases: readonly Base[];
    /** The commit, 40 hex digits. */
    readonly revision?: string;
    /** The id of today where the Hub renamed it. */
    readonly canonical?: string;
    /** `Hub`, `Hub (host)`, `Hub cache` or `snapshot`. */
    readonly source: string;
    /** When the source said so, ISO 8601: a day, or a month; empty where the source does not say. */
    readonly date: string;
    readonly confidence: Confidence;
    readonly note?: string;
    /** sha256 of the license text, hex. */
    readonly textHash?: string;
    /** Copyright lines of its LICENSE and NOTICE; source and date are the entry's. */
    readonly copyright?: readonly Pick<CopyrightLine, 'line' | 'file'>[];
}
export type Lock = ReadonlyMap<string, LockEntry>;
/** A lock file that was read, or why not. */
export type LockRead = {
    readonly is: 'read';
    readonly lock: Lock;
} | {
    readonly is: 'refused';
    readonly what: string;
    readonly hint: string;
};
export declare const EMPTY_LOCK: Lock;
/** Under which a model is found whatever the case, or its former id. */
export declare const lockKey: (model: string) => string;
/** Entries by model. */
export declare function lockOf(entries: Iterable<LockEntry>): Lock;
/** Reads the text of a lock. Whatever is not as `writeLock` writes it is refused whole: half a lock would pass for the truth. */
export declare function parseLock(text: string, file?: string): LockRead;
/** What is known of a model, as a lock keeps it. */
export declare function entryOf(model: string, found: Extract<Resolution, {
    is: 'found';
}>): LockEntry;
/** The text of a lock: sorted, one spelling, so that a difference in review is a difference in fact. */
export declare function writeLock(entries: Iterable<LockEntry>): string;
/** Answers from a lock. `frozen`: a model that is not in it is a failure that says so. */
export declare function lockFile(lock: Lock, catalogue: Catalogue, { frozen }?: {
    readonly frozen?: boolean;
}): Upstreams;
