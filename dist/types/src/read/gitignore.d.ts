import type { Skips } from './walk.ts';
/** Patterns of one list: each path is held against all of them. */
export declare const MAX_PATTERNS = 1000;
/** What the `.gitignore` files from the work tree's top down to each folder leave out, as Git reads them. */
export declare class GitIgnores implements Skips {
    #private;
    /** `start`: an absolute folder, where the walk begins. `tell` hears of a file that is too large to be read. */
    constructor(start: string, tell?: (file: string, why: string) => void);
    /**
     * Takes in the `.gitignore` files of the folders above the start, up to `top`.
     * If they ignore the start itself, whoever named it wants it read: then they do not count.
     */
    enterAbove(top: string): Promise<void>;
    enter(folder: string): Promise<void>;
    /** The nearest file that says anything of a path decides. Folders are entered from the top down. */
    skips(path: string, isFolder: boolean): boolean;
}
/** Lines in the syntax of `.gitignore`; those that could take for ever are left out. Compiled for the first path that holds one's stem. */
export declare class Patterns {
    #private;
    constructor(lines: readonly string[]);
    get count(): number;
    test(path: string): {
        readonly ignored: boolean;
        readonly unignored: boolean;
    };
}
/** Whether a folder is the top of a Git work tree: `.git` is a folder there, or the file of a linked one. */
export declare function isGitTop(folder: string): boolean;
/** The top of the Git work tree around a folder, or undefined. */
export declare function gitTopOf(folder: string): Promise<string | undefined>;
/** Whether Git ignores a path (relative to `top`, `/` between folders) or a folder around it. */
export declare function isGitIgnored(top: string, path: string, isFolder: boolean): Promise<boolean>;
