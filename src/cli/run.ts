import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import type { Streams } from '../app/host.ts';
import { main } from './main.ts';
import { useDataSource } from '../core/data/data-source.ts';
import { folded } from '../core/report/terminal/wrap.ts';
import { shippedData } from '../node/data/shipped-data.ts';
import { updatedData } from '../node/data/updated-data.ts';

/**
 * A terminal, or something like one; asked of the system, since Node loads its network code to build
 * `process.stdout`.
 */
function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/**
 * Writes all of a text, to a file or a pipe at once and without Node's streams; where the reader is slow,
 * through them.
 */
function write(stream: 'stdout' | 'stderr', descriptor: number, text: string): void {
  if (text === '') return;
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A closed pipe (`licet | head`) is no error of ours.
    if (code === 'EPIPE') process.exit(0);
    process[stream].on('error', (late: NodeJS.ErrnoException) => process.exit(late.code === 'EPIPE' ? 0 : 2));
    process[stream].write(rest);
  }
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
    progress: (text) => write('stderr', 2, text),
  };
}

/** One run of the command with the arguments, folder and streams of this process; true where it linted. */
export async function command(): Promise<boolean> {
  // What is frozen says the same on every machine, whatever was fetched on this one.
  const frozen = process.argv.some((word) => word.startsWith('--frozen-'));
  useDataSource(frozen ? shippedData : updatedData(process.env, [process.cwd()], process.getuid?.()));
  const terminal = isDevice(1) && process.stdout.isTTY === true;
  const outcome = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    terminal,
    width: terminal ? process.stdout.columns : 80,
    clock: () => performance.now(),
    streams,
    today: new Date().toISOString().slice(0, 10),
  });
  process.exitCode = outcome.code;
  write('stdout', 1, outcome.stdout);
  if (outcome.stderr !== '') {
    const wraps = isDevice(2) && process.stderr.isTTY;
    write('stderr', 2, wraps ? folded(outcome.stderr, process.stderr.columns) : outcome.stderr);
  }
  return outcome.totals !== undefined;
}
