/**
 * How the launcher starts the program: with what V8 compiled of it in an earlier run, where nobody else can
 * have put code of his own.
 */
import { appendFileSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { tuneForShortRuns } from './short-runs.ts';
import { licetCache, ownFolder } from '../node/fs/own-folder.ts';

/** What is called of `main.cjs`; true for a run that linted. */
interface Program {
  command(importer?: (url: string) => Promise<unknown>): Promise<boolean>;
}

/** Milliseconds after which compiled code is kept anew: what another card needed is then in it too. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Of the first runs, those behind which code is kept anew: every card runs some code that none before it
 * did, the later the less.
 */
const KEEPING = [1, 2, 4, 8, 16, 32];

/** Runs `file`, the program that `build` tells from others. */
export async function start(require: NodeJS.Require, file: string, build: string): Promise<void> {
  const place = placeForCode(process.env, process.argv.slice(2));
  if (place === undefined) {
    await (require(file) as Program).command();
    return;
  }
  tuneForShortRuns(process.versions.node);
  const kept = keptCode(place, build);
  const cachedData = kept?.code;
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'latin1')}\n})`;
  const script = new Script(source, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const main = { exports: {} as Program };
  const run = script.runInThisContext() as (this: Program, ...given: readonly unknown[]) => void;
  run.call(main.exports, main.exports, require, main, file, dirname(file));
  const linted = await main.exports.command((url) => import(url));
  if (!linted) return;
  const runs = script.cachedDataRejected === true ? 1 : (kept?.runs ?? 0) + 1;
  if (runs === 1 || KEEPING.includes(runs) || isOld(place))
    keepCode(place, { code: script.createCachedData(), runs }, build);
  else if (runs <= Math.max(...KEEPING)) countRun(place);
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
 * The code that was kept: it stands in its file twice, for V8 crashes over one that was cut off or spoiled,
 * and before the build that it is of, for V8 does not compare sources, and a sign for each run.
 */
function keptCode(place: string, build: string): Kept | undefined {
  try {
    const bytes = readFileSync(place);
    const end = bytes.lastIndexOf(build) + build.length;
    const half = (end - build.length) / 2;
    const runs = bytes.length - end;
    const isWhole =
      half > 0 &&
      bytes.compare(bytes, half, 2 * half, 0, half) === 0 &&
      bytes.toString('latin1', end) === RUN.repeat(runs);
    return isWhole ? { code: bytes.subarray(0, half), runs } : undefined;
  } catch {
    return undefined;
  }
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
