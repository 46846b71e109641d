import type { Formatter } from './report.ts';
/** Where a document goes: a file, or standard output. */
export interface Target {
    readonly format: string;
    readonly file: string | undefined;
}
/** Each format by name, read from the disk only when it is asked for. */
export declare const formats: Readonly<Record<string, () => Promise<Formatter>>>;
/** The names that `--format` takes. */
export declare const formatNames: readonly string[];
/** Reads `name` or `name:file`; the file may hold colons itself. Throws `UsageError` where the name or the file is missing. */
export declare function parseFormat(value: string): Target;
/** Reads several; `stylish` where none is given. At most one may go to standard output, so that it holds exactly one document. */
export declare function parseFormats(values: readonly string[]): readonly Target[];
/** The formatter of that name. Throws `UsageError` where there is none. */
export declare function loadFormat(name: string): Promise<Formatter>;
