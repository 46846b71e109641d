import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Repo } from '../model/repo.ts';
import { ReadError, readErrorFrom } from './errors.ts';
import { walk, type Skips } from './walk.ts';

export interface DiskOptions {
  /** The path that reports show; empty for the current folder. */
  readonly shown?: string;
  /** The card, relative to the root; `README.md` if not said. */
  readonly card?: string;
  /** False where absent files say nothing. A walk that was cut is never complete. */
  readonly complete?: boolean;
  readonly skips?: Skips;
  /** The root is a snapshot in the Hub's cache: links into its `blobs` folder are followed, no others. */
  readonly hubCache?: boolean;
}

/** The repository in a folder. Throws `ReadError` where the folder cannot be read. */
export async function diskRepo(root: string, options: DiskOptions = {}): Promise<Repo> {
  try {
    const { files, cut } = await walk(root, options.skips === undefined ? {} : { skips: options.skips });
    return repoOf(root, files, { ...options, complete: (options.complete ?? true) && !cut });
  } catch (error) {
    throw readErrorFrom(error, options.shown ?? root);
  }
}

/** A repository whose files are listed already. */
export function repoOf(root: string, files: readonly string[], options: DiskOptions = {}): Repo {
  const listed = new Set(files);
  // Resolved once and late: most repositories of a large tree are asked for one or two files only.
  let allowed: Promise<readonly string[]> | undefined;

  async function withFile<T>(file: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
    if (!listed.has(file)) throw new ReadError(`"${file}" does not exist`, file);
    allowed ??= allowedRoots(root, options.hubCache ?? false);
    let handle: FileHandle | undefined;
    try {
      const real = await realpath(join(root, file));
      if (!(await allowed).some((folder) => real.startsWith(folder)))
        throw new ReadError(`"${file}" is a symbolic link that leads out of the repository; it was not read`, file, 'Put a copy of the file in its place');
      // A pipe opened without O_NONBLOCK would wait for a writer for ever (undefined on Windows, which has none).
      handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      if (!(await handle.stat()).isFile()) throw new ReadError(`"${file}" is not a plain file; it was not read`, file);
      return await use(handle);
    } catch (error) {
      throw readErrorFrom(error, file);
    } finally {
      await handle?.close();
    }
  }

  return {
    root: options.shown ?? '',
    folder: root,
    files,
    complete: options.complete ?? true,
    card: options.card ?? 'README.md',
    bytes: (file, from, limit) => withFile(file, (handle) => readRange(handle, from, limit)),
    async size(file) {
      try {
        return await withFile(file, async (handle) => (await handle.stat()).size);
      } catch {
        return undefined;
      }
    },
  };
}

async function allowedRoots(root: string, hubCache: boolean): Promise<readonly string[]> {
  const real = await realpath(root);
  const folders = hubCache ? [real, resolve(dirname(dirname(real)), 'blobs')] : [real];
  return folders.map((folder) => (folder.endsWith(sep) ? folder : folder + sep));
}

/** At most `limit` bytes from `from`; never more memory than the file has bytes. */
async function readRange(handle: FileHandle, from: number, limit: number): Promise<Uint8Array> {
  const length = Math.max(0, Math.min(limit, (await handle.stat()).size - from));
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
