import { resolve } from 'node:path';
import { isNamed } from '../node/fs/plain-file.ts';
import { UsageError } from '../core/model/usage-error.ts';
import { didYouMean } from '../core/text/did-you-mean.ts';

/** The commands; a folder of a command's name is `./name`. */
export const COMMANDS: readonly string[] = [
  'licenses',
  'license',
  'compat',
  'tree',
  'notice',
  'bom',
  'dossier',
  'review',
  'diff',
  'resolve',
  'init',
  'explain',
  'rules',
  'batch',
  'index',
  'update',
  'lsp',
];

const LINTING = 'Linting needs no command: run `licet`, or `licet FOLDER`';
/** Commands of other linters, and what to run here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  check: LINTING,
  lint: LINTING,
  run: LINTING,
  scan: LINTING,
  fix: 'Run `licet --fix`',
  format: 'Run `licet --format NAME`',
  rule: 'Run `licet explain RULE`',
  config: 'Run `licet --print-config`',
  lsp: 'There is no language server; `licet --format json FILE` gives places and edits',
  server: 'There is no language server; `licet --format json FILE` gives places and edits',
};

/** The words of `licet help …`. Throws `UsageError` where there is no such command. */
export function helpFor(words: readonly string[]): readonly string[] {
  const [command, ...more] = words.filter((word) => !word.startsWith('-'));
  if (command === undefined) return [];
  if (!COMMANDS.includes(command) || more.length > 0)
    throw new UsageError(
      more.length > 0 ? '`licet help` takes one command' : `No command named "${command}"`,
      didYouMean(command, COMMANDS, 'licet help ') ?? `Commands are ${COMMANDS.join(', ')}`,
    );
  return [command];
}

/** A word that names no file and is nearly a command, `licet licence` say: then that was meant. */
export function misspelled([word = '']: readonly string[], error: unknown): UsageError | undefined {
  if (!(error instanceof UsageError) || error.message !== `"${word}" does not exist`) return undefined;
  const hint =
    (Object.hasOwn(ELSEWHERE, word) ? ELSEWHERE[word] : undefined) ??
    didYouMean(
      word,
      COMMANDS.filter((command) => command[0] === word[0]),
      'licet ',
    );
  return hint === undefined ? undefined : new UsageError(`No command and no file named "${word}"`, hint);
}

/** Flags that exclude each other or need each other. */
interface Flags {
  readonly config?: string | undefined;
  readonly 'no-config'?: boolean | undefined;
  readonly 'frozen-config'?: string | undefined;
  readonly stdin?: boolean | undefined;
  readonly 'stdin-filename'?: string | undefined;
  readonly fix?: boolean | undefined;
  readonly 'fix-dry-run'?: boolean | undefined;
  readonly 'fix-type'?: string[] | undefined;
  readonly 'fix-unsafe'?: string[] | undefined;
  readonly 'suppress-all'?: boolean | undefined;
  readonly 'prune-suppressions'?: boolean | undefined;
}

const PAIRS: readonly (readonly [keyof Flags, keyof Flags, string])[] = [
  ['config', 'no-config', 'Leave out one of them'],
  ['frozen-config', 'suppress-all', 'A frozen baseline is not written'],
  ['frozen-config', 'prune-suppressions', 'A frozen baseline is not written'],
  ...(['fix', 'fix-dry-run', 'suppress-all', 'prune-suppressions'] as const).map(
    (writes) => ['stdin', writes, 'Name the file instead: what comes on stdin is not written'] as const,
  ),
  ['suppress-all', 'prune-suppressions', '`--suppress-all` writes the whole baseline anew'],
];

/** Refuses flags that contradict each other, or that would be ignored. Throws `UsageError`. */
export function agree(flags: Flags): void {
  const given = (flag: keyof Flags) => flags[flag] !== undefined && flags[flag] !== false;
  for (const [one, other, hint] of PAIRS)
    if (given(one) && given(other))
      throw new UsageError(`Options "--${one}" and "--${other}" cannot be used together`, hint);
  if (given('stdin-filename') && !given('stdin'))
    throw new UsageError('Option "--stdin-filename" does nothing without `--stdin`');
  const idle = (['fix-type', 'fix-unsafe'] as const).find(given);
  if (idle !== undefined && !flags.fix && !flags['fix-dry-run'])
    throw new UsageError(
      `Option "--${idle}" does nothing without \`--fix\` or \`--fix-dry-run\``,
      'Preview the changes with `--fix-dry-run`',
    );
}

/** Options that say where licet looks and what counts there: the last of two would win unseen. */
const ONCE = /^--(?:config|frozen-config|lock|baseline|card|name|preset|stdin-filename)(?==|$)/;

/**
 * Refuses a word that is an option and the name of a file here too: hooks hand over names of files, and who
 * names a file `--config=x.mjs` must not choose what runs. Of options that say what counts none stands twice.
 * Throws `UsageError`.
 */
export function refuseFileNames(argv: readonly string[], cwd: string): void {
  const end = argv.indexOf('--');
  const words = (end < 0 ? argv : argv.slice(0, end)).filter((word) => word.startsWith('-') && word !== '-');
  const file = words.find((word) => isNamed(resolve(cwd, word)));
  if (file !== undefined)
    throw new UsageError(
      `"${file}" is an option, and the name of a file here`,
      `Write \`./${file}\` for the file`,
    );
  const names = words.flatMap((word) => ONCE.exec(word)?.[0] ?? []);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new UsageError(`Option "${twice}" is given twice`, 'Leave out one of them');
}
