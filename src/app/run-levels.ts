import type { Config } from '../core/config/config.ts';
import { isOver, overridesAt, overridesFor } from '../core/config/levels.ts';
import type { Levels } from '../core/evaluate/evaluate.ts';
import type { Repo } from '../core/model/repo.ts';
import { patternPath } from '../node/config/find-config.ts';
import type { RunSettings } from './lint-repositories.ts';

/** The levels of a run, of each repository and its files: flags go over what configs say. */
export function levelsOfRun(
  configOf: (repo: Repo) => Config,
  flags: Levels,
  today: string,
): Pick<RunSettings, 'levels' | 'levelsAt' | 'offAt'> {
  const under = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([rule]) => !flags.has(rule)));
  const at = (repo: Repo) => {
    const config = configOf(repo);
    return repo.folder === undefined || config.overrides.length === 0
      ? undefined
      : overridesAt(config, patternPath(repo.folder), repo.card, today);
  };
  return {
    levels: (repo) => {
      const config = configOf(repo);
      // Globs count only where it lies in a folder.
      const own =
        repo.folder === undefined
          ? new Map()
          : overridesFor(config, patternPath(repo.folder), repo.card, today).levels;
      return new Map([...config.levels, ...own, ...flags]);
    },
    levelsAt: (repo) => {
      const here = at(repo);
      return here && ((file) => under(here(file).levels));
    },
    offAt: (repo) => {
      const here = at(repo);
      return here && ((file) => under(here(file).off));
    },
  };
}

/** Says of each exception that is past its day that it does not count any more. */
export function exceptionsOver(config: Config, today: string): string[] {
  return config.overrides
    .filter((one) => isOver(one, today))
    .map((one) => {
      const rules = [...one.levels.keys()].map((rule) => `"${rule}"`).join(', ');
      const what = `Override of ${rules || 'a name'} for "${one.files.join(', ')}"`;
      return `${what} ended on ${one.until ?? ''}, so it does not count`;
    });
}
