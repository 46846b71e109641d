import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ReadError } from '../../core/read/read-error.ts';
import { UsageError } from '../../core/model/usage-error.ts';
import type { Repo } from '../../core/model/repo.ts';
import { shownPath } from '../fs/expand-paths.ts';
import { gitTopOf } from '../fs/gitignore.ts';
import { kindAt, realPath } from '../fs/plain-file.ts';

const run = promisify(execFile);
/** Bytes of one answer. */
const LARGEST = 64 * 1024 * 1024;
/** Milliseconds; a local repository answers at once. */
const PATIENCE = 60_000;

/**
 * Settings under which Git reads objects and does nothing else: no network for what is missing, no program
 * that a repository's config names. `ls-tree` and `cat-file` run neither hooks nor filters. A bare repository
 * may lie in a folder that others committed, and answer for what is compared: none is discovered.
 */
const QUIET = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'safe.bareRepository=explicit'];
const CALM = {
  // Stronger than what a repository's own config allows, which `protocol.allow` is not.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
};

type Env = Readonly<Record<string, string | undefined>>;

interface Blob {
  readonly oid: string;
  readonly size: number;
}

/** The files of a folder at one commit. */
export interface Revision {
  readonly commit: string;
  /** Shows a repository of the disk, which lies in the folder, as it was at the commit. */
  readonly seen: (repo: Repo) => Repo;
}

/** Reads the tree of a folder at a revision. Throws `UsageError` where there is no such. */
export async function revisionOf(folder: string, revision: string, env: Env): Promise<Revision> {
  const real = realPath(folder);
  const top = await gitTopOf(real);
  if (top === undefined) throw unknownRevision(revision);
  // Asked at the top, so that no folder below it is taken for a repository.
  const git = (...args: readonly string[]) => asked(top, args, env);
  const commit = (
    await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).catch(() => {
      throw unknownRevision(revision);
    })
  )
    .toString('utf8')
    .trim();
  const prefix = real === top ? '' : `${shownPath(top, real)}/`;
  const listed = await git(
    'ls-tree',
    '-r',
    '-z',
    '-l',
    '--full-tree',
    commit,
    '--',
    prefix === '' ? '.' : prefix,
  );
  const blobs = blobsIn(listed.toString('utf8'), prefix);
  const read = (oid: string) => git('cat-file', 'blob', oid);
  return { commit, seen: (repo) => asOf(repo, folder, blobs, read) };
}

const unknownRevision = (revision: string) =>
  new UsageError(
    `"${revision.slice(0, 80)}" is no file, no folder and no revision here`,
    'Name a dossier or a bill of materials as JSON, or a commit; a shallow clone holds few of them',
  );

/** `mode type oid size<tab>path`, each ended by a zero. Links and submodules are none of the files. */
function blobsIn(listed: string, prefix: string): ReadonlyMap<string, Blob> {
  const blobs = new Map<string, Blob>();
  for (const line of listed.split('\0')) {
    const [, oid, size, path] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t([^]+)$/.exec(line) ?? [];
    if (oid !== undefined && size !== undefined && path?.startsWith(prefix) === true)
      blobs.set(path.slice(prefix.length), { oid, size: Number(size) });
  }
  return blobs;
}

/**
 * A repository of the disk as it was. What lies there and is none of its files now, such as those of a
 * repository within it or of a tool, was none of them then.
 */
function asOf(
  repo: Repo,
  folder: string,
  blobs: ReadonlyMap<string, Blob>,
  read: (oid: string) => Promise<Buffer>,
): Repo {
  const at = repo.folder ?? folder;
  const below = shownPath(folder, at);
  const prefix = below === '' ? '' : `${below}/`;
  const now = new Set(repo.files);
  const own = new Map(
    [...blobs]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, blob]): [string, Blob] => [path.slice(prefix.length), blob])
      .filter(([path]) => now.has(path) || kindAt(join(at, path)) === undefined),
  );
  const { unread: _, hashes: __, ...rest } = repo;
  return {
    ...rest,
    files: [...own.keys()].sort(),
    async bytes(file, from, limit) {
      const blob = own.get(file);
      if (blob === undefined) throw new ReadError(`"${file}" does not exist`, file);
      if (blob.size > LARGEST / 2)
        throw new ReadError(`"${file}" is too large to be read from a commit`, file);
      return (await read(blob.oid)).subarray(from, from + limit);
    },
    size: (file) => Promise.resolve(own.get(file)?.size),
  };
}

async function asked(folder: string, args: readonly string[], env: Env): Promise<Buffer> {
  try {
    const { stdout } = await run('git', [...QUIET, ...args], {
      cwd: folder,
      env: { ...env, ...CALM },
      encoding: 'buffer',
      maxBuffer: LARGEST,
      timeout: PATIENCE,
      windowsHide: true,
    });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: Buffer };
    if (code === 'ENOENT') throw new UsageError('Git is not installed here', 'Compare two documents instead');
    const said = stderr?.toString('utf8').split('\n')[0] ?? '';
    throw new UsageError(`Git could not read that: ${said.slice(0, 200)}`, 'Try the same with `git show`');
  }
}
