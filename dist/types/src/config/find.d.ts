export interface Found {
    readonly file: string | undefined;
    /** The folder out of which nothing is read: the root of the git checkout, else the outermost folder that was looked in. */
    readonly root: string;
    /** Configs in code that lie on the way and are not run. */
    readonly code: readonly string[];
}
/** The configs in one folder. */
interface Look {
    readonly file: string | undefined;
    readonly code: readonly string[];
}
/** Looks into folders, each once: the repositories of a run share the folders above them. */
export declare class Folders {
    #private;
    /** The configs in a folder, without those above it. */
    look(folder: string): Look;
    /** The folder out of which nothing is read: the root of the git checkout, else `cwd` where it holds the folder, else the folder. All absolute. */
    rootOf(folder: string, cwd: string): string;
}
/** The nearest config from a folder upwards, to the root of its git checkout, or to `cwd` where it lies in no checkout. */
export declare function findConfig(folder: string, cwd?: string, folders?: Folders): Found;
/** Whether anything is there, be it nothing that can be read: what is there and not read is told. */
export declare function isThere(path: string): boolean;
/** Whether a path is a folder or lies in it; both absolute. */
export declare function isWithin(path: string, folder: string): boolean;
/**
 * The text of a config. `root` bounds what a config that nobody named may read: linting a stranger's repository must not
 * show files from elsewhere. Throws `UsageError` in the words that a user sees.
 */
export declare function readConfig(file: string, shown: string, root?: string): string;
export {};
