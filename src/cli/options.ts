import { didYouMean } from '../core/text/did-you-mean.ts';
import { UsageError } from '../core/read/read-error.ts';
import { ruleHint, type RuleName } from '../core/config/rule-names.ts';

const OPTIONS = {
  name: { type: 'string' },
  card: { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  rule: { type: 'string', multiple: true },
  preset: { type: 'string' },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  'frozen-config': { type: 'string' },
  'no-inline-config': { type: 'boolean' },
  'print-config': { type: 'boolean' },
  'no-error-on-unmatched-pattern': { type: 'boolean' },
  online: { type: 'boolean' },
  'hub-cache': { type: 'boolean' },
  lock: { type: 'string' },
  'frozen-lock': { type: 'boolean' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  'fix-type': { type: 'string', multiple: true },
  'fix-unsafe': { type: 'string', multiple: true },
  format: { type: 'string', short: 'f', multiple: true },
  quiet: { type: 'boolean' },
  jobs: { type: 'string', short: 'j' },
  'max-warnings': { type: 'string' },
  'fail-on': { type: 'string' },
  'suppress-all': { type: 'boolean' },
  'prune-suppressions': { type: 'boolean' },
  baseline: { type: 'string' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  debug: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Every long option, for the test that holds `--help` against them. */
export const OPTION_NAMES: readonly string[] = Object.keys(OPTIONS);

/** Splits the command line. Throws `UsageError` naming the word that is not understood. */
export async function readArguments(argv: readonly string[]): Promise<Arguments> {
  try {
    return await parsed(argv);
  } catch (error) {
    throw usageError(error);
  }
}

type Arguments = Awaited<ReturnType<typeof parseOptions>>;

async function parsed(argv: readonly string[]): Promise<Arguments> {
  // Paths alone, as a hook gives them, need no parser, which Node has to load first.
  const areAllPaths = argv.every((word) => !word.startsWith('-'));
  return areAllPaths ? { values: {}, positionals: [...argv] } : parseOptions(argv);
}

async function parseOptions(argv: readonly string[]) {
  const { parseArgs } = await import('node:util');
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
}

function usageError(error: unknown): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  const flag = /'(?:-\w, )?(--?[\w-]+)/.exec(message)?.[1] ?? '';
  if (/unknown option/i.test(message))
    return new UsageError(
      `Unknown option "${flag}"`,
      (Object.hasOwn(ELSEWHERE, flag)
        ? ELSEWHERE[flag]
        : didYouMean(
            flag,
            OPTION_NAMES.map((name) => `--${name}`),
          )) ?? 'See `licet --help`',
    );
  if (/does not take an argument/i.test(message))
    return new UsageError(`Option "${flag}" takes no value`, 'See `licet --help`');
  if (/argument missing|argument is ambiguous|expects/i.test(message))
    return new UsageError(`Option "${flag}" needs a value`, NEEDS[flag] ?? 'See `licet --help`');
  return new UsageError(message.split('\n')[0] ?? message, 'See `licet --help`');
}

/** What other linters call otherwise, and what it is here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '-o': 'Name the file with the format: `--format sarif:out.sarif`',
  '--output-file': 'Name the file with the format: `--format sarif:out.sarif`',
  '--output-format': 'It is `--format`',
  '-q': 'It is `--quiet`',
  '--ignore-pattern': 'Write it under `ignores` in the config',
  '--exclude': 'Write it under `ignores` in the config',
  '--ignore': 'Write it under `ignores` in the config',
  '--json': 'Use `--format json`',
  '--list-rules': 'Run `licet rules`',
  '--min-confidence': 'Use `--fail-on likely`: it fails on what would be an error if it were certain',
  '--no-online': 'licet is offline unless `--online` is given',
  '--offline': 'licet is offline unless `--online` is given',
  '--output': 'Name the file with the format: `--format sarif:out.sarif`',
  '--cache': 'licet needs no cache: it reads every file on every run',
  '--unsafe-fixes': 'Name the rules: `--fix --fix-unsafe RULE,RULE`',
  '--verbose': '`--debug` shows what was read and how long it took',
  '--watch': 'licet runs once; start it from your editor or a file watcher',
  '--suppress-rule':
    "Turn one rule off with `--rule 'NAME: off'`, or take all of today with `--suppress-all`",
};

/** What to write where a value lacks that somebody has to choose. */
const NEEDS: Readonly<Record<string, string>> = {
  '--fix-unsafe':
    'Name the rules whose suggestions may be written: `--fix --fix-unsafe ' +
    'missing-license,incompatible-license`',
  '--fix-type': 'Name the rules whose findings are mended: `--fix --fix-type missing-phrase,missing-notice`',
};

/**
 * Rule names as `--fix-type` and `--fix-unsafe` take them: divided by commas, or the flag repeated. Undefined
 * where it was not given.
 */
export function readRuleNames(
  values: readonly string[] | undefined,
  flag: '--fix-type' | '--fix-unsafe',
  rules: readonly RuleName[],
): readonly string[] | undefined {
  if (!values) return undefined;
  const names = values
    .flatMap((value) => value.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new UsageError(`Option "${flag}" needs a value`, NEEDS[flag]);
  const odd = names.find((name) => !rules.some((rule) => rule.name === name));
  if (odd !== undefined) throw new UsageError(`No rule named "${odd}"`, ruleHint(odd, rules) ?? NEEDS[flag]);
  return names;
}

/** A whole number of zero or more. */
export function readCount(value: string | undefined, flag: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`Option "${flag}" takes a whole number, not "${value}"`);
  return Number(value);
}

/** Threads that one run may start: beyond it they only wait for each other. */
const MOST_JOBS = 256;

/** How many repositories are linted at the same time; `auto` is as many as there are processors. */
export async function readJobs(value: string | undefined): Promise<number> {
  if (value === undefined) return 1;
  if (value === 'auto') return (await import('node:os')).availableParallelism();
  const jobs = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError(`Option "--jobs" takes 1 to ${MOST_JOBS} or auto, not "${value.slice(0, 40)}"`);
  return jobs;
}
