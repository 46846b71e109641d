import type { Suppression } from '../model/finding.ts';
import type { Config, Override, Written, WrittenLevel } from './config.ts';
import { matches } from './path-patterns.ts';
import { levelNamed, type Level } from './presets.ts';

const NUMBERED: readonly Level[] = ['off', 'warning', 'error'];

function levelOf(written: WrittenLevel): Level {
  if (typeof written === 'number') return NUMBERED[written] ?? 'warning';
  return typeof written === 'string' ? levelNamed(written) : levelOf(written[0]);
}

/** Levels as they are written, ESLint's numbers and lists included. */
export function levelsIn(rules: Written['rules']): Map<string, Level> {
  return new Map(Object.entries(rules ?? {}).map(([name, written]) => [name, levelOf(written)]));
}

/** The overrides of a config; `from` is its file as reports name it. */
export function overridesIn(written: Written, from?: string): Override[] {
  return (written.overrides ?? []).map(({ files, rules, ...rest }) => ({
    files: [files].flat(),
    levels: levelsIn(rules),
    ...rest,
    ...(from === undefined ? {} : { from }),
  }));
}

/** What lies in a folder begins with this. */
const within = (folder: string) => (folder === '' || folder.endsWith('/') ? folder : `${folder}/`);

/** A path relative to the config's folder; undefined for what lies outside of it. */
function local({ folder }: Config, path: string): string | undefined {
  if (folder === undefined) return undefined;
  if (path === folder) return '';
  return path.startsWith(within(folder)) ? path.slice(within(folder).length) : undefined;
}

/** What overrides say of some paths. */
export interface Overridden {
  /** Levels other than `off`. */
  readonly levels: ReadonlyMap<string, Level>;
  /** Rules that are turned off, and on what ground. Their findings are suppressed, not unasked. */
  readonly off: ReadonlyMap<string, Suppression>;
}

/** Whether an override is past its day; none is where `today` is empty. */
export const isOver = ({ until }: Override, today: string): boolean => until !== undefined && until < today;

function suppressionOf({ reason, reviewer, date, until, from }: Override): Suppression {
  return {
    by: 'config',
    ...(reason === undefined ? {} : { reason }),
    ...(reviewer === undefined ? {} : { reviewer }),
    ...(date === undefined ? {} : { date }),
    ...(until === undefined ? {} : { until }),
    ...(from === undefined ? {} : { file: from }),
  };
}

function overridden(config: Config, paths: readonly string[], today: string): Overridden {
  const [levels, off] = [new Map<string, Level>(), new Map<string, Suppression>()];
  for (const path of paths) {
    const shown = local(config, path);
    if (shown === undefined) continue;
    for (const one of config.overrides) {
      if (isOver(one, today) || !one.files.some((pattern) => matches(shown, pattern))) continue;
      for (const [rule, level] of one.levels)
        if (level === 'off') off.set(rule, suppressionOf(one));
        else {
          levels.set(rule, level);
          off.delete(rule);
        }
    }
  }
  return { levels, off };
}

/**
 * What the overrides say of a repository as a whole: of those that match its folder or its card. `folder` is
 * written like the config's: absolute, `/` between folders, no `..`; or empty where there is no disk. `today`
 * is ISO 8601: what is past its day does not count.
 */
export function overridesFor(config: Config, folder: string, card = 'README.md', today = ''): Overridden {
  return overridden(config, [folder, within(folder) + card], today);
}

/** What the overrides say of single files of a repository, those that hold for the whole of it included. */
export function overridesAt(
  config: Config,
  folder: string,
  card = 'README.md',
  today = '',
): (file: string) => Overridden {
  const known = new Map<string, Overridden>();
  return (file) => {
    const paths = [folder, within(folder) + card, within(folder) + file];
    const here = known.get(file) ?? overridden(config, paths, today);
    known.set(file, here);
    return here;
  };
}

const flat = ({ levels, off }: Overridden): Map<string, Level> =>
  new Map([...levels, ...[...off.keys()].map((rule) => [rule, 'off'] as const)]);

/**
 * The levels for a repository: those of the config, and those of the overrides that match its folder or its
 * card. `folder` is written like the config's.
 */
export function levelsFor(
  config: Config,
  folder: string,
  card = 'README.md',
  today = '',
): Map<string, Level> {
  return new Map([...config.levels, ...flat(overridesFor(config, folder, card, today))]);
}

/** The levels that overrides set for one file of a repository, on top of the repository's. */
export function levelsAt(
  config: Config,
  folder: string,
  today = '',
): (file: string) => ReadonlyMap<string, Level> {
  const known = new Map<string, ReadonlyMap<string, Level>>();
  return (file) => {
    const here = known.get(file) ?? flat(overridden(config, [within(folder) + file], today));
    known.set(file, here);
    return here;
  };
}

/**
 * The Hub id that a config gives to the model in a folder: an override that names this folder, else the
 * config's own `name` where the model lies beside the config.
 */
export function nameIn(config: Config, folder: string): string | undefined {
  const shown = local(config, folder);
  if (shown === undefined) return undefined;
  const named = config.overrides.findLast(
    ({ name, files: [file = ''] }) => name !== undefined && folderNamed(file) === shown,
  );
  return named?.name ?? (shown === '' ? config.name : undefined);
}

/** The folder that an override with a name is for, relative to the config's; empty for the config's own. */
function folderNamed(file: string): string {
  return file
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '');
}

/** Whether the config leaves a path out; `path` is written like the config's folder. */
export function isIgnored(config: Config, path: string): boolean {
  const shown = local(config, path);
  return shown !== undefined && shown !== '' && config.ignores.some((pattern) => matches(shown, pattern));
}
