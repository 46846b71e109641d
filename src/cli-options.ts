import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import type { Severity } from './model/finding.ts';
import { UsageError } from './read/errors.ts';

const OPTIONS = {
  name: { type: 'string' },
  card: { type: 'string' },
  rule: { type: 'string', multiple: true },
  preset: { type: 'string' },
  format: { type: 'string', short: 'f', multiple: true },
  quiet: { type: 'boolean' },
  'max-warnings': { type: 'string' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** The nearest of several words, for "did you mean". */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words.map((one) => ({ one, apart: distance(word, one) })).sort((a, b) => a.apart - b.apart);
  return best && best.apart <= Math.max(2, word.length / 3) ? best.one : undefined;
}

function didYouMean(word: string, words: readonly string[], prefix = ''): string | undefined {
  const near = nearest(word, words);
  return near === undefined ? undefined : `Did you mean \`${prefix}${near}\`?`;
}

/** Splits the command line. Throws `UsageError` naming the word that is not understood. */
export function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const flag = /'(--?[\w-]+)/.exec(message)?.[1] ?? '';
    if (/unknown option/i.test(message)) throw new UsageError(`Unknown option "${flag}"`, didYouMean(flag.replace(/^-+/, ''), Object.keys(OPTIONS), '--') ?? 'See `licet --help`');
    if (/argument missing|argument is ambiguous|expects/i.test(message)) throw new UsageError(`Option "${flag}" needs a value`, 'See `licet --help`');
    throw new UsageError(message.split('\n')[0] ?? message, 'See `licet --help`');
  }
}

const LEVELS: ReadonlySet<string> = new Set(['off', 'info', 'warn', 'error']);

/** `name: level` as `--rule` takes it. */
export function readLevels(values: readonly string[], known: readonly string[]): Map<string, Severity | 'off'> {
  const levels = new Map<string, Severity | 'off'>();
  for (const value of values) {
    const [, name = '', level = ''] = /^\s*([\w-]+)\s*[:=]\s*["']?(\w+)["']?\s*$/.exec(value) ?? [];
    if (!known.includes(name)) throw new UsageError(`No rule named "${name || value}"`, didYouMean(name, known) ?? "Write it as `--rule 'missing-phrase: off'`");
    if (!LEVELS.has(level)) throw new UsageError(`Level "${level}" of rule "${name}" is none of off, info, warn, error`);
    levels.set(name, level as Severity | 'off');
  }
  return levels;
}

/** A whole number of zero or more. */
export function readCount(value: string | undefined, flag: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`Option "${flag}" takes a whole number, not "${value}"`);
  return Number(value);
}
