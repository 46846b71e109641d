/**
 * How the launcher starts the program: with what V8 compiled of it in an earlier run, where nobody else can
 * have put code of his own.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { tuneForShortRuns } from './short-runs.ts';
import { licetCache, ownFolder } from '../node/fs/own-folder.ts';

/** What is called of `main.cjs`; true for a run that linted. */
interface Program {
  command(importer?: (url: string) => Promise<unknown>): Promise<boolean>;
}

/** What `main.cjs` is as a script: the function that it is as a module of CommonJS. */
type Evaluate = (
  exports: object,
  require: NodeJS.Require,
  module: object,
  file: string,
  folder: string,
) => void;

/** Milliseconds after which compiled code is kept anew: what another card needed is then in it too. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Of the first runs, those behind which code is kept anew: every card runs some code that none before it
 * did, the later the less.
 */
const KEEPING = [1, 2, 4, 8, 16, 32];
/** Runs beyond those are not told apart. */
const MANY = 33;

/** Runs `file`, the program that `build` tells from others. */
export async function start(require: NodeJS.Require, file: string, build: string): Promise<void> {
  const place = placeForCode(process.env, process.argv.slice(2));
  if (place === undefined) {
    await (require(file) as Program).command();
    return;
  }
  tuneForShortRuns(process.versions.node);
  free(Buffer.allocUnsafeSlow(MOST_KEPT));
  const bytes = readFileSync(file);
  const source = bytes.toString('latin1');
  free(bytes);
  const kept = keptCode(place, build);
  const script = new Script(source, { filename: file, ...(kept && { cachedData: kept.code }) });
  if (kept) free(kept.code);
  const main = { exports: {} as Program };
  (script.runInThisContext() as Evaluate)(main.exports, require, main, file, dirname(file));
  const linted = await main.exports.command((url) => import(url));
  if (!linted) return;
  const runs = script.cachedDataRejected === true ? 1 : Math.min((kept?.runs ?? 0) + 1, MANY);
  if (runs === 1 || KEEPING.includes(runs) || isOld(place))
    keepCode(place, { code: script.createCachedData(), runs }, build);
  else if (runs < MANY) countRun(place);
}

/**
 * The file for compiled code, where there may be one. Whoever can write to its folder runs code here. What
 * the environment says of Node's own cache goes before. The first run only makes the folder, since a machine
 * that is thrown away has no second.
 */
function placeForCode(env: NodeJS.ProcessEnv, args: readonly string[]): string | undefined {
  if (env['NODE_DISABLE_COMPILE_CACHE'] || env['NODE_COMPILE_CACHE']) return undefined;
  const cache = licetCache(env);
  const folder = cache && join(cache, 'code');
  const before = folder && existsSync(folder);
  const own = folder && ownFolder(folder, [process.cwd(), ...args], process.getuid?.());
  return own && before ? join(own, `${process.version}-${process.arch}`) : undefined;
}

/** Code as V8 compiled it, and how many runs have added to it or could have. */
interface Kept {
  readonly code: Buffer;
  readonly runs: number;
}

/** What stands for a run behind the code, in the first runs. */
const RUN = '.';

/**
 * Bytes that are freed first: glibc gives back to the system, which hands out fresh pages for them, one fault
 * each, all memory that comes in pieces larger than the largest that was ever freed.
 */
const MOST_KEPT = 4 * 1024 * 1024;

/**
 * Frees the memory of bytes that nobody looks at any more, for what comes: not where it holds others too, and
 * not on Node 20, which cannot.
 */
function free({ buffer, byteLength }: Buffer): void {
  if (byteLength === buffer.byteLength) (buffer as Partial<Pick<ArrayBuffer, 'transfer'>>).transfer?.(0);
}

/** Bytes at the end of a file of code, in which the build and the signs of the runs stand. */
const TAIL = 64;

/** Bytes that are compared at a time: memory that was used before costs less than fresh memory. */
const PIECE = 64 * 1024;

/**
 * The code that was kept: it stands in its file twice, for V8 crashes over one that was cut off or spoiled,
 * and before the build that it is of, for V8 does not compare sources, and a sign for each run.
 */
function keptCode(place: string, build: string): Kept | undefined {
  let file: number | undefined;
  try {
    file = openSync(place, 'r');
    const { size } = fstatSync(file);
    const tail = bytesAt(file, Buffer.alloc(TAIL), Math.max(size - TAIL, 0)).toString('latin1');
    const runs = tail.length - tail.lastIndexOf(build) - build.length;
    const half = (size - build.length - runs) / 2;
    if (!tail.endsWith(build + RUN.repeat(runs)) || half <= 0 || !Number.isInteger(half)) return undefined;
    const code = bytesAt(file, Buffer.allocUnsafeSlow(half), 0);
    return standsAgain(code, file) ? { code, runs } : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** As many bytes of a file as there are, from a place on, in the memory given. */
function bytesAt(file: number, into: Buffer, place: number): Buffer {
  return into.subarray(0, readSync(file, into, 0, into.length, place));
}

/** Whether the bytes that a file begins with stand in it once more, behind themselves. */
function standsAgain(bytes: Buffer, file: number): boolean {
  const piece = Buffer.allocUnsafeSlow(PIECE);
  for (let at = 0; at < bytes.length; at += PIECE) {
    const here = bytes.subarray(at, at + PIECE);
    if (!bytesAt(file, piece.subarray(0, here.length), bytes.length + at).equals(here)) return false;
  }
  return true;
}

/** Counts a run that keeps nothing; one more or less is nothing lost. */
function countRun(place: string): void {
  try {
    appendFileSync(place, RUN);
  } catch {
    // The next run counts.
  }
}

function isOld(place: string): boolean {
  return Date.now() - (statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0) > DAY;
}

/** Keeps code for later runs; where it cannot be written, they compile anew. */
function keepCode(place: string, { code, runs }: Kept, build: string): void {
  const unfinished = `${place}.${process.pid}`;
  try {
    writeFileSync(unfinished, Buffer.concat([code, code, Buffer.from(build + RUN.repeat(runs))]), {
      mode: 0o600,
    });
    renameSync(unfinished, place);
  } catch {
    // Nothing is lost but time.
  }
}
