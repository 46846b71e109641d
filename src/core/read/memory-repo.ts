import type { Repo } from '../model/repo.ts';
import { ReadError } from './read-error.ts';

/** A pointer without an address: a file that is there and was not fetched. */
const NOT_FETCHED = 'version https://git-lfs.github.com/spec/v1\n';

/** A repository that lies in memory: for tests, editors and whoever has the files already. */
export function memoryRepo(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: {
    readonly root?: string;
    readonly card?: string;
    readonly complete?: boolean;
    /** Files that are there, and whose contents are not at hand: read as weights that nobody fetched. */
    readonly listed?: readonly string[];
  } = {},
): Repo {
  const encoder = new TextEncoder();
  const contents = new Map(
    Object.entries(files).map(([file, content]) => [
      file,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  );
  for (const file of options.listed ?? []) contents.set(file, encoder.encode(NOT_FETCHED));
  return {
    root: options.root ?? '',
    files: [...contents.keys()].sort(),
    complete: options.complete ?? true,
    card: options.card ?? 'README.md',
    bytes(file, from, limit) {
      const content = contents.get(file);
      if (content === undefined) return Promise.reject(new ReadError(`"${file}" does not exist`, file));
      return Promise.resolve(content.subarray(from, from + limit));
    },
    size: (file) => Promise.resolve(contents.get(file)?.length),
  };
}
