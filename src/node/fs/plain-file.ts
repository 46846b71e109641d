import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs';
import { sep } from 'node:path';
import { codeOf, wordsFor } from '../../core/read/read-error.ts';

/** Why a file was not read. */
export interface Unread {
  readonly is: 'unread';
  /** `special`: a folder, pipe, socket or device. `outside`: a link leads to where nothing is to be read. */
  readonly why: 'absent' | 'outside' | 'special' | 'large' | 'failed';
  /** What is wrong, to stand behind the file's name. */
  readonly says: string;
}

export interface Bounds {
  /**
   * Real folders, as `rootOf` gives them: one must hold what the path leads to. Anywhere where nothing is
   * said.
   */
  readonly roots?: readonly string[];
  /** False where a link is not followed at all. */
  readonly links?: boolean;
}

export interface Text {
  readonly is: 'read';
  readonly bytes: Buffer;
  readonly modified: Date;
}

/**
 * What lies at a path, links followed; a pipe, a socket, a device and a link that leads in a circle are
 * `other`. Undefined where nothing is to be found. Never throws.
 */
export function kindAt(path: string): 'file' | 'folder' | 'other' | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat && (stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other');
  } catch (error) {
    return codeOf(error) === 'ELOOP' ? 'other' : undefined;
  }
}

/** Whether something bears this name, be it a link that leads nowhere. Never throws. */
export function isNamed(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** A path without links; as it is where it cannot be followed. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** A folder as `Bounds` takes it. */
export function rootOf(folder: string): string {
  const real = realPath(folder);
  return real.endsWith(sep) ? real : real + sep;
}

/** All of a plain file of at most `limit` bytes. */
export function readPlain(path: string, limit: number, bounds: Bounds = {}): Text | Unread {
  return open<Text | Unread>(path, bounds, (descriptor, { size, mtime }) => {
    if (size > limit)
      return { is: 'unread', why: 'large', says: `has ${size} bytes, and at most ${limit} are read` };
    return { is: 'read', bytes: stretch(descriptor, 0, size), modified: mtime };
  });
}

/** At most `limit` bytes from `from`; never more memory than the file has bytes. */
export function readStretch(path: string, from: number, limit: number, bounds: Bounds = {}): Buffer | Unread {
  return open(path, bounds, (descriptor, { size }) =>
    stretch(descriptor, from, Math.max(0, Math.min(limit, size - from))),
  );
}

/** The bytes that a plain file has. */
export function sizeOf(path: string, bounds: Bounds = {}): number | Unread {
  return open(path, bounds, (_, { size }) => size);
}

/**
 * Whether a path, without links, is or lies in Git's own folder: what stands there, such as a config or a
 * hook, Git believes and runs. In all spellings that Windows and macOS take for the same name.
 */
export function isGitsOwn(real: string): boolean {
  if (!/git/i.test(real)) return false;
  return real.split(sep).some((name) => /^(?:\.git|git~1)[. ]*$/i.test(name));
}

function open<T>(
  path: string,
  { roots, links = true }: Bounds,
  use: (descriptor: number, stat: Stats) => T,
): T | Unread {
  let descriptor: number | undefined;
  try {
    const real = links ? realpathSync.native(path) : path;
    if (roots !== undefined && !roots.some((root) => real.startsWith(root))) return OUTSIDE;
    // Tokens stand in Git's folder: no link leads a reader there who did not ask for it.
    if (isGitsOwn(real) && !isGitsOwn(path)) return OUTSIDE;
    // Looked at first: to open a device may set it going.
    if (!lstatSync(real).isFile()) return SPECIAL;
    // Should a pipe have come in between, it would be waited for without O_NONBLOCK. Windows has neither
    // flag.
    descriptor = openSync(
      real,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
    );
    const stat = fstatSync(descriptor);
    return stat.isFile() ? use(descriptor, stat) : SPECIAL;
  } catch (error) {
    const code = codeOf(error);
    return {
      is: 'unread',
      why: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'failed',
      says: wordsFor(code),
    };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const OUTSIDE: Unread = {
  is: 'unread',
  why: 'outside',
  says: 'is a symbolic link that leads out of the repository',
};
const SPECIAL: Unread = { is: 'unread', why: 'special', says: 'is not a plain file' };

function stretch(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, bytes, done, length - done, from + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}
