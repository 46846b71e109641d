import type { Level } from './presets.ts';

/** The intended use of a model, and the licenses that are welcome. */
export interface Policy {
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly use?: { readonly commercial?: boolean; readonly territory?: string; readonly monthlyUsers?: number; readonly revenue?: number };
}

/** A fact about a model that a team recorded. */
export interface Fact {
  readonly model: string;
  readonly license: string;
  readonly reason: string;
  readonly reviewer?: string;
  readonly date: string;
  readonly bases?: readonly string[];
}

/** What a config file says, before and after those that it extends are put under it. */
export interface Written {
  readonly extends?: string | readonly string[];
  readonly rules?: Readonly<Record<string, Level>>;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: Readonly<Record<string, Level>> }[];
  readonly ignores?: readonly string[];
  readonly policy?: Policy;
  readonly facts?: readonly Fact[];
  readonly settings?: { readonly requireReason?: boolean };
  readonly plugins?: readonly unknown[];
}

/** The whole configuration of a run. */
export interface Config {
  /** The files it came from, the nearest last. */
  readonly files: readonly string[];
  readonly levels: ReadonlyMap<string, Level>;
  readonly overrides: readonly { readonly files: readonly string[]; readonly levels: ReadonlyMap<string, Level> }[];
  readonly ignores: readonly string[];
  readonly policy: Policy;
  readonly facts: readonly Fact[];
  readonly requireReason: boolean;
  readonly plugins: readonly unknown[];
}

export const NO_CONFIG: Config = { files: [], levels: new Map(), overrides: [], ignores: [], policy: {}, facts: [], requireReason: false, plugins: [] };

/** Puts one config on top of another: levels and policy of the upper one win, lists add up. */
export function over(under: Config, upper: Config): Config {
  return {
    files: [...under.files, ...upper.files],
    levels: new Map([...under.levels, ...upper.levels]),
    overrides: [...under.overrides, ...upper.overrides],
    ignores: [...under.ignores, ...upper.ignores],
    policy: { ...under.policy, ...upper.policy },
    facts: [...under.facts, ...upper.facts],
    requireReason: under.requireReason || upper.requireReason,
    plugins: [...under.plugins, ...upper.plugins],
  };
}

/** The configuration as plain values, for `--print-config`. */
export function printConfig(config: Config): string {
  const { levels, overrides, ...rest } = config;
  return `${JSON.stringify({ ...rest, plugins: rest.plugins.length, rules: Object.fromEntries(levels), overrides: overrides.map((one) => ({ files: one.files, rules: Object.fromEntries(one.levels) })) }, undefined, 2)}\n`;
}
