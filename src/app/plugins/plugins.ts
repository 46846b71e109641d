import type { Config } from '../../core/config/config.ts';
import type { Rule } from '../../core/evaluate/evaluate.ts';
import { heldToForm } from './plugin-rule.ts';
import type { Entry } from '../../core/data/catalogue.ts';
import {
  defineLicense,
  licenseTrouble,
  type LicenseFields,
} from '../../core/license/names/plugin-license.ts';
import { UsageError } from '../../core/read/read-error.ts';
import type { Formatter } from '../../core/report/report.ts';

/** What a plugin brings: rules, licenses (a company's own EULA), formats. */
export interface Plugin {
  readonly name: string;
  readonly rules?: readonly Rule[];
  readonly licenses?: readonly LicenseFields[];
  readonly formats?: Readonly<Record<string, Formatter>>;
}

export interface Plugins {
  readonly rules: readonly Rule[];
  /** The plugin's name, by the rule's. */
  readonly owners: ReadonlyMap<string, string>;
  readonly licenses: readonly Entry[];
  readonly formats: Readonly<Record<string, Formatter>>;
}

function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

const SEVERITIES: readonly unknown[] = ['info', 'warning', 'error'];

/** What keeps a value from being a rule, in a few words; undefined where nothing does. */
function ruleTrouble(rule: Partial<Rule>): string | undefined {
  if (typeof rule.name !== 'string' || typeof rule.check !== 'function') return 'without name or check';
  if (typeof rule.summary !== 'string') return `without a summary: "${rule.name}"`;
  return SEVERITIES.includes(rule.severity)
    ? undefined
    : `without a severity of info, warning, error: "${rule.name}"`;
}

/**
 * The plugins of a config that `--config` named; their rules stand beside the shipped ones. Throws
 * `UsageError` for what is no plugin.
 */
export function loadPlugins(config: Config, shipped: readonly Rule[]): Plugins {
  const taken = new Set(shipped.flatMap(({ name, formerly = [] }) => [name, ...formerly]));
  const plugins = config.plugins.map((value, index) => {
    if (typeof value === 'string')
      throw new UsageError(
        `Plugin "${value}" is a name, not an imported module`,
        'Import it in `licet.config.mjs`',
      );
    if (!isPlugin(value))
      throw new UsageError(
        `Plugin ${index + 1} of the config has no name`,
        'Export an object with `name` and `rules`, `licenses` or `formats`',
      );
    for (const rule of value.rules ?? []) {
      const trouble = ruleTrouble(rule);
      if (trouble !== undefined)
        throw new UsageError(`Plugin "${value.name}" has a rule ${trouble}`, 'Write it with `defineRule`');
      if (taken.has(rule.name))
        throw new UsageError(
          `Rule "${rule.name}" of plugin "${value.name}" has a name that is taken`,
          'Give it another',
        );
      taken.add(rule.name);
    }
    for (const [at, license] of (value.licenses ?? []).entries()) {
      const trouble = licenseTrouble(license);
      if (trouble !== undefined)
        throw new UsageError(
          `License ${at + 1} of plugin "${value.name}" ${trouble}`,
          'See docs/plugins.md for the fields',
        );
    }
    return value;
  });
  const formats = Object.fromEntries(
    plugins.flatMap((one) =>
      Object.entries(one.formats ?? {}).map(([name, format]) => [name, guarded(name, format)] as const),
    ),
  );
  return {
    rules: plugins.flatMap((one) => (one.rules ?? []).map(heldToForm)),
    owners: new Map(plugins.flatMap((one) => (one.rules ?? []).map(({ name }) => [name, one.name] as const))),
    licenses: plugins.flatMap((one) => (one.licenses ?? []).map(defineLicense)),
    formats,
  };
}

/** A plugin's format whose failure is told as the plugin's, not as licet's. */
function guarded(name: string, format: Formatter): Formatter {
  return (run, dress) => {
    let text: unknown;
    try {
      text = format(run, dress);
    } catch (error) {
      throw new UsageError(
        `Format "${name}" of a plugin failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    if (typeof text !== 'string') throw new UsageError(`Format "${name}" of a plugin gave no text`);
    return text;
  };
}
