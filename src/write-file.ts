import { randomUUID } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { message } from './report/wrap.ts';

/** A text to be put into a repository's folder. */
export interface Draft {
  readonly folder: string;
  /** Relative to the folder. */
  readonly file: string;
  /** The path as messages show it. */
  readonly shown: string;
  readonly text: string;
  /** False for a file that must not be there yet. */
  readonly replaces: boolean;
}

/** A text as it stands in its file: behind the byte order mark, where that has one. */
export const marked = (text: string, bom: boolean): string => (bom ? '\ufeff' : '') + text;

/**
 * Writes a draft beside the file and renames it, so that no reader meets half a file; the file keeps its mode. Never
 * through a symbolic link, never out of the folder. Gives a sentence where nothing was written; never throws.
 */
export function writeFile({ folder, file, shown, text, replaces }: Draft): string | undefined {
  const path = join(folder, file);
  const draft = `${path}.${randomUUID()}`;
  try {
    if (leaves(relative(folder, path))) return message(`"${shown}" lies outside the repository; it was not written`);
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there?.isSymbolicLink()) return message(`"${shown}" is a symbolic link; it was not changed`);
    if (there && !replaces) return message(`"${shown}" is there already; it was not changed`);
    // A folder on the way may be a link itself: only where all of it is real may one be made.
    if (leaves(relative(realpathSync(folder), nearestReal(dirname(path))))) return message(`"${shown}" lies behind a symbolic link that leads out of the repository; it was not written`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, text, { flag: 'wx' });
    if (there) chmodSync(draft, statSync(path).mode);
    renameSync(draft, path);
    return undefined;
  } catch (error) {
    rmSync(draft, { force: true });
    return message(`"${shown}" could not be written: ${error instanceof Error ? (error.message.split(',')[0] ?? '') : String(error)}`);
  }
}

const leaves = (way: string) => way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);

/** The real path of a folder, or of the nearest one above it that is there. */
function nearestReal(folder: string): string {
  return lstatSync(folder, { throwIfNoEntry: false }) || dirname(folder) === folder ? realpathSync(folder) : nearestReal(dirname(folder));
}
