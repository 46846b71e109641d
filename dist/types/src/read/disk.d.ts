import type { Repo } from '../model/repo.ts';
import { type Skips } from './walk.ts';
export interface DiskOptions {
    /** The path that reports show; empty for the current folder. */
    readonly shown?: string;
    /** The card, relative to the root; `README.md` if not said. */
    readonly card?: string;
    /** False where absent files say nothing. A walk that was cut is never complete. */
    readonly complete?: boolean;
    readonly skips?: Skips;
    /** Folders that were not walked to their end. */
    readonly unread?: Repo['unread'];
    /** The root is a snapshot in the Hub's cache: links into its `blobs` folder are followed, no others. */
    readonly hubCache?: boolean;
}
/**
 * The repository in a folder. Files of a disk are read at once, not in turns with others: for the few small ones that are asked
 * for, a turn costs more than the reading. Throws `ReadError` where the folder cannot be read.
 */
export declare function diskRepo(root: string, options?: DiskOptions): Promise<Repo>;
/** A repository whose files are listed already. */
export declare function repoOf(root: string, files: readonly string[], options?: DiskOptions): Repo;
