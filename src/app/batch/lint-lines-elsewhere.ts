import type { Worker } from 'node:worker_threads';
import { LONGEST_LINE } from '../../core/batch/record.ts';
import { groupsOf, type Line } from '../../node/batch/lines.ts';
import { Pool } from '../../node/threads/pool.ts';
import { Batch, counted, nothing, type BatchSettings, type Tally } from './lint-lines.ts';

/** What a thread has to know to answer lines: the options of the call, and the folder it was made in. */
export interface BatchWork {
  readonly does: 'batch';
  readonly values: BatchValues;
  readonly cwd: string;
}

/** The options that say how lines are answered. */
export interface BatchValues {
  readonly index?: string | undefined;
  readonly preset?: string | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly config?: string | undefined;
  readonly select?: readonly string[] | undefined;
  readonly shard?: string | undefined;
  readonly today?: string | undefined;
  readonly 'line-numbers'?: boolean | undefined;
}

/** The answers to some lines, as text, and what was found in them. */
export interface AnsweredLines {
  readonly text: string;
  readonly tally: Tally;
}

/** Answers lines that are handed over. */
export function lineTasks(settings: BatchSettings): (lines: readonly Line[]) => Promise<AnsweredLines> {
  const batch = new Batch(settings);
  return async (lines) => {
    const tally = nothing();
    let text = '';
    for (const line of lines) {
      const done = await batch.answer(line);
      if (done !== undefined) text += counted(tally, done);
    }
    return { text, tally };
  };
}

/** Parts of the stream for each thread that are read before they are answered. */
const AHEAD = 4;

/** Lints a stream in threads; the answers are those of `lintLines`, in the same order. */
export async function lintLinesElsewhere(
  input: AsyncIterable<Uint8Array>,
  settings: BatchSettings,
  { size, start }: { readonly size: number; readonly start: () => Worker },
  write: (lines: string) => Promise<boolean>,
  told: (tally: Tally) => void = () => undefined,
): Promise<Tally> {
  const pool = new Pool<readonly Line[], AnsweredLines>(size, start);
  const tally = nothing();
  const waiting: Promise<boolean>[] = [];
  let isRead = true;
  const put = async (lines: readonly Line[], before: Promise<boolean> | undefined) => {
    const answered = answeredBy(pool, lines, settings);
    // One that fails ends the run when its turn has come.
    answered.catch(() => undefined);
    if ((await before) === false) return false;
    const { text, tally: more } = await answered;
    add(tally, more);
    if (text !== '') isRead &&= await write(text);
    told(tally);
    return isRead;
  };
  try {
    for await (const lines of groupsOf(input, LONGEST_LINE)) {
      waiting.push(put(lines, waiting.at(-1)));
      if (waiting.length > size * AHEAD) await waiting.shift();
      if (!isRead) break;
    }
    await waiting.at(-1);
  } finally {
    await pool.end();
  }
  return tally;
}

/** A thread that dies takes one line along: which, tell those lines one by one. */
async function answeredBy(
  pool: Pool<readonly Line[], AnsweredLines>,
  lines: readonly Line[],
  settings: BatchSettings,
): Promise<AnsweredLines> {
  const ended = await pool.run(lines);
  if (ended.is === 'done') return ended.result;
  const tally = nothing();
  let text = '';
  const [only, ...others] = lines;
  if (only !== undefined && others.length === 0) {
    text = counted(tally, new Batch(settings).lost(only, ended.why));
    return { text, tally };
  }
  for (const line of lines) {
    const one = await answeredBy(pool, [line], settings);
    text += one.text;
    add(tally, one.tally);
  }
  return { text, tally };
}

function add(tally: Tally, more: Tally): void {
  for (const key of ['lines', 'refused', 'errors', 'warnings'] as const) tally[key] += more[key];
}
