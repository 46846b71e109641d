/** Why a file was not read. */
export interface Unread {
    readonly is: 'unread';
    /** `special`: a folder, pipe, socket or device. `outside`: a link leads to where nothing is to be read. */
    readonly why: 'absent' | 'outside' | 'special' | 'large' | 'failed';
    /** What is wrong, to stand behind the file's name. */
    readonly says: string;
}
export interface Bounds {
    /** Real folders, as `rootOf` gives them: one must hold what the path leads to. Anywhere where nothing is said. */
    readonly roots?: readonly string[];
    /** False where a link is not followed at all. */
    readonly links?: boolean;
}
export interface Text {
    readonly is: 'read';
    readonly bytes: Buffer;
    readonly modified: Date;
}
/**
 * What lies at a path, links followed; a pipe, a socket, a device and a link that leads in a circle are `other`.
 * Undefined where nothing is to be found. Never throws.
 */
export declare function kindAt(path: string): 'file' | 'folder' | 'other' | undefined;
/** A path without links; as it is where it cannot be followed. */
export declare function realPath(path: string): string;
/** A folder as `Bounds` takes it. */
export declare function rootOf(folder: string): string;
/** All of a plain file of at most `limit` bytes. */
export declare function readPlain(path: string, limit: number, bounds?: Bounds): Text | Unread;
/** At most `limit` bytes from `from`; never more memory than the file has bytes. */
export declare function readStretch(path: string, from: number, limit: number, bounds?: Bounds): Buffer | Unread;
/** The bytes that a plain file has. */
export declare function sizeOf(path: string, bounds?: Bounds): number | Unread;
