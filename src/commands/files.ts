import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** A command reads no file larger than this. */
const LARGEST = 5_000_000;

/** Reads the text of a file somebody named on the command line; undefined where there is none, or it is too large to be a text. */
export function fileReader(cwd: string): (path: string) => Promise<string | undefined> {
  return async (path) => {
    try {
      const file = resolve(cwd, path);
      const { size } = await stat(file);
      return size > LARGEST ? undefined : await readFile(file, 'utf8');
    } catch {
      return undefined;
    }
  };
}
