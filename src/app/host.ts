import type { Worker } from 'node:worker_threads';
import type { Memory } from '../core/extract/memory.ts';
import type { Keeps } from '../core/text/outgoing.ts';
import type { DebugLog } from './debug-log.ts';
import type { Totals } from '../core/report/totals.ts';

/** Where a command reads and writes line by line, whatever the length. */
export interface Streams {
  readonly input: AsyncIterable<Uint8Array>;
  /** Writes to stdout once there is room; false where nobody reads any more. */
  readonly output: (text: string) => Promise<boolean>;
  /** Writes to stderr while the command runs. */
  readonly progress: (text: string) => void;
}

/** What the process gives to licet. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Today, ISO 8601: what expires is held against it. */
  readonly today: string;
  /** Milliseconds since the process began; without it `--debug` tells no times. */
  readonly clock?: () => number;
  /** The process's own streams, for the commands that work on them; opened when asked for. */
  readonly streams?: () => Streams;
  /** Writes to stdout before what the outcome holds; done once there is room again. */
  readonly print?: (text: string) => Promise<void>;
  /** Writes to stderr while the command runs, where a person watches it. */
  readonly watch?: (text: string) => void;
  /** What starts a thread of this program with its work; without it all is done in this one. */
  readonly threads?: () => Promise<(work: unknown) => Worker>;
  /** The public key that fetched data is held against instead of the project's: for tests. */
  readonly dataKey?: string;
  /** What a server knows of texts from its runs before. */
  readonly memory?: Memory | undefined;
  /** What `--debug` collects, where it was asked for. */
  readonly debug?: DebugLog | undefined;
}

/**
 * What licet gives back: two streams and an exit status (0 clean, 1 findings, 2 wrong call or our own error).
 */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: 0 | 1 | 2;
  readonly totals?: Totals;
  /**
   * What of `stdout` is licet's own: its colors, its annotations. All else in it is made safe before it
   * leaves.
   */
  readonly keeps?: Keeps;
}

/**
 * What stays of a patch when it is printed: it has to fit its file, so its words do, unless a runner
 * (GitHub's, Azure's) would hear them.
 */
export function keptIn(env: Readonly<Record<string, string | undefined>>): Keeps {
  return env['GITHUB_ACTIONS'] || env['TF_BUILD'] ? {} : { commands: 'all' };
}
