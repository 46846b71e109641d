import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean, nearest } from '../../core/text/did-you-mean.ts';
import { UsageError } from '../../core/model/usage-error.ts';
import type { Host, Streams } from '../../app/host.ts';
import type { Request } from '../../app/open-run.ts';
import { agree } from '../wrong-calls.ts';
import { jsonText, outgoing, type Keeps } from '../../core/text/outgoing.ts';
import { message as printedMessage } from '../../core/report/terminal/wrap.ts';

/** What a command may touch outside of itself. */
export interface CommandHost {
  readonly cwd: string;
  /** The text of a file, relative to `cwd`; undefined where there is none or it cannot be read. */
  readonly readFile: (path: string) => Promise<string | undefined>;
  readonly color: boolean;
  /** Columns of the terminal; 80 where nobody says. */
  readonly width?: number;
  /** Whether a terminal shows what is printed. */
  readonly terminal?: boolean;
  /** ISO 8601; what is past its day does not count. */
  readonly today?: string;
  readonly streams?: () => Streams;
  readonly threads?: Host['threads'];
}

/** The streams of a command that works line by line. */
export function streamsOf({ streams }: CommandHost): Streams {
  if (streams === undefined) throw new Error('this program gives no streams to commands');
  const { input, output, progress } = streams();
  return {
    input,
    output: (text) => output(outgoing(text)),
    progress: (text) => progress(outgoing(text)),
  };
}

/** What a command leaves behind. 0: done; 1: the answer is no; 2: it was asked wrongly. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: 0 | 1 | 2;
  /** What of `stdout` is licet's own. */
  readonly keeps?: Keeps;
}

/** A refusal in one message. */
export function usage(message: string, hint: string): Outcome {
  return { stdout: '', stderr: printedMessage(message, hint), code: 2 };
}

/** The arguments of a command, or why they are not understood. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  command: string,
) {
  try {
    return {
      is: 'read' as const,
      ...parseArgs({ args: [...args], options, allowPositionals: true, strict: true }),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const flag = /'(--?[\w-]+)/.exec(message)?.[1] ?? '';
    const word = flag.replace(/^-+/, '');
    const near = nearest(word, Object.keys(options));
    const what = /unknown option/i.test(message)
      ? `Unknown option "${flag}"`
      : /argument/i.test(message)
        ? `Option "${flag}" needs a value`
        : (message.split('\n')[0] ?? message);
    const all = `\`licet ${command}\` takes ${Object.keys(options)
      .map((name) => `--${name}`)
      .join(', ')}`;
    return {
      is: 'refused' as const,
      outcome: usage(
        what,
        flag === '--json' && Object.hasOwn(options, 'format')
          ? 'Use `--format json`'
          : near === word
            ? `See \`licet ${command} --help\``
            : near === undefined
              ? all
              : `Did you mean \`--${near}\`?`,
      ),
    };
  }
}

/** Options of every command that lints what it is asked about. */
export const LINTED = {
  name: { type: 'string' },
  card: { type: 'string' },
  online: { type: 'boolean' },
  'hub-cache': { type: 'boolean' },
  lock: { type: 'string' },
  'frozen-lock': { type: 'boolean' },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What `--help` says of them. */
export const LINTED_HELP = `\
  --name ORG/MODEL   the model's id on the Hub
  --card FILE        the model card, if it is not README.md
  --online           ask the Hub (HF_ENDPOINT, HF_TOKEN); otherwise no network
                     access
  --hub-cache        use what huggingface_hub has downloaded to this machine
  --lock FILE        lock file path (default: the nearest licet.lock.json)
  --frozen-lock      use only the lock file
  -c, --config FILE  use this config; --no-config: use none`;

/** What these options were given; a command may take fewer. */
export interface LintedFlags {
  readonly name?: string | undefined;
  readonly card?: string | undefined;
  readonly online?: boolean | undefined;
  readonly 'hub-cache'?: boolean | undefined;
  readonly lock?: string | undefined;
  readonly 'frozen-lock'?: boolean | undefined;
  readonly config?: string | undefined;
  readonly 'no-config'?: boolean | undefined;
}

/** What is to be linted by these options. Throws `UsageError` where they do not go together. */
export function requestOf(paths: readonly string[], flags: LintedFlags): Request {
  return {
    paths,
    name: flags.name,
    card: flags.card,
    online: flags.online,
    hubCache: flags['hub-cache'],
    lock: flags.lock,
    frozenLock: flags['frozen-lock'],
    config: configOf(flags),
  };
}

/** How a command prints its answer: `-f`, `--format`, of which every one that answers takes `json`. */
export const FORMAT = { type: 'string', short: 'f' } as const;

/** The format that was asked for, the first of `known` where none was. Throws `UsageError`. */
export function formatOf<T extends string>(asked: string | undefined, known: readonly T[]): T {
  const found = known.find((one, at) => one === asked || (asked === undefined && at === 0));
  if (found === undefined)
    throw new UsageError(
      `No format named "${asked ?? ''}"`,
      didYouMean(asked ?? '', known) ?? `Use one of ${known.join(', ')}`,
    );
  return found;
}

/** The config that flags name: false for `--no-config`. Throws `UsageError` where both are given. */
export function configOf(flags: {
  readonly config?: string | undefined;
  readonly 'no-config'?: boolean | undefined;
}): string | false | undefined {
  agree(flags);
  return flags['no-config'] ? false : flags.config;
}

/** JSON as all commands print it. */
export function json(value: unknown): string {
  return `${jsonText(value, 2)}\n`;
}
