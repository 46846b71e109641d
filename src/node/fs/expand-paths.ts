import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { isRepoId } from '../../core/model/hub-address.ts';
import { UsageError } from '../../core/read/read-error.ts';
import { gitTopOf, isGitIgnored } from './gitignore.ts';
import { trackedIn } from './git-index.ts';
import { boundOf, follow } from './links.ts';
import { isGitsOwn, kindAt, realPath } from './plain-file.ts';

/** One path of the command line. */
export interface Named {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** False where only a pattern led here: then nobody said that it is a repository. */
  readonly byName: boolean;
}

/** `path` as reports show it: relative to `cwd`, `/` between folders, empty for `cwd` itself. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join('/');
}

/** Whether `path` is `folder` or lies in it. Both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/**
 * An argument as the paths it names; `tell` hears of each that a pattern matches and that is not followed.
 * Throws `UsageError` where it names none.
 */
export async function expand(
  argument: string,
  cwd: string,
  tell: (path: string, why: string) => void,
): Promise<readonly Named[]> {
  if (argument === '') throw new UsageError('An argument is empty: name a folder, a card or a pattern');
  const path = resolve(cwd, argument);
  const kind = kindAt(path);
  if (kind !== undefined && isGitsOwn(realPath(kind === 'folder' ? path : dirname(path))))
    throw new UsageError(`"${argument}" lies in Git's own folder, which holds no repository of a model`);
  if (kind !== undefined) return [{ path, isFolder: kind === 'folder', byName: true }];
  if (/[*?[{(!]/.test(argument)) return matches(argument, cwd, tell);
  throw new UsageError(`"${argument}" does not exist`, whatIsMeant(argument, cwd));
}

/** What to write instead of an argument that names nothing on this machine. */
function whatIsMeant(argument: string, cwd: string): string {
  if (/^(?:https?|git|ssh):\/\/|^git@/i.test(argument))
    return 'Only addresses of the Hub are read: clone the repository and name its folder';
  const [owner = '', ...rest] = argument.split('@')[0]?.split('/') ?? [];
  return rest.length === 1 &&
    isRepoId([owner, ...rest].join('/')) &&
    kindAt(resolve(cwd, owner)) === undefined
    ? `For the model on the Hub, write \`hf:${argument}\``
    : 'Name a folder, a README.md or a pattern such as "models/*"';
}

async function matches(
  pattern: string,
  cwd: string,
  tell: (path: string, why: string) => void,
): Promise<readonly Named[]> {
  const found = await globbed(pattern, cwd, tell);
  const named: Named[] = [];
  const bound = boundOf(cwd);
  let strays = 0;
  for (const match of found.sort()) {
    const path = resolve(cwd, match);
    const isFolder = kindAt(path) === 'folder';
    // A file that is itself a link is the reader's to judge.
    const why = strayed(isFolder ? path : dirname(path), bound);
    if (why !== undefined) {
      strays += 1;
      tell(path, why);
      continue;
    }
    const top = (await gitTopOf(path)) ?? cwd;
    if (!isWithin(path, top) || path === top || !(await isGitIgnored(top, shownPath(top, path), isFolder)))
      named.push({ path, isFolder, byName: false });
  }
  if (named.length === 0)
    throw new UsageError(
      `The pattern "${pattern}" matches nothing` +
        (strays > 0 ? ' but what links out of the repository lead to' : ''),
      ...(strays > 0 ? ['Name the folder that is meant'] : []),
    );
  return named;
}

/** The folder of a tool that a pattern looks into only if it names it: it may hold thousands of files. */
const PACKAGES = 'node_modules';

/** What a pattern matches; `tell` hears of what Git tracks and it would match, had it looked there. */
async function globbed(
  pattern: string,
  cwd: string,
  tell: (path: string, why: string) => void,
): Promise<string[]> {
  // Loaded here alone: it costs more to start than a whole lint.
  const { default: glob } = await import('fast-glob');
  const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const all = (ignore: readonly string[]): Promise<string[]> =>
    glob(slashed, {
      cwd,
      onlyFiles: false,
      followSymbolicLinks: false,
      suppressErrors: true,
      ignore: ['**/.git/**', ...ignore],
    });
  if (slashed.split('/').includes(PACKAGES)) return all([]);
  const top = await gitTopOf(cwd);
  const tracked = top === undefined ? undefined : trackedIn(top, tell);
  const folders = tracked?.foldersNamed(PACKAGES).map((folder) => resolve(top ?? cwd, folder)) ?? [];
  if (folders.length > 0)
    for (const match of await all([])) {
      const folder = folders.find((one) => isWithin(resolve(cwd, match), one));
      if (folder !== undefined && tracked?.has(shownPath(top ?? cwd, resolve(cwd, match)), true))
        tell(folder, 'is tracked by Git and no pattern looks into it: name it to lint what is in it');
    }
  return all([`**/${PACKAGES}/**`]);
}

/** Why a folder is not followed: whoever wrote the pattern saw no link that others committed. */
function strayed(path: string, bound: string): string | undefined {
  if (realPath(path) === path) return undefined;
  try {
    const { real, strays } = follow(path, [bound]);
    if (isGitsOwn(real)) return "leads into Git's own folder; it was not followed";
    return strays
      ? 'lies behind a symbolic link that leads out of the repository; it was not followed'
      : undefined;
  } catch {
    return undefined;
  }
}
