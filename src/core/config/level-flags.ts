import type { Severity } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { didYouMean } from '../text/did-you-mean.ts';

const LEVELS: ReadonlySet<string> = new Set(['off', 'info', 'warn', 'error']);

/** `name: level` as `--rule` takes it. */
export function readLevels(
  values: readonly string[],
  known: readonly string[],
): Map<string, Severity | 'off'> {
  const levels = new Map<string, Severity | 'off'>();
  for (const value of values) {
    const [, name = '', level = ''] = /^\s*([\w-]+)\s*[:=]\s*["']?(\w+)["']?\s*$/.exec(value) ?? [];
    if (!known.includes(name))
      throw new UsageError(
        `No rule named "${name || value}"`,
        didYouMean(name, known) ?? "Write it as `--rule 'missing-phrase: off'`",
      );
    if (!LEVELS.has(level))
      throw new UsageError(`Level "${level}" of rule "${name}" is none of off, info, warn, error`);
    levels.set(name, level as Severity | 'off');
  }
  return levels;
}
