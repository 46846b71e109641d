import { dirname, join, resolve } from 'node:path';
import type { Repo } from '../../core/model/repo.ts';
import { lately } from '../../core/text/kept.ts';
import { ReadError, readErrorFrom } from '../../core/read/read-error.ts';
import { readStretch, realPath, rootOf, sizeOf, type Unread } from './plain-file.ts';
import { unreadOf } from './unread-folders.ts';
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
 * The repository in a folder. Files of a disk are read at once, not in turns with others: for the few small
 * ones that are asked for, a turn costs more than the reading. Throws `ReadError` where the folder cannot be
 * read.
 */
export async function diskRepo(root: string, options: DiskOptions = {}): Promise<Repo> {
  try {
    const { files, cut, beyond } = await walk(
      root,
      options.skips === undefined ? {} : { skips: options.skips },
    );
    return repoOf(root, files, {
      ...options,
      complete: (options.complete ?? true) && !cut,
      unread: unreadOf(beyond),
    });
  } catch (error) {
    throw readErrorFrom(error, options.shown ?? root);
  }
}

/** A repository whose files are listed already. */
export function repoOf(
  root: string,
  files: readonly string[],
  { shown = '', card = 'README.md', complete = true, unread = [], hubCache = false }: DiskOptions = {},
): Repo {
  const listing: Listing = { root, files, hubCache };
  const repo: Repo = {
    root: shown,
    folder: root,
    files,
    complete,
    card,
    async bytes(file, from, limit) {
      const { names, roots } = opened(listing);
      if (!names.has(file)) throw new ReadError(`"${file}" does not exist`, file);
      const read = readStretch(join(root, file), from, limit, { roots });
      if ('why' in read) throw errorFor(read, file);
      return read;
    },
    async size(file) {
      const { names, roots } = opened(listing);
      const size = names.has(file) ? sizeOf(join(root, file), { roots }) : undefined;
      return typeof size === 'number' ? size : undefined;
    },
  };
  return unread.length === 0 ? repo : { ...repo, unread };
}

/** Files of a folder, and whether links into the Hub's cache are followed. */
interface Listing {
  readonly root: string;
  readonly files: readonly string[];
  readonly hubCache: boolean;
}

/** A run holds tens of thousands of repositories, and looks into a few at a time: these alone count. */
const OPENED = 8;

/** What is looked up for every file of a listing: its names, and within which folders links are followed. */
const opened = lately(
  ({ root, files, hubCache }: Listing) => ({ names: new Set(files), roots: allowedRoots(root, hubCache) }),
  OPENED,
);

function errorFor({ why, says }: Unread, file: string): ReadError {
  // A listing shows such a name with signs in the place of its bytes, and under that name there is nothing.
  if (why === 'absent' && file.includes('\ufffd'))
    return new ReadError(`"${file}" has a name that is not UTF-8; it was not read`, file, 'Rename the file');
  const what = `"${file}" ${says}${why === 'outside' || why === 'special' ? '; it was not read' : ''}`;
  return new ReadError(what, file, why === 'outside' ? 'Put a copy of the file in its place' : undefined);
}

function allowedRoots(root: string, hubCache: boolean): readonly string[] {
  return hubCache
    ? [rootOf(root), rootOf(resolve(dirname(dirname(realPath(root))), 'blobs'))]
    : [rootOf(root)];
}
