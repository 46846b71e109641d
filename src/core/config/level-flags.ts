import { UsageError } from '../model/usage-error.ts';
import { levelNamed, type Level, type LevelName } from './presets.ts';
import { ruleHint, type RuleName } from './rule-names.ts';

const LEVELS: ReadonlySet<string> = new Set(['off', 'info', 'warning', 'warn', 'error']);

/** `name: level` as `--rule` takes it. */
export function readLevels(values: readonly string[], rules: readonly RuleName[]): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const value of values) {
    const [, name = '', level = ''] = /^\s*([\w-]+)\s*[:=]\s*["']?(\w+)["']?\s*$/.exec(value) ?? [];
    if (/[*?[{]/.test(value))
      throw new UsageError(
        `"${value}" is a pattern, and \`--rule\` takes one rule`,
        'Repeat `--rule` for each rule',
      );
    if (!rules.some((rule) => rule.name === name))
      throw new UsageError(
        `No rule named "${name || value}"`,
        ruleHint(name, rules) ?? "Write it as `--rule 'missing-phrase: off'`",
      );
    if (!LEVELS.has(level))
      throw new UsageError(`Level "${level}" of rule "${name}" is none of off, info, warning, error`);
    levels.set(name, levelNamed(level as LevelName));
  }
  return levels;
}
