import { type Config } from './config.ts';
import { type RuleLevel } from './presets.ts';
export interface LoadOptions {
    readonly cwd: string;
    /** The config that `--config` names; JavaScript is run only here. */
    readonly explicit?: string | undefined;
    /** `--no-config`. */
    readonly none?: boolean | undefined;
    readonly rules: readonly RuleLevel[];
}
/** The configuration for what lies in `folder`. Throws `UsageError` with file, line and column of what is not understood. */
export declare function loadConfig(folder: string, options: LoadOptions): Promise<Config>;
/** The nearest config from a folder upwards, to the root of its git checkout. */
export declare function findConfig(folder: string): string | undefined;
