import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repo, RepoName } from '../../src/core/model/repo.ts';
import { diskRepo } from '../../src/node/fs/disk-repo.ts';

/** What a line of `labels.jsonl` says of every repository. */
export interface Labelled {
  readonly dir: string;
  /** The id on the Hub; null where nobody knows it. */
  readonly repo_id: string | null;
  /** `card-only` where the other files are not there. */
  readonly scope: string;
}

/** The folder that a measure is called with; ends the program where none is. `measure`: its name. */
export function labelledFolder(measure: string): string {
  const [folder] = process.argv.slice(2);
  if (folder !== undefined) return folder;
  console.error(`${measure}: name the folder that holds labels.jsonl`);
  process.exit(2);
}

/** The labels of a folder, in their order. */
export function labelsIn<T extends Labelled = Labelled>(folder: string): readonly T[] {
  return readFileSync(join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** A labelled repository, and what it is called. */
export async function labelledRepo(
  folder: string,
  { dir, repo_id, scope }: Labelled,
): Promise<{ readonly repo: Repo; readonly name: RepoName }> {
  const repo = await diskRepo(join(folder, dir), { complete: scope !== 'card-only', shown: dir });
  const name: RepoName =
    repo_id === null
      ? { value: dir.replace(/^\d+-/, '').replace(/^.*?--/, ''), from: 'folder' }
      : { value: repo_id, from: 'flag' };
  return { repo, name };
}
