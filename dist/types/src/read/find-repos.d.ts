import type { Repo } from '../model/repo.ts';
export interface FindOptions {
    /** Absolute: what arguments and reports are relative to. */
    readonly cwd: string;
    /** The card where README.md is not it: relative to `cwd` or to each repository. */
    readonly card?: string;
    /** Further files to leave out; asked with paths relative to `cwd`, `/` between folders. */
    ignored?(file: string): boolean;
    /** Patterns in the syntax of `.gitignore`, relative to `cwd`. They also hold for files that are named. */
    readonly ignores?: readonly string[];
}
export interface FoundRepos {
    /** Sorted by the path that reports show. */
    readonly repos: Repo[];
    /** Arguments that belong to no repository or are ignored. */
    readonly skipped: string[];
}
/**
 * The repositories that the arguments name, hold or belong to, each once; no argument means the current folder.
 * Throws `UsageError` where an argument matches nothing or no repository is found, `ReadError` where a folder cannot be read.
 */
export declare function findRepos(args: readonly string[], options: FindOptions): Promise<FoundRepos>;
