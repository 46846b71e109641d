import type { Severity } from './model/finding.ts';
/** Every long option, for the test that holds `--help` against them. */
export declare const OPTION_NAMES: readonly string[];
/** Splits the command line. Throws `UsageError` naming the word that is not understood. */
export declare function readArguments(argv: readonly string[]): {
    values: {
        name?: string;
        card?: string;
        rule?: string[];
        preset?: string;
        config?: string;
        'no-config'?: boolean;
        'print-config'?: boolean;
        online?: boolean;
        'hub-cache'?: boolean;
        lock?: string;
        'frozen-lock'?: boolean;
        fix?: boolean;
        'fix-dry-run'?: boolean;
        'fix-type'?: string[];
        'fix-unsafe'?: boolean;
        format?: string[];
        quiet?: boolean;
        'max-warnings'?: string;
        'suppress-all'?: boolean;
        'prune-suppressions'?: boolean;
        baseline?: string;
        color?: boolean;
        'no-color'?: boolean;
        help?: boolean;
        version?: boolean;
    };
    positionals: string[];
};
/** `name: level` as `--rule` takes it. */
export declare function readLevels(values: readonly string[], known: readonly string[]): Map<string, Severity | 'off'>;
/** A whole number of zero or more. */
export declare function readCount(value: string | undefined, flag: string): number | undefined;
export { nearest } from './config/nearest.ts';
