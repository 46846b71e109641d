import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isInside } from './parts.ts';
import { kindAt, readPlain } from './plain-file.ts';
import type { Skips } from './walk.ts';

const MAX_BYTES = 256 * 1024;
/** Stars in one pattern: each becomes a loop of a regular expression, and the file is a stranger's. */
const MAX_STARS = 4;

interface Layer {
  /** Relative to the walk's start; empty where the patterns hold from there or from above. */
  readonly folder: string;
  /** What stands between the `.gitignore` and the start, ending in `/`, for files above the start. */
  readonly above: string;
  readonly patterns: Patterns;
}

/** What the `.gitignore` files from the work tree's top down to each folder leave out, as Git reads them. */
export class GitIgnores implements Skips {
  readonly #start: string;
  readonly #layers: Layer[] = [];

  /** `start`: an absolute folder, where the walk begins. */
  constructor(start: string) {
    this.#start = start;
  }

  /**
   * Takes in the `.gitignore` files of the folders above the start, up to `top`.
   * If they ignore the start itself, whoever named it wants it read: then they do not count.
   */
  async enterAbove(top: string): Promise<void> {
    const found: Layer[] = [];
    for (let folder = this.#start; folder !== top && folder !== dirname(folder); ) {
      folder = dirname(folder);
      const patterns = patternsIn(folder);
      if (patterns === undefined) continue;
      const above = `${relative(folder, this.#start).split(sep).join('/')}/`;
      if (patterns.test(above).ignored) return;
      found.unshift({ folder: '', above, patterns });
    }
    this.#layers.unshift(...found);
  }

  async enter(folder: string): Promise<void> {
    const patterns = patternsIn(join(this.#start, folder));
    if (patterns !== undefined) this.#layers.push({ folder, above: '', patterns });
  }

  skips(path: string, isFolder: boolean): boolean {
    let skipped = false;
    let deepest = -1;
    for (const { folder, above, patterns } of this.#layers) {
      if (!isInside(path, folder) || path === folder) continue;
      const local = folder === '' ? above + path : path.slice(folder.length + 1);
      const { ignored, unignored } = patterns.test(isFolder ? `${local}/` : local);
      // The nearest file decides; folders of one walk are entered from the top down, but several at a time.
      if ((ignored || unignored) && folder.length >= deepest) {
        skipped = ignored;
        deepest = folder.length;
      }
    }
    return skipped;
  }
}

/** The patterns of a folder's `.gitignore`, or undefined where it has none that can be read. A link is none: Git follows none here. */
function patternsIn(folder: string): Patterns | undefined {
  const read = readPlain(join(folder, '.gitignore'), MAX_BYTES, { links: false });
  return read.is === 'read' ? new Patterns(read.bytes.toString('utf8').split(/\r?\n/)) : undefined;
}

/** The longest stretch of a pattern that a path must hold letter by letter, whatever the case; empty where there is none. */
function stemOf(line: string): string {
  return line.trimEnd().replace(/^!/, '').toLowerCase().split(/\\.?|\[[^\]]*\]?|[*?/]/).reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

const NEITHER = { ignored: false, unignored: false };

/** Lines in the syntax of `.gitignore`; those that could take for ever are left out. Compiled for the first path that holds one's stem. */
export class Patterns {
  readonly #lines: readonly string[];
  readonly #stems: readonly string[];
  #made: Ignore | undefined;

  constructor(lines: readonly string[]) {
    this.#lines = lines.filter((line) => line.trim() !== '' && !line.startsWith('#') && (line.match(/\*+/g)?.length ?? 0) <= MAX_STARS);
    this.#stems = this.#lines.map(stemOf);
  }

  test(path: string): { readonly ignored: boolean; readonly unignored: boolean } {
    const lower = path.toLowerCase();
    if (!this.#stems.some((stem) => lower.includes(stem))) return NEITHER;
    this.#made ??= ignore().add(this.#lines);
    return this.#made.test(path);
  }
}

/** Whether a folder is the top of a Git work tree: `.git` is a folder there, or the file of a linked one. */
export function isGitTop(folder: string): boolean {
  const kind = kindAt(join(folder, '.git'));
  return kind === 'folder' || kind === 'file';
}

/** The top of the Git work tree around a folder, or undefined. */
export async function gitTopOf(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if (isGitTop(at)) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** Whether Git ignores a path (relative to `top`, `/` between folders) or a folder around it. */
export async function isGitIgnored(top: string, path: string, isFolder: boolean): Promise<boolean> {
  const ignores = new GitIgnores(top);
  await ignores.enter('');
  const names = path.split('/');
  for (let depth = 1; depth <= names.length; depth++) {
    const at = names.slice(0, depth).join('/');
    const last = depth === names.length;
    if (ignores.skips(at, !last || isFolder)) return true;
    if (!last) await ignores.enter(at);
  }
  return false;
}
