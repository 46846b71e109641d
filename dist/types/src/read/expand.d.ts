/** One path of the command line. */
export interface Named {
    /** Absolute. */
    readonly path: string;
    readonly isFolder: boolean;
    /** False where only a pattern led here: then nobody said that it is a repository. */
    readonly byName: boolean;
}
/** `path` as reports show it: relative to `cwd`, `/` between folders, empty for `cwd` itself. */
export declare function shownPath(cwd: string, path: string): string;
/** Whether `path` is `folder` or lies in it. Both absolute. */
export declare function isWithin(path: string, folder: string): boolean;
/** An argument as the paths it names. Throws `UsageError` where it names none. */
export declare function expand(argument: string, cwd: string): Promise<readonly Named[]>;
