import { existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { pathIn } from './path-in.ts';

/** Folders on the way that are missing may be made; a home that is not there is not ours to make. */
const MOST_MADE = 3;

/**
 * The folder for what a run keeps and later believes, made where it is missing; undefined where it cannot be
 * believed: others could have put something into it. It and all folders above it belong to this user (above
 * it, or to root) and take nothing from anybody else, and it lies in no git checkout, nor in one of `trees`:
 * files and folders that are read because somebody wants them judged. Never throws. `user` is the user's
 * number; without one, as on Windows, a folder's owner cannot be told.
 */
export function ownFolder(
  folder: string,
  trees: readonly string[],
  user: number | undefined,
): string | undefined {
  if (user === undefined || !isAbsolute(folder)) return undefined;
  try {
    const missing: string[] = [];
    let there = resolve(folder);
    for (; lstatSync(there, { throwIfNoEntry: false }) === undefined; there = dirname(there))
      missing.unshift(relative(dirname(there), there));
    there = realpathSync.native(there);
    const own = join(there, ...missing);
    if (missing.length > MOST_MADE || isWithinAny([resolve(folder), own], trees)) return undefined;
    for (let at = there; ; at = dirname(at)) {
      const { uid, mode } = statSync(at);
      // In a sticky folder, such as /tmp, nobody moves what is another's.
      if (
        (uid !== user && uid !== 0) ||
        ((mode & 0o022) !== 0 && (mode & 0o1000) === 0) ||
        existsSync(pathIn(at, '.git'))
      )
        return undefined;
      if (at === dirname(at)) break;
    }
    for (const [nth] of missing.entries()) mkdirSync(join(there, ...missing.slice(0, nth + 1)), 0o700);
    const made = lstatSync(own);
    return made.isDirectory() && made.uid === user && (made.mode & 0o077) === 0 ? own : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether one of the paths lies in a tree. What names no file that is there (a glob, an option's value)
 * stands for the folder it begins in.
 */
function isWithinAny(paths: readonly string[], trees: readonly string[]): boolean {
  return trees
    .map(folderAt)
    .some((tree) => paths.some((path) => path === tree || path.startsWith(pathIn(tree, ''))));
}

function folderAt(tree: string): string {
  for (let at = resolve(tree); ; at = dirname(at))
    if (statSync(at, { throwIfNoEntry: false })?.isDirectory()) return realpathSync.native(at);
}

/**
 * licet's folder in the user's cache folder: `LICET_CACHE`, else `licet` in `XDG_CACHE_HOME` or in `.cache`
 * of the home.
 */
export function licetCache(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const home = env['HOME'] || env['USERPROFILE'];
  const users = env['XDG_CACHE_HOME'] || (home && join(home, '.cache'));
  return env['LICET_CACHE'] || (users && join(users, 'licet'));
}
