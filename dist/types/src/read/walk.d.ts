/** Most files of one walk; a walk that meets more is cut and says so. */
export declare const MAX_FILES = 20000;
/** Folders below the start that a walk goes down. */
export declare const MAX_DEPTH = 12;
export interface Walked {
    /** Relative to the start, `/` between folders, sorted by code unit. */
    readonly files: readonly string[];
    /** True where a cap was met: a file that is not listed may still be there. */
    readonly cut: boolean;
}
/** What a walk leaves out. Paths are relative to the start of the walk. */
export interface Skips {
    /** Called for a folder that holds a `.gitignore`, before its entries are judged. */
    enter(folder: string): Promise<void>;
    skips(path: string, isFolder: boolean): boolean;
}
/**
 * All files below a folder, level by level, so that a cap cuts the deep ones first.
 * Links to files are listed (reading them is checked), links to folders never followed: no circles, no way out.
 * A folder that cannot be opened counts as a cut; the start itself throws what the system threw.
 */
export declare function walk(start: string, limits?: {
    readonly skips?: Skips;
    readonly maxFiles?: number;
    readonly maxDepth?: number;
}): Promise<Walked>;
