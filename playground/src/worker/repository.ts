import { memoryRepo, overlaid, ReadError, type HubRepo, type Repo } from 'licet/core';
import type { Asked } from '../protocol.ts';

/** What lies under the texts of the page: nothing, files of this machine, or a repository on the Hub. */
export type Base = HubRepo | Repo | undefined;

/** Files that somebody opened here, read in the stretches that are asked for: weights never whole. */
export function openedRepo(files: ReadonlyMap<string, File>): Repo {
  return {
    root: '',
    files: [...files.keys()].sort(),
    complete: true,
    card: 'README.md',
    async bytes(file, from, limit) {
      const held = files.get(file);
      if (!held) throw new ReadError(`"${file}" does not exist`, file);
      return new Uint8Array(await held.slice(from, from + limit).arrayBuffer());
    },
    size: (file) => Promise.resolve(files.get(file)?.size),
  };
}

/** A repository whose files are read once, however often it is linted. */
export function kept<R extends Repo>(repo: R): R {
  const read = new Map<string, Promise<Uint8Array>>();
  return {
    ...repo,
    bytes(file: string, from: number, limit: number) {
      const key = `${from} ${limit} ${file}`;
      const known = read.get(key) ?? repo.bytes(file, from, limit);
      read.set(key, known);
      return known;
    },
  };
}

/** The repository as the page has it: its texts over what lies under them, without what was taken away. */
export function shownRepo(base: Base, { texts, gone }: Pick<Asked, 'texts' | 'gone'>): Repo {
  const own = Object.entries(texts);
  if (base === undefined) return memoryRepo(Object.fromEntries(own));
  const left = { ...base, files: base.files.filter((file) => !gone.includes(file)) };
  return overlaid(left, new Map(own));
}
