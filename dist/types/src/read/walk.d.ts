import { type Dirent } from 'node:fs';
/** Most files, and most folders opened, of one walk; a walk that meets more is cut and says so. */
export declare const MAX_FILES = 20000;
/** Folders below the start that a walk goes down. */
export declare const MAX_DEPTH = 12;
/** A folder that was not read, or not to its end: it lies too deep, behind too many others, or could not be opened. */
export interface Beyond {
    readonly at: string;
    readonly why: 'depth' | 'number' | 'closed';
}
export interface Walked {
    /** Relative to the start, `/` between folders, sorted by code unit. */
    readonly files: readonly string[];
    /** True where a file that is not listed may still be there; what lies too deep is no part of what a repository says beside its card. */
    readonly cut: boolean;
    /** Every folder that a limit or the system kept closed, each once. */
    readonly beyond: readonly Beyond[];
}
/** What a walk leaves out. Paths are relative to the start of the walk. */
export interface Skips {
    /** Called for a folder that holds a `.gitignore`, before its entries are judged. */
    enter(folder: string): Promise<void>;
    skips(path: string, isFolder: boolean): boolean;
}
/**
 * All files below a folder, level by level, so that a cap cuts the deep ones first.
 * What is no folder is listed, be it a link or a pipe (reading it is checked and says what is wrong); links to folders are never
 * followed: no circles, no way out.
 * A folder that cannot be opened counts as a cut; the start itself throws what the system threw.
 */
export declare function walk(start: string, limits?: {
    readonly skips?: Skips;
    readonly maxFiles?: number;
    readonly maxDepth?: number;
}): Promise<Walked>;
/** Whatever is no folder and no link to one. */
export declare function isListed(entry: Dirent, path: string): boolean;
/** What a folder holds. Throws what the system throws. */
export declare function entriesOf(folder: string): Dirent[];
