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

export function overridesIn(written: Written): Override[] {
  return (written.overrides ?? []).map(({ files, rules }) => ({
    files: [files].flat(),
    levels: levelsIn(rules),
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

function overridden(config: Config, path: string): Map<string, Level> {
  const shown = local(config, path);
  if (shown === undefined) return new Map();
  return new Map(
    config.overrides
      .filter(({ files }) => files.some((pattern) => matches(shown, pattern)))
      .flatMap(({ levels }) => [...levels]),
  );
}

/**
 * The levels for a repository: those of the config, and those of the overrides that match its folder or its
 * card. `folder` is written like the config's: absolute, `/` between folders, no `..`; or empty where there
 * is no disk.
 */
export function levelsFor(config: Config, folder: string, card = 'README.md'): Map<string, Level> {
  return new Map([
    ...config.levels,
    ...overridden(config, folder),
    ...overridden(config, within(folder) + card),
  ]);
}

/** The levels that overrides set for one file of a repository, on top of the repository's. */
export function levelsAt(config: Config, folder: string): (file: string) => ReadonlyMap<string, Level> {
  const known = new Map<string, ReadonlyMap<string, Level>>();
  return (file) => {
    const before = known.get(file);
    if (before) return before;
    const levels =
      config.overrides.length === 0 ? new Map<string, Level>() : overridden(config, within(folder) + file);
    known.set(file, levels);
    return levels;
  };
}

/** Whether the config leaves a path out; `path` is written like the config's folder. */
export function isIgnored(config: Config, path: string): boolean {
  const shown = local(config, path);
  return shown !== undefined && shown !== '' && config.ignores.some((pattern) => matches(shown, pattern));
}
