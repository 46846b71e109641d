import type { Ignore } from 'ignore';
import type { Skips } from './walk.ts';
/** What the `.gitignore` files from the work tree's top down to each folder leave out, as Git reads them. */
export declare class GitIgnores implements Skips {
    #private;
    /** `start`: an absolute folder, where the walk begins. */
    constructor(start: string);
    /**
     * Takes in the `.gitignore` files of the folders above the start, up to `top`.
     * If they ignore the start itself, whoever named it wants it read: then they do not count.
     */
    enterAbove(top: string): Promise<void>;
    enter(folder: string): Promise<void>;
    skips(path: string, isFolder: boolean): boolean;
}
/** Lines in the syntax of `.gitignore`; those that could take for ever are left out. */
export declare function patternsOf(lines: readonly string[]): Promise<Ignore>;
/** The top of the Git work tree around a folder, or undefined. */
export declare function gitTopOf(folder: string): Promise<string | undefined>;
/** Whether Git ignores a path (relative to `top`, `/` between folders) or a folder around it. */
export declare function isGitIgnored(top: string, path: string, isFolder: boolean): Promise<boolean>;
