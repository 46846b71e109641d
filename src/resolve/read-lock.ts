import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../model/errors.ts';
import { codeOf } from '../read/errors.ts';
import type { Lock } from './lock.ts';

/** A lock file, read; undefined where there is none. Throws `UsageError` for one that is not as licet writes it. */
export async function readLock(path: string, shown: string): Promise<Lock | undefined> {
  let text: string;
  try {
    // A pipe would be waited for without end.
    if (!statSync(path).isFile()) throw new UsageError(`Lock "${shown}" is not a plain file`, 'Name a file with `--lock`');
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new UsageError(`Lock "${shown}" could not be read (${codeOf(error)})`, 'Name a file with `--lock`');
  }
  const { parseLock } = await import('./lock.ts');
  const read = parseLock(text, shown);
  if (read.is === 'refused') throw new UsageError(read.what, read.hint);
  return read.lock;
}
