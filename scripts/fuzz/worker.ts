/** One thread of the fuzzer: trial after trial, told of in memory that the command reads along. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { keep, trial } from './trial.ts';

/** What a thread is asked to do: to take the next number and try it, as long as that is below `end`. */
export interface Task {
  readonly seed: number;
  readonly next: Int32Array;
  readonly end: number;
  /** When to end, in milliseconds since 1970. */
  readonly until: number;
  /** Where repositories are made, and where those are kept that something was found with. */
  readonly temporary: string;
  readonly kept: string;
  readonly progress: Float64Array;
}

/** The places of `progress`: the number tried, since when (0: at the end), and what was done so far. */
export const [NUMBER, SINCE, PIPELINE, FIX, MENDED, RENDERED] = [0, 1, 2, 3, 4, 5];
export const PLACES = 6;

/** A finding of the fuzzer. */
export interface Trouble {
  readonly number: number;
  readonly what: string;
}

useDataSource(shippedData);
const { seed, next, end, until, temporary, kept, progress } = workerData as Task;
const count = (place: number, more: number) => {
  progress[place] = (progress[place] ?? 0) + more;
};

while (Date.now() < until) {
  const number = Atomics.add(next, 0, 1);
  if (number >= end) break;
  progress[NUMBER] = number;
  progress[SINCE] = Date.now();
  const done = await trial(seed, number, temporary);
  count(done.kind === 'fix' ? FIX : PIPELINE, 1);
  count(MENDED, done.mended ? 1 : 0);
  count(RENDERED, done.rendered);
  for (const what of done.troubles) parentPort?.postMessage({ number, what } satisfies Trouble);
  if (done.troubles.length > 0) keep(join(kept, `${seed}-${number}`), done.files);
}
progress[SINCE] = 0;
