import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Repo } from '../model/repo.ts';
import { ReadError, readErrorFrom } from './errors.ts';
import { unreadOf } from './unread.ts';
import { walk, type Skips } from './walk.ts';

export interface DiskOptions {
  /** The path that reports show; empty for the current folder. */
  readonly shown?: string;
  /** The card, relative to the root; `README.md` if not said. */
  readonly card?: string;
  /** False where absent files say nothing. A walk that was cut is never complete. */
  readonly complete?: boolean;
  readonly skips?: Skips;
  /** Folders that were not walked to their end. */
  readonly unread?: Repo['unread'];
  /** The root is a snapshot in the Hub's cache: links into its `blobs` folder are followed, no others. */
  readonly hubCache?: boolean;
}

/**
 * The repository in a folder. Files of a disk are read at once, not in turns with others: for the few small ones that are asked
 * for, a turn costs more than the reading. Throws `ReadError` where the folder cannot be read.
 */
export async function diskRepo(root: string, options: DiskOptions = {}): Promise<Repo> {
  try {
    const { files, cut, beyond } = await walk(root, options.skips === undefined ? {} : { skips: options.skips });
    return repoOf(root, files, { ...options, complete: (options.complete ?? true) && !cut, unread: unreadOf(beyond) });
  } catch (error) {
    throw readErrorFrom(error, options.shown ?? root);
  }
}

/** A repository whose files are listed already. */
export function repoOf(root: string, files: readonly string[], options: DiskOptions = {}): Repo {
  const listed = new Set(files);
  // Resolved once and late: most repositories of a large tree are asked for one or two files only.
  let allowed: readonly string[] | undefined;

  function withFile<T>(file: string, use: (descriptor: number) => T): T {
    if (!listed.has(file)) throw new ReadError(`"${file}" does not exist`, file);
    let descriptor: number | undefined;
    try {
      allowed ??= allowedRoots(root, options.hubCache ?? false);
      const real = realpathSync.native(join(root, file));
      if (!allowed.some((folder) => real.startsWith(folder)))
        throw new ReadError(`"${file}" is a symbolic link that leads out of the repository; it was not read`, file, 'Put a copy of the file in its place');
      // A pipe opened without O_NONBLOCK would wait for a writer for ever (undefined on Windows, which has none).
      descriptor = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      if (!fstatSync(descriptor).isFile()) throw new ReadError(`"${file}" is not a plain file; it was not read`, file);
      return use(descriptor);
    } catch (error) {
      throw readErrorFrom(error, file);
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }

  return {
    root: options.shown ?? '',
    folder: root,
    files,
    complete: options.complete ?? true,
    ...(options.unread === undefined || options.unread.length === 0 ? {} : { unread: options.unread }),
    card: options.card ?? 'README.md',
    bytes: async (file, from, limit) => withFile(file, (descriptor) => readRange(descriptor, from, limit)),
    async size(file) {
      try {
        return withFile(file, (descriptor) => fstatSync(descriptor).size);
      } catch {
        return undefined;
      }
    },
  };
}

function allowedRoots(root: string, hubCache: boolean): readonly string[] {
  const real = realpathSync.native(root);
  const folders = hubCache ? [real, resolve(dirname(dirname(real)), 'blobs')] : [real];
  return folders.map((folder) => (folder.endsWith(sep) ? folder : folder + sep));
}

/** At most `limit` bytes from `from`; never more memory than the file has bytes. */
function readRange(descriptor: number, from: number, limit: number): Uint8Array {
  const length = Math.max(0, Math.min(limit, fstatSync(descriptor).size - from));
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const bytesRead = readSync(descriptor, bytes, done, length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
