import { hubPath, isRepoId } from '../model/hub-address.ts';
import type { RepoKind } from '../model/repo.ts';
import { UsageError } from '../read/read-error.ts';

/** A repository on the Hub, as an argument names it. */
export interface RemoteTarget {
  readonly kind: RepoKind;
  /** `org/name`, or an old one-word model id. */
  readonly id: string;
  /** Branch, tag or commit; undefined where none was said. */
  readonly revision: string | undefined;
}

const KINDS: Readonly<Record<string, RepoKind>> = { models: 'model', datasets: 'dataset', spaces: 'space' };
/** First parts of the Hub's addresses that own no repositories. */
const NO_OWNER: ReadonlySet<string> = new Set([
  'docs',
  'blog',
  'papers',
  'collections',
  'api',
  'join',
  'login',
  'settings',
  'learn',
  'organizations',
  'tasks',
  'pricing',
  'posts',
  'new',
  'chat',
  'search',
]);

/** A name that Git takes for a revision, and that cannot climb out of an address. */
function isRevision(text: string): boolean {
  return /^\w[\w./+-]{0,199}$/.test(text) && !/\.\.|\/\/|\/$/.test(text);
}

/**
 * Reads `hf:org/name[@rev]`, `hf:datasets/org/name`, `hf:spaces/org/name` and addresses copied from the Hub's
 * site; undefined for any other argument. Throws `UsageError` where an argument begins with `hf:`, or is a
 * Hub address, and names no repository.
 */
export function remoteTarget(arg: string): RemoteTarget | undefined {
  const text = arg.trim();
  if (/^hf:/i.test(text))
    return (
      shortTarget(text.slice(text.startsWith('//', 3) ? 5 : 3)) ??
      refuse(
        arg,
        'Write it as `hf:org/name`, `hf:org/name@revision`, `hf:datasets/org/name` or `hf:spaces/org/name`',
      )
    );
  const path = hubPath(text)?.split(/[?#]/, 1)[0];
  if (path === undefined) return undefined;
  return addressTarget(path) ?? refuse(arg, 'Name the page of a model, data set or Space');
}

function refuse(arg: string, hint: string): never {
  throw new UsageError(`"${arg.slice(0, 100)}" names no repository on the Hub`, hint);
}

function split(parts: readonly string[]): { readonly kind: RepoKind; readonly rest: readonly string[] } {
  const kind = Object.hasOwn(KINDS, parts[0] ?? '') ? KINDS[parts[0] ?? ''] : undefined;
  return kind === undefined ? { kind: 'model', rest: parts } : { kind, rest: parts.slice(1) };
}

function shortTarget(text: string): RemoteTarget | undefined {
  const at = text.indexOf('@');
  const revision = at < 0 ? undefined : text.slice(at + 1);
  const { kind, rest } = split((at < 0 ? text : text.slice(0, at)).replace(/\/$/, '').split('/'));
  return targetOf(kind, rest.join('/'), revision);
}

function addressTarget(path: string): RemoteTarget | undefined {
  const { kind, rest } = split(path.split('/').filter((part) => part !== ''));
  const [owner = '', second, view, revision] = rest;
  if (NO_OWNER.has(owner.toLowerCase())) return undefined;
  // An old one-word model has its files directly below its name.
  const bare = second === undefined || ['tree', 'blob', 'resolve', 'raw', 'discussions'].includes(second);
  if (bare && kind === 'space') return undefined;
  const said = bare ? [second, view] : [view, revision];
  // Of a branch with slashes only the Hub's own can be told from a folder: `tree/refs/pr/1`.
  const pull = /^refs$/.test(said[1] ?? '') ? rest.slice(bare ? 2 : 3, bare ? 5 : 6).join('/') : '';
  if (/^refs\/(?:pr\/\d+|convert\/\w+)$/.test(pull)) said[1] = pull;
  const isView = ['tree', 'blob', 'resolve', 'raw', 'commit'].includes(said[0] ?? '');
  return targetOf(
    kind,
    (bare ? owner : `${owner}/${second}`).replace(/\.git$/, ''),
    isView && said[1] !== undefined ? decoded(said[1]) : undefined,
  );
}

function targetOf(kind: RepoKind, id: string, revision: string | undefined): RemoteTarget | undefined {
  if (!isRepoId(id) || (revision !== undefined && !isRevision(revision))) return undefined;
  return { kind, id, revision };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
