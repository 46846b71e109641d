import { basename, join } from 'node:path';
import type { DataFile, DataSource } from '../../core/data/data-source.ts';
import { licetCache, ownFolder } from '../fs/own-folder.ts';
import { kindAt, readPlain } from '../fs/plain-file.ts';
import { DATA_SCHEMA } from './data-key.ts';
import { partsOf, shippedData } from './shipped-data.ts';
import { UPDATED } from './updated-files.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** Which files of the cache folder hold the data of an update; the last one written, so that it is whole. */
export interface Current {
  readonly schema: number;
  readonly date: string;
  /** What the names of its files begin with. */
  readonly mark: string;
}

export const POINTER = 'current.json';
const CHANGING: ReadonlySet<string> = new Set(UPDATED);

/** More than a table has bytes. */
const LARGEST = 64 * 1024 * 1024;

/** A kept file. Throws where it cannot be read, as for one of licet's own. */
function bytesAt(path: string): Uint8Array {
  const read = readPlain(path, LARGEST);
  if (read.is !== 'read') throw new Error(`Data file "${path}" cannot be read: run \`licet update\``);
  return read.bytes;
}

const textAt = (path: string): string => Buffer.from(bytesAt(path)).toString('utf8');

/** Where data of updates is kept; undefined where the environment names no cache. */
export function dataFolder(env: Env): string | undefined {
  const cache = licetCache(env);
  return cache === undefined || cache === '' ? undefined : join(cache, 'data');
}

/** Where a file of an update is kept. */
export const pathOf = (folder: string, mark: string, file: string) =>
  join(folder, `${mark}-${basename(file)}`);

/**
 * What licet ships, and instead of its tables those of an update where the user fetched one that is newer.
 * The cache is looked at when a table is first asked for, and believed only where nobody else could have put
 * something into it. `user`: the number of the user who runs it.
 */
export function updatedData(env: Env, trees: readonly string[], user: number | undefined): DataSource {
  let chosen: { readonly folder: string; readonly mark: string } | undefined | 'unasked' = 'unasked';
  const heldAt = (file: DataFile): string | undefined => {
    if (!CHANGING.has(file)) return undefined;
    if (chosen === 'unasked') chosen = currentIn(env, trees, user);
    return chosen === undefined ? undefined : pathOf(chosen.folder, chosen.mark, file);
  };
  return {
    text(file) {
      const held = heldAt(file);
      return held === undefined ? shippedData.text(file) : textAt(held);
    },
    bytes(file) {
      const held = heldAt(file);
      return held === undefined ? shippedData.bytes(file) : bytesAt(held);
    },
    part(file, from, to) {
      const held = heldAt(file);
      return held === undefined ? shippedData.part(file, from, to) : partsOf(held, from, to);
    },
  };
}

function currentIn(
  env: Env,
  trees: readonly string[],
  user: number | undefined,
): { folder: string; mark: string } | undefined {
  const wanted = dataFolder(env);
  if (wanted === undefined || kindAt(join(wanted, POINTER)) !== 'file') return undefined;
  const folder = ownFolder(wanted, trees, user);
  if (folder === undefined) return undefined;
  try {
    const { schema, date, mark } = JSON.parse(textAt(join(folder, POINTER))) as Current;
    const shipped = JSON.parse(shippedData.text('data/generated/dates.json')) as { readonly models: string };
    const good =
      schema === DATA_SCHEMA &&
      /^[\w-]+$/.test(mark) &&
      date > shipped.models &&
      UPDATED.every((file) => kindAt(pathOf(folder, mark, file)) === 'file');
    return good ? { folder, mark } : undefined;
  } catch {
    return undefined;
  }
}
