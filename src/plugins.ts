import type { Config } from './config/config.ts';
import type { Rule } from './evaluate/evaluate.ts';
import type { Entry } from './license/catalogue.ts';
import { defineLicense, licenseTrouble, type LicenseFields } from './license/define.ts';
import { UsageError } from './read/errors.ts';
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

function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

/** The plugins of a config that `--config` named. Throws `UsageError` for what is no plugin. */
export async function loadPlugins(config: Config): Promise<Plugins> {
  const plugins = config.plugins.map((value, index) => {
    if (!isPlugin(value)) throw new UsageError(`Plugin ${index + 1} of the config has no name`, 'Export an object with `name` and `rules`, `licenses` or `formats`');
    for (const rule of value.rules ?? []) if (typeof rule.name !== 'string' || typeof rule.check !== 'function') throw new UsageError(`Plugin "${value.name}" has a rule without name or check`, 'Write it with `defineRule`');
    for (const [at, license] of (value.licenses ?? []).entries()) {
      const trouble = licenseTrouble(license);
      if (trouble !== undefined) throw new UsageError(`License ${at + 1} of plugin "${value.name}" ${trouble}`, 'See docs/plugins.md for the fields');
    }
    return value;
  });
  return { rules: plugins.flatMap((one) => one.rules ?? []), licenses: plugins.flatMap((one) => (one.licenses ?? []).map(defineLicense)), formats: Object.assign({}, ...plugins.map((one) => one.formats ?? {})) as Record<string, Formatter> };
}
