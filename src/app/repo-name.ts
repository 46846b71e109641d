import { basename, dirname, join, resolve } from 'node:path';
import { isModelId, mayLinkToHub } from '../core/model/hub-address.ts';
import type { Config } from '../core/config/config.ts';
import { nameIn } from '../core/config/levels.ts';
import { UsageError } from '../core/model/usage-error.ts';
import type { RepoName } from '../core/model/repo.ts';
import { patternPath } from '../node/config/find-config.ts';
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
 * Checks the id that `--name` gives to what was found. Throws `UsageError` where it is none, or where several
 * repositories would get the same.
 */
export function checkName(flag: string | undefined, found: number): void {
  if (flag === undefined) return;
  if (!isModelId(flag))
    throw new UsageError(
      flag.length > LONGEST
        ? `Option "--name" has ${flag.length} characters, and an id has at most ${LONGEST}`
        : `Option "--name" takes an id of the form owner/name, not "${flag}"`,
      'Write the id that the model has on the Hub',
    );
  if (found > 1)
    throw new UsageError(
      `\`--name\` names one model, and ${found} repositories were found`,
      'Name the folder of that model too, or write the name of each into the config (`overrides`)',
    );
}

/**
 * What a repository is called: the flag's word, else the config's, else its git remote on the Hub, else its
 * folder's name, which is never certain. The folder's own `.git` counts, not a parent's: a monorepo's remote
 * is no model's name.
 */
export function nameOf(folder: string, flag: string | undefined, config: Config): RepoName {
  if (flag !== undefined) return { value: flag, from: 'flag' };
  const configured = nameIn(config, patternPath(resolve(folder)));
  if (configured !== undefined) return { value: configured, from: 'config' };
  const remote = hubRemote(gitConfig(folder));
  if (remote !== undefined && remote.length <= LONGEST) return { value: remote, from: 'remote' };
  return { value: basename(resolve(folder)) || basename(dirname(folder)), from: 'folder' };
}

function gitConfig(folder: string): string {
  const read = readPlain(join(folder, '.git', 'config'), LARGEST_CONFIG);
  return read.is === 'read' ? read.bytes.toString('utf8') : '';
}
