import { HEADER, keyOf, resolutionIn } from '../../core/batch/model-row.ts';
import type { Catalogue } from '../../core/data/catalogue.ts';
import { canonicalId } from '../../core/data/model-aliases.ts';
import { UsageError } from '../../core/model/usage-error.ts';
import type { Upstreams } from '../../core/resolve/upstreams.ts';
import { readStretch, sizeOf, type Unread } from '../fs/plain-file.ts';

/** Bytes that are read at a time: a row is far shorter. */
const STRETCH = 32_768;

/**
 * A table that `licet index` wrote, asked on the disk: its rows are sorted, so that a model is found by
 * halving. Throws `UsageError` where it cannot be read or is no such table.
 */
export function modelTable(path: string, shown: string, catalogue: Catalogue): Upstreams {
  const size = given(sizeOf(path), shown);
  const start = HEADER.length + 1;
  if (stretch(path, 0, start, shown) !== `${HEADER}\n`)
    throw new UsageError(`"${shown}" is no table of models`, 'Write it with `licet index`');
  return {
    find(model) {
      for (const id of new Set([model, canonicalId(model)])) {
        const row = rowNamed(id.toLowerCase(), { path, shown, start, size });
        if (row !== undefined) return Promise.resolve(resolutionIn(inUtf8(row), catalogue));
      }
      return Promise.resolve({ is: 'failed', why: 'offline' });
    },
  };
}

interface Table {
  readonly path: string;
  readonly shown: string;
  /** Bytes before the first row, and of the whole file. */
  readonly start: number;
  readonly size: number;
}

/** The row of a key. `low` always begins a row that may be it, `high` ends one. */
function rowNamed(key: string, { path, shown, start, size }: Table): string | undefined {
  let [low, high] = [start, size];
  while (high - low > STRETCH) {
    const middle = low + Math.floor((high - low) / 2);
    const text = stretch(path, middle, STRETCH, shown);
    const begin = text.indexOf('\n') + 1;
    const end = text.indexOf('\n', begin);
    if (begin === 0 || end < 0) break;
    const row = text.slice(begin, end);
    if (keyOf(row) === key) return row;
    if (keyOf(row) < key) low = middle + begin;
    else high = middle + begin;
  }
  const rest = stretch(path, low, high - low, shown).split('\n');
  return rest.find((row) => row !== '' && keyOf(row) === key);
}

/** As Latin 1, so that letters and bytes count alike; a row is made text where it is found. */
function stretch(path: string, from: number, length: number, shown: string): string {
  return given(readStretch(path, from, length), shown).toString('latin1');
}

const inUtf8 = (latin1: string) => Buffer.from(latin1, 'latin1').toString('utf8');

function given<T extends number | Buffer>(read: T | Unread, shown: string): T {
  if (typeof read === 'object' && 'is' in read) throw new UsageError(`"${shown}" ${read.says}`);
  return read;
}
