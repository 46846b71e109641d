import {
  accessSync,
  appendFileSync,
  chmodSync,
  chownSync,
  constants,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { codeOf } from '../../core/read/read-error.ts';
import { boundOf, follow, leaves } from './links.ts';
import { isGitsOwn, kindAt, realPath } from './plain-file.ts';

/** A text to be put into a repository's folder. */
export interface Draft {
  readonly folder: string;
  /** Relative to the folder. */
  readonly file: string;
  /** The folder that the user is in: a link in it, or in its checkout, leads to no repository outside. */
  readonly cwd: string;
  /** The path as messages show it. */
  readonly shown: string;
  readonly text: string;
  /** False for a file that must not be there yet. */
  readonly replaces: boolean;
}

/** A text for a path that the user named, in the call or by licet's own name for it. */
export interface NamedDraft extends Pick<Draft, 'shown' | 'text'> {
  /** Absolute. */
  readonly path: string;
  /** The git checkout or the folder that the user is in: a link in it leads to nothing outside of it. */
  readonly root: string;
  readonly replaces?: boolean;
}

/** Of what is newly made, before the user's mask. */
interface Modes {
  readonly file?: number;
  readonly folder?: number;
}

/** A text as it stands in its file: behind the byte order mark, where that has one. */
export const marked = (text: string, bom: boolean): string => (bom ? '\ufeff' : '') + text;

/**
 * Writes into a repository: never over a symbolic link, never out of the folder, and not where a link leads
 * out of the checkout to the folder itself. Gives a sentence where
 * nothing was written; never throws.
 */
export function writeFile({ folder, file, cwd, shown, text, replaces }: Draft): string | undefined {
  const path = join(folder, file);
  return told(shown, () => {
    if (leaves(relative(folder, path))) return `"${shown}" lies outside the repository; it was not written`;
    if (statOf(path)?.isSymbolicLink()) return `"${shown}" is a symbolic link; it was not changed`;
    return put({ path, root: folder, shown, text, replaces }, [folder, boundOf(cwd)]);
  });
}

/**
 * Writes a file that was named, with the folders on the way, wherever it lies, unless a link in `root` leads
 * there or it lies in a `.git`. A device or pipe outside of `root` (`/dev/stdout`) takes the text as it is.
 * Gives a sentence where nothing was written; never throws.
 */
export function writeNamed(draft: NamedDraft): string | undefined {
  return told(draft.shown, () => put(draft));
}

/**
 * Adds to a file that the machine named, as the Action's runner does: what others wrote there stays. Gives a
 * sentence where it could not; never throws.
 */
export function appendTo(path: string, shown: string, text: string): string | undefined {
  return told(shown, () => {
    makeFolder(dirname(path));
    appendFileSync(path, text);
    return undefined;
  });
}

/**
 * Writes beside a file and renames, so that no reader meets half of it and a full disk costs nothing; what
 * was there keeps its mode, and its owner where this user may give it away. `modes` are for what is new.
 * Throws what the system throws.
 */
export function replaceFile(path: string, text: string, modes: Modes = {}): void {
  const there = statOf(path);
  if (there?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  // A rename asks the folder alone; what is protected from writing is not to be replaced either.
  if (there) accessSync(path, constants.W_OK);
  else makeFolder(dirname(path), modes.folder);
  // Not the file's name with more behind it, which may be too long.
  const draft = join(dirname(path), `.licet-${crypto.randomUUID()}`);
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: there ? 0o600 : (modes.file ?? 0o666) });
    if (there) keep(draft, there);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function put(
  { path, root, shown, text, replaces = true }: NamedDraft,
  bounds: readonly string[] = [root],
): string | undefined {
  const { real, strays } = follow(path, bounds);
  if (strays)
    return `"${shown}" lies behind a symbolic link that leads out of the repository; it was not written`;
  const stream = STREAM.test(path);
  if (isGitsOwn(real) && !stream) return `"${shown}" lies in Git's own folder, where nothing is written`;
  if (!replaces && statOf(path)) return `"${shown}" is there already; it was not changed`;
  const special = kindAt(path) === 'other';
  if (special && !leaves(relative(realPath(root), real)))
    return `"${shown}" is not a plain file; it was not written`;
  // An open stream is no file to be renamed over, even one that ends in a plain file.
  if (special || stream) writeFileSync(path, text);
  else replaceFile(real, text);
  return undefined;
}

const STREAM = /^\/(?:dev\/(?:fd\/|std(?:in|out|err)$)|proc\/)/;

const statOf = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** Gives a new file the mode and, as far as it may, the owner of another. */
function keep(file: string, { mode, uid, gid }: Stats): void {
  const own = lstatSync(file);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      chownSync(file, uid, gid);
    } catch {
      // Only root may give files away.
    }
  }
  // Last: a new owner takes bits of the mode.
  chmodSync(file, mode & 0o7777);
}

/** Not Node's own `recursive`, which never comes back from below /proc. */
function makeFolder(folder: string, mode?: number): void {
  const missing: string[] = [];
  for (let at = folder; !statOf(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  for (const one of missing) {
    try {
      mkdirSync(one, mode);
    } catch (error) {
      // Another run may have made it in between.
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EDQUOT: 'this user may put no more on the disk',
  EFBIG: 'it would be larger than a file may be here',
  EISDIR: 'a folder is there',
  ELOOP: 'a symbolic link leads in a circle',
  ENAMETOOLONG: 'the name is too long for this system',
  ENOENT: 'the folder is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'what should be a folder on the way is none',
  EPERM: 'this user may not write there',
  EROFS: 'the disk may only be read',
};

function told(shown: string, write: () => string | undefined): string | undefined {
  try {
    return write();
  } catch (error) {
    const code = codeOf(error);
    return `"${shown}" could not be written: ${WORDS[code] ?? (code || String(error))}`;
  }
}
