import type { Config } from './config/config.ts';
import type { Rule } from './evaluate/evaluate.ts';
import type { Entry } from './license/catalogue.ts';
import { type LicenseFields } from './license/define.ts';
import type { Formatter } from './report/report.ts';
/** What a plugin brings: rules, licenses (a company's own EULA), formats. */
export interface Plugin {
    readonly name: string;
    readonly rules?: readonly Rule[];
    readonly licenses?: readonly LicenseFields[];
    readonly formats?: Readonly<Record<string, Formatter>>;
}
export interface Plugins {
    readonly rules: readonly Rule[];
    readonly licenses: readonly Entry[];
    readonly formats: Readonly<Record<string, Formatter>>;
}
/** The plugins of a config that `--config` named; their rules stand beside the shipped ones. Throws `UsageError` for what is no plugin. */
export declare function loadPlugins(config: Config, shipped: readonly Rule[]): Plugins;
