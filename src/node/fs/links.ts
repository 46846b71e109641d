import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, sep } from 'node:path';
import { isGitTop } from './gitignore.ts';
import { realPath } from './plain-file.ts';

/** Where a path leads. */
export interface Way {
  /** The path without links. */
  readonly real: string;
  /** A link on the way lies in a checkout, or in a folder that was told, and leads out of it. */
  readonly strays: boolean;
}

/** More links on one way mean a circle; Linux draws the line there too. */
const MOST_LINKS = 40;

/**
 * Where a path leads, through all links, be it there or not. A link leads to nothing outside of the git
 * checkout that it lies in, nor of a folder of `roots` that holds it: others may have committed it. A link
 * that lies in none of them is the machine's own. All absolute. Throws what the system throws.
 */
export function follow(path: string, roots: readonly string[]): Way {
  const bounds = roots.map(realPath);
  const left = new Set<string>();
  let [at, names] = split(path);
  let links = 0;
  for (let name = names.shift(); name !== undefined; name = names.shift()) {
    const next = join(at, name);
    if (!statOf(next)?.isSymbolicLink()) {
      at = next;
      continue;
    }
    links += 1;
    if (links > MOST_LINKS) throw Object.assign(new Error('a circle of links'), { code: 'ELOOP' });
    for (const bound of bounds) if (!leaves(relative(bound, next))) left.add(bound);
    const top = checkoutOf(at);
    if (top !== undefined) left.add(top);
    const [start, more] = split(readlinkSync(next));
    at = start || at;
    names = [...more, ...names];
  }
  return { real: at, strays: [...left].some((bound) => leaves(relative(bound, at))) };
}

/** The folder that links of a run in `cwd` do not leave: the git checkout, else `cwd` itself. */
export function boundOf(cwd: string): string {
  return checkoutOf(cwd) ?? cwd;
}

/** Whether a way from a folder (`relative`) leads out of it. */
export const leaves = (way: string) => way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);

function checkoutOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (isGitTop(at)) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** What a path counts from, empty for a relative one, and the names on it. */
function split(path: string): [top: string, names: string[]] {
  const { root } = parse(path);
  return [
    root,
    path
      .slice(root.length)
      .split(sep)
      .filter((name) => name !== ''),
  ];
}

const statOf = (path: string) => lstatSync(path, { throwIfNoEntry: false });
