import { UsageError } from '../../core/model/usage-error.ts';
import { readPlain, rootOf } from '../fs/plain-file.ts';
import type { Lock } from '../../core/resolve/lock/lock.ts';

/** Bytes: tens of thousands of models. */
const LARGEST = 64 * 1024 * 1024;
const HINT = 'Name a file with `--lock`';

/** A lock file, read, and its text. */
export interface ReadLock {
  readonly lock: Lock;
  readonly text: string;
}

/**
 * Undefined where there is none. `root` bounds a lock that nobody named: what lies elsewhere is not read
 * through a link. Throws `UsageError` for one that is not as licet writes it.
 */
export async function readLock(path: string, shown: string, root?: string): Promise<ReadLock | undefined> {
  const file = readPlain(path, LARGEST, root === undefined ? {} : { roots: [rootOf(root)] });
  if (file.is === 'unread') {
    if (file.why === 'absent') return undefined;
    const says = file.why === 'outside' ? 'lies outside the repository' : file.says;
    throw new UsageError(`Lock "${shown}" ${says}`, HINT);
  }
  const text = file.bytes.toString('utf8');
  const { parseLock } = await import('../../core/resolve/lock/lock.ts');
  const read = parseLock(text, shown);
  if (read.is === 'refused') throw new UsageError(read.what, read.hint);
  return { lock: read.lock, text };
}
