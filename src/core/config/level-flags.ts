import { UsageError } from '../model/usage-error.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { levelNamed, type Level, type LevelName } from './presets.ts';

const LEVELS: ReadonlySet<string> = new Set(['off', 'info', 'warning', 'warn', 'error']);

/** `name: level` as `--rule` takes it. */
export function readLevels(values: readonly string[], known: readonly string[]): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const value of values) {
    const [, name = '', level = ''] = /^\s*([\w-]+)\s*[:=]\s*["']?(\w+)["']?\s*$/.exec(value) ?? [];
    if (/[*?[{]/.test(value))
      throw new UsageError(
        `"${value}" is a pattern, and \`--rule\` takes one rule`,
        'Repeat `--rule` for each rule',
      );
    if (!known.includes(name))
      throw new UsageError(
        `No rule named "${name || value}"`,
        didYouMean(name, known) ?? "Write it as `--rule 'missing-phrase: off'`",
      );
    if (!LEVELS.has(level))
      throw new UsageError(`Level "${level}" of rule "${name}" is none of off, info, warning, error`);
    levels.set(name, levelNamed(level as LevelName));
  }
  return levels;
}
