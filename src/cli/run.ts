import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Streams } from '../app/host.ts';
import { main } from './main.ts';
import { useDataSource } from '../core/data/data-source.ts';
import { folded } from '../core/report/terminal/wrap.ts';
import { importBy, type Importer } from '../node/config/run-code.ts';
import { shippedData } from '../node/data/shipped-data.ts';
import { updatedData } from '../node/data/updated-data.ts';

/**
 * A terminal, or something like one, and not what takes all and shows nothing (`licet > /dev/null`); asked of
 * the system, since Node loads its network code to build `process.stdout`.
 */
function isDevice(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isCharacterDevice()) return false;
    return stats.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

/**
 * Writes bytes to a file or a pipe at once and without Node's streams; gives what a slow reader did not take
 * yet.
 */
function written(descriptor: number, bytes: Buffer): Buffer {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    // A closed pipe (`licet | head`) is no error of ours.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
  }
  return rest;
}

/** Writes what is left through Node's streams; done once the reader has taken it. */
function handedOn(stream: 'stdout' | 'stderr', bytes: Buffer): Promise<void> {
  const { [stream]: out } = process;
  if (out.listenerCount('error') === 0)
    out.on('error', (late: NodeJS.ErrnoException) => process.exit(late.code === 'EPIPE' ? 0 : 2));
  return new Promise((done) => out.write(bytes, () => done()));
}

/** Streams that a reader did not take at once: what comes later may not overtake what waits. */
const slow = new Set<'stdout' | 'stderr'>();

/** Writes all of a text; done once the reader has taken it. */
function write(stream: 'stdout' | 'stderr', descriptor: number, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const rest = slow.has(stream) ? bytes : written(descriptor, bytes);
  if (rest.length === 0) return Promise.resolve();
  slow.add(stream);
  return handedOn(stream, rest);
}

/** This process's streams for a command that works on them line by line. */
function streams(): Streams {
  let closed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    input: process.stdin,
    output: (text) =>
      new Promise((done) => {
        if (closed) done(false);
        else process.stdout.write(text, () => done(!closed));
      }),
    progress: (text) => void write('stderr', 2, text),
  };
}

/** Writes to stderr where a person sees it as it is written: a terminal, and no log of a runner. */
function watch(text: string): void {
  const { CI, TERM } = process.env;
  if (CI === undefined && TERM !== 'dumb' && isDevice(2) && process.stderr.isTTY)
    void write('stderr', 2, text);
}

/** Says where this process has licet's data. */
function useOwnData(): void {
  // What is frozen says the same on every machine, whatever was fetched on this one.
  const frozen = process.argv.some((word) => word.startsWith('--frozen-'));
  useDataSource(frozen ? shippedData : updatedData(process.env, [process.cwd()], process.getuid?.()));
}

/** A thread of the command: does what the one that started it hands over. */
export async function thread(): Promise<void> {
  useOwnData();
  await (await import('./threads/serve.ts')).serve();
}

/**
 * One run of the command with the arguments, folder and streams of this process; true where it linted.
 * `importer` loads a config or plugin that is code.
 */
export async function command(importer?: Importer): Promise<boolean> {
  if (importer) importBy(importer);
  useOwnData();
  const terminal = isDevice(1) && process.stdout.isTTY === true;
  const outcome = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    terminal,
    width: terminal ? process.stdout.columns : 80,
    // Of the process and not of `performance`, which Node builds when it is first asked.
    clock: () => process.uptime() * 1000,
    streams,
    threads: async () => (await import('./threads/start-thread.ts')).threadsOf(process.argv.slice(2)),
    print: (text) => write('stdout', 1, text),
    watch,
    today: new Date().toISOString().slice(0, 10),
  });
  process.exitCode = outcome.code;
  void write('stdout', 1, outcome.stdout);
  if (outcome.stderr !== '') {
    const wraps = isDevice(2) && process.stderr.isTTY;
    void write('stderr', 2, wraps ? folded(outcome.stderr, process.stderr.columns) : outcome.stderr);
  }
  return outcome.totals !== undefined;
}
