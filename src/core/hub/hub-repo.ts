import type { Failure } from '../model/lineage.ts';
import type { Repo, RepoKind } from '../model/repo.ts';
import { ReadError, UsageError } from '../read/read-error.ts';
import { remoteTarget, type RemoteTarget } from './remote-target.ts';
import { isRecord } from '../model/is-record.ts';

export { remoteTarget, type RemoteTarget } from './remote-target.ts';

/** What is asked of the Hub in one request. */
export interface HubWish {
  /** Bytes of the answer. What is longer is cut where `from` is set, else refused. */
  readonly limit: number;
  /** The first byte: asks for a stretch of a file by a Range header. */
  readonly from?: number;
  /** Bytes of the whole file, as its listing has it: what comes of another file, or is cut, is refused. */
  readonly size?: number | undefined;
  /**
   * How long, in milliseconds, a kept answer stands without asking again; `undefined` keeps none. 0: kept,
   * but always asked whether it still holds.
   */
  readonly fresh?: number | undefined;
}

/** What came back. Every failure is a value; `detail` goes behind a colon. */
export type HubAnswer =
  | {
      readonly is: 'ok';
      readonly body: Uint8Array;
      /** The next page, as a path. */ readonly next?: string;
      /** ISO date on which the Hub said so. */ readonly date: string;
      /** The host that it came from where that is not the Hub's own. */ readonly host?: string;
    }
  | { readonly is: 'failed'; readonly why: Failure; readonly detail: string };

/** The only way to the Hub: tokens, limits, retries and the cache are its own matter. Never throws. */
export interface HubClient {
  /** GET of a path on the Hub, which begins with `/`. */
  readonly get: (path: string, wish: HubWish) => Promise<HubAnswer>;
}

/** A repository on the Hub, read without cloning. */
export interface HubRepo extends Repo {
  readonly kind: RepoKind;
  /** The id as the Hub spells it today. */
  readonly id: string;
  /** The commit that is read, 40 hex digits. */
  readonly revision: string;
}

const MIB = 1024 * 1024;
const LIST_LIMIT = 8 * MIB;
const PAGE_LIMIT = 4 * MIB;
const MOST_PAGES = 50;
const MOST_FILES = 50_000;
/** Bytes of one repository, all files together: many times what cards, configs and headers need. */
const REPO_LIMIT = 256 * MIB;
const FOREVER = Number.POSITIVE_INFINITY;

interface Listed {
  readonly path: string;
  readonly size: number | undefined;
  /** Of a file in LFS. */
  readonly sha256: string | undefined;
}

/**
 * The repository that `hf:org/name[@rev]` or a Hub address names: its files are listed at one commit and read
 * by bounded ranges. Throws `ReadError` where it cannot be listed, `UsageError` where `target` names no
 * repository.
 */
export async function hubRepo(target: string | RemoteTarget, client: HubClient): Promise<HubRepo> {
  const wanted = typeof target === 'string' ? remoteTarget(target) : target;
  if (wanted === undefined)
    throw new UsageError(
      `"${typeof target === 'string' ? target.slice(0, 100) : ''}" names no repository on the Hub`,
      'Write it as `hf:org/name`',
    );
  const shown = shownAs(wanted);
  const record = await recordOf(wanted, shown, client);
  const sha = textOf(record['sha']);
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw new ReadError(`"${shown}" could not be read: the Hub names no commit`, shown);
  const id = /^[\w.-]+(?:\/[\w.-]+)?$/.test(textOf(record['id'])) ? textOf(record['id']) : wanted.id;

  const siblings = listedIn(record['siblings'], 'rfilename');
  const { files: listed, whole } =
    siblings.length > 0
      ? { files: siblings, whole: true }
      : await tree({ ...wanted, id }, sha, shown, client);
  const kept = listed.filter(({ path }) => isSafe(path)).slice(0, MOST_FILES);
  const files = new Map(kept.map((one) => [one.path, one.size]));
  let spent = 0;

  return {
    root: shown,
    name: { value: id, from: 'hub' },
    kind: wanted.kind,
    id,
    revision: sha,
    hashes: new Map(kept.flatMap(({ path, sha256 }) => (sha256 === undefined ? [] : [[path, sha256]]))),
    files: [...files.keys()].sort(),
    complete: whole && listed.length <= MOST_FILES,
    card: 'README.md',
    size: (file) => Promise.resolve(files.get(file)),
    async bytes(file, from, limit) {
      if (!files.has(file)) throw new ReadError(`"${file}" does not exist`, file);
      const size = files.get(file);
      const length = size === undefined ? limit : Math.min(limit, size - from);
      if (length <= 0) return new Uint8Array(0);
      spent += length;
      if (spent > REPO_LIMIT)
        throw new ReadError(
          `"${file}" was not read: more than ${REPO_LIMIT / MIB} MiB of "${shown}" were asked for`,
          file,
        );
      // A commit does not change, so what is kept of it stands for ever.
      const address = file.split('/').map(encodeURIComponent).join('/');
      const path = `/${prefix(wanted.kind)}${id}/resolve/${sha}/${address}`;
      const answer = await client.get(path, { from, limit: length, size, fresh: FOREVER });
      if (answer.is === 'failed') throw new ReadError(`"${file}" could not be read: ${answer.detail}`, file);
      return answer.body;
    },
  };
}

const prefix = (kind: RepoKind) => (kind === 'model' ? '' : `${kind}s/`);
const shownAs = ({ kind, id, revision }: RemoteTarget) =>
  `hf:${prefix(kind)}${id}${revision === undefined ? '' : `@${revision}`}`;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

async function recordOf(
  { kind, id, revision }: RemoteTarget,
  shown: string,
  client: HubClient,
): Promise<Readonly<Record<string, unknown>>> {
  const path = `/api/${kind}s/${id}/revision/${encodeURIComponent(revision ?? 'main')}`;
  const whole = await client.get(`${path}?blobs=true`, { limit: LIST_LIMIT, fresh: 0 });
  // The list of a very large repository does not fit: then only the commit is asked here, and the files page
  // by page.
  const answer =
    whole.is === 'failed' && whole.why === 'unreachable'
      ? await client.get(`${path}?expand=sha`, { limit: PAGE_LIMIT })
      : whole;
  if (answer.is === 'failed')
    throw new ReadError(`"${shown}" could not be read: ${answer.detail}`, shown, hintFor(answer.why));
  const record = parsed(answer.body);
  if (!isRecord(record))
    throw new ReadError(
      `"${shown}" could not be read: the answer is not JSON, so it is not the Hub's`,
      shown,
      'Check `HF_ENDPOINT` and the network',
    );
  return record;
}

function hintFor(why: Failure): string | undefined {
  if (why === 'gated') return 'Ask for access on its page, and set `HF_TOKEN`';
  if (why === 'private-or-missing') return 'Check the id, or set `HF_TOKEN`';
  if (why === 'not-found' || why === 'not-a-hub-id') return 'Check the id';
  if (why === 'rate-limited') return 'Try again later, or set `HF_TOKEN` for a higher limit';
  if (why === 'bad-token') return 'Renew `HF_TOKEN`';
  if (why === 'offline') return 'Clone the repository and name its folder';
  return why === 'unreachable' ? 'Check the network, or `HF_ENDPOINT`' : undefined;
}

/** The file list, page by page. */
async function tree(
  { kind, id }: RemoteTarget,
  sha: string,
  shown: string,
  client: HubClient,
): Promise<{ files: readonly Listed[]; whole: boolean }> {
  const files: Listed[] = [];
  let path: string | undefined = `/api/${kind}s/${id}/tree/${sha}?recursive=true&expand=false`;
  for (let page = 0; page < MOST_PAGES && path !== undefined && files.length <= MOST_FILES; page += 1) {
    const answer = await client.get(path, { limit: PAGE_LIMIT, fresh: FOREVER });
    if (answer.is === 'failed')
      throw new ReadError(
        `The files of "${shown}" could not be listed: ${answer.detail}`,
        shown,
        hintFor(answer.why),
      );
    files.push(...listedIn(parsed(answer.body), 'path'));
    path = answer.next;
  }
  return { files, whole: path === undefined };
}

function listedIn(value: unknown, key: 'rfilename' | 'path'): readonly Listed[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown): Listed[] => {
    if (!isRecord(one) || textOf(one[key]) === '' || one['type'] === 'directory') return [];
    const lfs = isRecord(one['lfs']) ? one['lfs'] : {};
    const size = [lfs['size'], one['size']].find(
      (number): number is number => typeof number === 'number' && Number.isSafeInteger(number) && number >= 0,
    );
    // `sha256` in a record, `oid` in a tree.
    const sha256 = [lfs['sha256'], lfs['oid']].find(
      (hash): hash is string => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash),
    );
    return [{ path: textOf(one[key]), size, sha256 }];
  });
}

/** Paths that stay inside the repository when they stand in an address, and that a report can show. */
function isSafe(path: string): boolean {
  return (
    path.length <= 1000 &&
    !/[\p{Cc}\\]/u.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
