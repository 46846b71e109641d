import { UsageError } from '../model/errors.ts';
export { UsageError };
/** A file or folder that could not be read: what happened, where, and what to do about it. */
export declare class ReadError extends Error {
    readonly name = "ReadError";
    readonly file: string;
    readonly hint: string | undefined;
    constructor(what: string, file: string, hint?: string);
}
/** The system's error code, such as `ENOENT`, or an empty string. */
export declare function codeOf(error: unknown): string;
/** A system's error code in words, to stand behind a file's name. */
export declare function wordsFor(code: string): string;
/** A system error in words, with `file` as its subject. */
export declare function readErrorFrom(error: unknown, file: string): ReadError;
