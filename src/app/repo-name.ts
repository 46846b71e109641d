import { basename, dirname, join, resolve } from 'node:path';
import { mayLinkToHub } from '../core/model/hub-address.ts';
import { UsageError } from '../core/model/usage-error.ts';
import type { RepoName } from '../core/model/repo.ts';
import { readPlain } from '../node/fs/plain-file.ts';

/** Owner and name of a Hub id have up to 96 letters each; a longer word names no model. */
const LONGEST = 200;

const HUB_REMOTE = new RegExp(
  String.raw`^\s*url\s*=\s*(?:https?:\/\/(?:[^@/\s]+@)?|ssh:\/\/(?:git@)?|` +
    String.raw`git@)(?:huggingface\.co|hf\.co)[/:](?:models\/)?(datasets\/|` +
    String.raw`spaces\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?\s*$`,
  'm',
);

/** Bytes of a git config; a longer one is none. */
const LARGEST_CONFIG = 1_000_000;

/** The Hub id in a git config's remotes, if a remote is the Hub's. */
export function hubRemote(config: string): string | undefined {
  return mayLinkToHub(config) ? HUB_REMOTE.exec(config)?.[2] : undefined;
}

/**
 * What a repository is called: the flag's word, else its git remote on the Hub, else its folder's name, which
 * is never certain. The folder's own `.git` counts, not a parent's: a monorepo's remote is no model's name.
 */
export function nameOf(folder: string, flag: string | undefined): RepoName {
  if (flag !== undefined && flag.length > LONGEST)
    throw new UsageError(
      `Option "--name" has ${flag.length} letters, and a name has up to ${LONGEST}`,
      'Write the id that the model has on the Hub',
    );
  if (flag !== undefined) return { value: flag, from: 'flag' };
  const remote = hubRemote(gitConfig(folder));
  if (remote !== undefined && remote.length <= LONGEST) return { value: remote, from: 'remote' };
  return { value: basename(resolve(folder)) || basename(dirname(folder)), from: 'folder' };
}

function gitConfig(folder: string): string {
  const read = readPlain(join(folder, '.git', 'config'), LARGEST_CONFIG);
  return read.is === 'read' ? read.bytes.toString('utf8') : '';
}
