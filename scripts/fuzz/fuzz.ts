/**
 * Lints random repositories and holds what must hold for any input: no internal error, no control byte in an
 * output, documents that fit their schemas, nothing written outside, and fixes that lose no data and come to
 * rest. Three inputs of four go through the pipeline once, the fourth is fixed. Runs the code as it is
 * bundled, in threads that stay warm.
 *
 *   npm run fuzz [-- --seconds 60 | --cases 1000] [--seed N] [--from M] [--case M] [--workers 2]
 *
 * A finding names seed and case, and its files stay in `.cache/fuzz`; `--case` runs that one alone, `--from`
 * goes on from there. Exit 1 where something was found, 2 for a usage error.
 */
import { mkdirSync, rmSync, writeFileSync, mkdtempSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import type { Task, Trouble } from './worker.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const KEPT = join(root, '.cache', 'fuzz');
/** As in `worker.ts`, which is not loaded here. */
const [NUMBER, SINCE, PIPELINE, FIX, MENDED, RENDERED] = [0, 1, 2, 3, 4, 5];
const PLACES = 6;
/** A trial that takes longer hangs, on whatever machine. */
const HANGS_MS = 30_000;
const MOST_MEGABYTES = 1024;
/** Findings that read alike count as one kind: a long run ends with many kinds, and prints few of each. */
const MOST_KINDS = 20;
const SHOWN_OF_A_KIND = 3;
const TOLD_EVERY_MS = 60_000;
const MOST_WORKERS = 2;

/** The code of a worker, as it is bundled for the command. */
async function workerCode(): Promise<string> {
  const build = await rolldown({
    cwd: root,
    input: 'scripts/fuzz/worker.ts',
    platform: 'node',
    checks: { ineffectiveDynamicImport: false },
    resolve: { alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') } },
    transform: { define: { LICET_FOLDER: JSON.stringify(join(root, 'data/')), LICET_VERSION: '"fuzz"' } },
  });
  const { output } = await build.generate({ codeSplitting: false });
  await build.close();
  mkdirSync(KEPT, { recursive: true });
  const file = join(KEPT, `worker-${process.pid}.mjs`);
  writeFileSync(file, output[0].code);
  return file;
}

/** Memory that looks like a folder, where there is any; else the folder for temporary files. */
function scratch(): string {
  const quick = process.env['TMPDIR'] === undefined && statSync('/dev/shm', { throwIfNoEntry: false });
  return mkdtempSync(join(quick ? '/dev/shm' : tmpdir(), 'licet-fuzz-'));
}

/** What was done, over all workers. */
class Tally {
  readonly #parts: Float64Array[] = [];
  readonly #start = performance.now();
  readonly #kinds = new Map<string, number>();
  found = 0;

  say({ number, what }: Trouble, seed: number): void {
    const kind = what.replace(/"(?:[^"\\]|\\.)*"|\d+/g, '').slice(0, 100);
    const alike = (this.#kinds.get(kind) ?? 0) + 1;
    this.#kinds.set(kind, alike);
    this.found += 1;
    if (alike <= SHOWN_OF_A_KIND) console.log(`seed ${seed} case ${number}: ${what}`);
  }

  get enough(): boolean {
    return this.#kinds.size >= MOST_KINDS;
  }

  part(): Float64Array {
    const part = new Float64Array(new SharedArrayBuffer(8 * PLACES));
    this.#parts.push(part);
    return part;
  }

  #sum = (place = 0) => this.#parts.reduce((sum, part) => sum + (part[place] ?? 0), 0);

  line(): string {
    const { user, system } = process.cpuUsage();
    return (
      `${this.#sum(PIPELINE)} pipeline inputs, ${this.#sum(FIX)} fix inputs (${this.#sum(MENDED)} ` +
      `changed a file), ${this.#sum(RENDERED)} documents, ${this.found} findings; ` +
      `${((user + system) / 1e6).toFixed(0)} s of CPU, ` +
      `${((performance.now() - this.#start) / 1000).toFixed(0)} s`
    );
  }
}

/** Works in one thread; where that hangs or dies, says so, and goes on behind it in another. */
async function share(code: string, task: Omit<Task, 'progress'>, tally: Tally): Promise<void> {
  const say = (trouble: Trouble) => tally.say(trouble, task.seed);
  for (let done = false; !done && !tally.enough;) {
    const progress = tally.part();
    const worker = new Worker(code, {
      workerData: { ...task, progress } satisfies Task,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    worker.on('message', say);
    let hung = false;
    const watch = setInterval(() => {
      const since = progress[SINCE ?? 0] ?? 0;
      hung = since > 0 && Date.now() - since > HANGS_MS;
      if (hung || tally.enough) void worker.terminate();
    }, 500);
    const died = await new Promise<string | undefined>((resolve) => {
      worker.on('error', (error) => resolve(error.message));
      worker.on('exit', () => resolve(undefined));
    });
    clearInterval(watch);
    if (died !== undefined && (progress[SINCE ?? 0] ?? 0) === 0) throw new Error(died);
    const number = progress[NUMBER ?? 0] ?? 0;
    if (hung) say({ number, what: `hangs: no end after ${HANGS_MS / 1000} s` });
    else if (died !== undefined) say({ number, what: `ends the process: ${died}` });
    done = !hung && died === undefined;
  }
}

const count = (text: string | undefined, other: number): number => {
  if (text === undefined) return other;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`"${text}" is no number`);
  return Number(text);
};

async function fuzz(): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { seconds: text, cases: text, seed: text, from: text, case: text, workers: text };
  const { values } = parseArgs({ options });
  const seed = count(values.seed, Math.floor(Math.random() * 1e6));
  const first = count(values.case ?? values.from, 0);
  const cases = values.case === undefined ? count(values.cases, Infinity) : 1;
  const seconds = count(values.seconds, cases === Infinity ? 60 : Infinity);
  const workers = Math.min(cases, count(values.workers, Math.min(MOST_WORKERS, availableParallelism())));
  const next = new Int32Array(new SharedArrayBuffer(4)).fill(first);
  const [code, temporary] = [await workerCode(), scratch()];
  process.once('exit', () => {
    for (const path of [code, temporary]) rmSync(path, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const tally = new Tally();
  const telling = setInterval(() => console.log(`seed ${seed}: ${tally.line()}`), TOLD_EVERY_MS);
  try {
    const until = Date.now() + 1000 * seconds;
    const task = { seed, next, end: first + cases, until, temporary, kept: KEPT };
    await Promise.all(Array.from({ length: workers }, () => share(code, task, tally)));
  } finally {
    clearInterval(telling);
  }
  console.log(`seed ${seed} from case ${first}: ${tally.line()}`);
  return tally.found > 0 ? 1 : 0;
}

process.exitCode = await fuzz().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});
