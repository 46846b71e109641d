/** Whether a folder of this name is a part of the repository around it rather than one of its own. */
export declare function isPartName(name: string): boolean;
/** The folder of a path; empty for the top. */
export declare function folderOf(path: string): string;
/** The last name of a path. */
export declare function nameOf(path: string): string;
/** Whether `path` lies in `folder`; the empty folder holds all. */
export declare function isInside(path: string, folder: string): boolean;
