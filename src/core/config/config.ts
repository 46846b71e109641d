import { jsonText } from '../text/outgoing.ts';
import type { Level, LevelName } from './presets.ts';

/** What a model is meant for; what is left out is not judged. */
export interface Use {
  readonly commercial?: boolean;
  readonly research?: boolean;
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly territory?: string | readonly string[];
  readonly monthlyUsers?: number;
  /** US dollars a year. */
  readonly revenue?: number;
}

/** The intended use of a model, and the licenses that are welcome. */
export interface Policy {
  /** SPDX ids, `LicenseRef-…`, or licet's ids. */
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  /** Categories of `licet licenses`, such as `permissive`. */
  readonly allowCategories?: readonly string[];
  readonly denyCategories?: readonly string[];
  readonly use?: Use;
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

/** A level as ESLint's users may write it: a word, a number, or one of them in a list. */
export type WrittenLevel = LevelName | 0 | 1 | 2 | readonly [LevelName | 0 | 1 | 2, ...unknown[]];
type WrittenRules = Readonly<Record<string, WrittenLevel>>;

/** Why an exception was made, by whom, when, and for how long. */
export interface Ground {
  readonly reason?: string;
  readonly reviewer?: string;
  /** ISO 8601. */
  readonly date?: string;
  /** The last day on which it counts, ISO 8601. */
  readonly until?: string;
}

/** What a config file says, before and after those that it extends are put under it. */
export interface Written {
  readonly extends?: string | readonly string[];
  readonly rules?: WrittenRules;
  readonly name?: string;
  readonly overrides?: readonly (Ground & {
    readonly files: string | readonly string[];
    readonly rules?: WrittenRules;
    readonly name?: string;
  })[];
  readonly ignores?: readonly string[];
  readonly policy?: Policy;
  readonly facts?: readonly Fact[];
  readonly review?: { readonly roles?: readonly string[] };
  readonly settings?: { readonly requireReason?: boolean; readonly updateFrom?: string };
  readonly plugins?: readonly unknown[];
}

export interface Override extends Ground {
  readonly files: readonly string[];
  readonly levels: ReadonlyMap<string, Level>;
  /** The Hub id of the model in the folder that `files` names. */
  readonly name?: string;
  /** The config that says it, as reports name it; undefined for one that came from no disk. */
  readonly from?: string;
}

/** The whole configuration of a run. */
export interface Config {
  /** The files it came from, the nearest last. */
  readonly files: readonly string[];
  /**
   * What `overrides` and `ignores` are relative to: the folder of the nearest file, absolute, `/` between
   * folders. Empty for a config that came from no disk; undefined without one.
   */
  readonly folder: string | undefined;
  /** The Hub id of the model that lies in `folder`. */
  readonly name?: string | undefined;
  readonly levels: ReadonlyMap<string, Level>;
  readonly overrides: readonly Override[];
  readonly ignores: readonly string[];
  readonly policy: Policy;
  readonly facts: readonly Fact[];
  /** The roles that have to agree to a release; empty where any that spoke will do. */
  readonly reviewRoles: readonly string[];
  readonly requireReason: boolean;
  /** Where `licet update` fetches data; undefined for the project's releases. */
  readonly updateFrom?: string | undefined;
  readonly plugins: readonly unknown[];
  /** What the user should know and that is no error, one sentence each: a config in code that was not run. */
  readonly notes: readonly string[];
}

export const NO_CONFIG: Config = {
  files: [],
  folder: undefined,
  levels: new Map(),
  overrides: [],
  ignores: [],
  policy: {},
  facts: [],
  reviewRoles: [],
  requireReason: false,
  plugins: [],
  notes: [],
};

/**
 * Two lists on end, each item once: what two configs have from a third is told where the upper one has it,
 * which settles it.
 */
function joined<T>(under: readonly T[], upper: readonly T[]): readonly T[] {
  if (under.length === 0) return upper;
  const above = new Set(upper);
  return [...under.filter((item) => !above.has(item)), ...upper];
}

/** Puts one config on top of another: levels and each key of the upper policy win, lists add up. */
export function over(under: Config, upper: Config): Config {
  return {
    files: joined(under.files, upper.files),
    folder: upper.folder ?? under.folder,
    name: upper.name ?? under.name,
    levels: new Map([...under.levels, ...upper.levels]),
    overrides: joined(under.overrides, upper.overrides),
    ignores: joined(under.ignores, upper.ignores),
    policy: { ...under.policy, ...upper.policy },
    facts: joined(under.facts, upper.facts),
    reviewRoles: upper.reviewRoles.length > 0 ? upper.reviewRoles : under.reviewRoles,
    requireReason: under.requireReason || upper.requireReason,
    updateFrom: upper.updateFrom ?? under.updateFrom,
    plugins: joined(under.plugins, upper.plugins),
    notes: joined(under.notes, upper.notes),
  };
}

/** The configuration as plain values, for `--print-config`. */
export function printConfig(config: Config): string {
  const { levels, overrides, plugins, files, ignores, policy, facts, name } = config;
  const { reviewRoles, requireReason, updateFrom } = config;
  const rules = (map: ReadonlyMap<string, Level>) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const plain = {
    files,
    ...(name === undefined ? {} : { name }),
    rules: rules(levels),
    overrides: overrides.map(({ files: globs, levels: own, from: _, ...ground }) => ({
      files: globs,
      rules: rules(own),
      ...ground,
    })),
    ignores,
    policy,
    facts,
    ...(reviewRoles.length === 0 ? {} : { review: { roles: reviewRoles } }),
    settings: { requireReason, updateFrom },
    plugins: plugins.length,
  };
  return `${jsonText(plain, 2)}\n`;
}
