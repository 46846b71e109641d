import { Folders } from '../config/find.ts';
export declare const LOCK_FILE = "licet.lock.json";
/**
 * Where locks lie: the nearest from a folder upwards counts, to the root of its git checkout, or to `cwd` where it lies in no
 * checkout. Each folder is looked into once.
 */
export declare class LockFinder {
    #private;
    constructor(cwd: string, folders?: Folders);
    /** The lock that counts for what lies in a folder. */
    find(folder: string): string | undefined;
    /** The folder out of which no lock is read that nobody named. */
    rootOf(folder: string): string;
    /** Where the lock for a folder is, or is to be: the current folder, where a look from the repository meets it; else the root of its checkout. */
    placeFor(folder: string): string;
}
