import { HEADER, resolutionIn } from '../../core/batch/model-row.ts';
import type { Catalogue } from '../../core/data/catalogue.ts';
import { canonicalId } from '../../core/data/model-aliases.ts';
import { lineOf, type SortedLines } from '../../core/data/sorted-table.ts';
import { UsageError } from '../../core/model/usage-error.ts';
import type { Upstreams } from '../../core/resolve/upstreams.ts';
import { readStretch, sizeOf, type Unread } from '../fs/plain-file.ts';

/** More than a row has bytes: its bases are the most of it, and of them and of licenses there are few. */
const LONGEST = 20_000;

/**
 * A table that `licet index` wrote, asked on the disk: its rows are sorted, so that a model is found by
 * halving. Throws `UsageError` where it cannot be read or is no such table.
 */
export function modelTable(path: string, shown: string, catalogue: Catalogue): Upstreams {
  const rows: SortedLines = {
    part: (from, to) => stretch(path, from, to - from, shown),
    longest: LONGEST,
    end: given(sizeOf(path), shown),
    order: (id) => id.toLowerCase(),
  };
  if (rows.part(0, HEADER.length + 1) !== `${HEADER}\n`)
    throw new UsageError(`"${shown}" is no table of models`, 'Write it with `licet index`');
  return {
    find(model) {
      for (const id of new Set([model, canonicalId(model)])) {
        const row = lineOf(rows, id);
        if (row !== undefined) return Promise.resolve(resolutionIn(inUtf8(row), catalogue));
      }
      return Promise.resolve({ is: 'failed', why: 'offline' });
    },
  };
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
