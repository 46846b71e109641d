import { resolve } from 'node:path';
import { UsageError } from '../../core/model/usage-error.ts';
import { kindAt, readPlain } from '../../node/fs/plain-file.ts';
import { decode } from '../../core/read/decode-text.ts';

/** Bytes: a command reads no larger file. */
const LARGEST = 5_000_000;

/**
 * Reads the text of a file somebody named on the command line; undefined where there is none, or a folder.
 * UTF-16 is read, as the linter does. Rejects with `UsageError` where what is there cannot be read.
 */
export function fileReader(cwd: string): (path: string) => Promise<string | undefined> {
  return async (path) => {
    const file = resolve(cwd, path);
    const read = readPlain(file, LARGEST);
    if (read.is === 'read') return decode(read.bytes).text;
    // What is too long for a name is no file's.
    if (read.why === 'absent' || kindAt(file) === 'folder' || kindAt(file) === undefined) return undefined;
    throw new UsageError(`"${path}" ${read.says}`);
  };
}
