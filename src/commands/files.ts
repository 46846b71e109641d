import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decode } from '../read/text.ts';

/** A command reads no file larger than this. */
const LARGEST = 5_000_000;

/** Reads the text of a file somebody named on the command line; undefined where there is none, or it is too large to be a text. UTF-16 is read, as the linter does. */
export function fileReader(cwd: string): (path: string) => Promise<string | undefined> {
  return async (path) => {
    try {
      const file = resolve(cwd, path);
      const { size } = await stat(file);
      return size > LARGEST ? undefined : decode(await readFile(file)).text;
    } catch {
      return undefined;
    }
  };
}
