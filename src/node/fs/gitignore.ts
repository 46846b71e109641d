import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { trackedIn, type Tracked } from './git-index.ts';
import { pathIn } from './path-in.ts';
import { kindAt, readPlain } from './plain-file.ts';
import type { Skips } from './walk.ts';

const MAX_BYTES = 256 * 1024;
/** Stars in one pattern: each becomes a loop of a regular expression, and the file is a stranger's. */
export const MAX_STARS = 4;
/** Letters in one pattern: a longer one names no path, and may be more than an expression can hold. */
export const LONGEST = 1000;
/** Patterns of one list: each path is held against all of them. */
export const MAX_PATTERNS = 1000;

interface Layer {
  /** Relative to the walk's start; empty where the patterns hold from there or from above. */
  readonly folder: string;
  /** What stands between the `.gitignore` and the start, ending in `/`, for files above the start. */
  readonly above: string;
  readonly patterns: Patterns;
}

/**
 * What the `.gitignore` files from the work tree's top down to each folder leave out, as Git reads them: what
 * is tracked stays.
 */
export class GitIgnores implements Omit<Skips, 'missed'> {
  readonly #start: string;
  readonly #tell: (file: string, why: string) => void;
  readonly #above: Layer[] = [];
  readonly #layers = new Map<string, Layer>();
  readonly #top: string | undefined;
  /** The index, read when something is ignored. */
  #tracked: { readonly by: Tracked | undefined } | undefined;

  /**
   * `start`: an absolute folder, where the walk begins. `top`: of the work tree around it. `tell` hears of a
   * file that cannot be read.
   */
  constructor(
    start: string,
    top: string | undefined,
    tell: (file: string, why: string) => void = () => undefined,
  ) {
    this.#start = start;
    this.#top = top;
    this.#tell = tell;
  }

  /**
   * Takes in the `.gitignore` files of the folders above the start, up to `top`.
   * If they ignore the start itself, whoever named it wants it read: then they do not count.
   */
  async enterAbove(): Promise<void> {
    const top = this.#top;
    if (top === undefined) return;
    const found: Layer[] = [];
    for (let folder = this.#start; folder !== top && folder !== dirname(folder);) {
      folder = dirname(folder);
      const patterns = patternsIn(folder, this.#tell);
      if (patterns === undefined) continue;
      const above = `${relative(folder, this.#start).split(sep).join('/')}/`;
      if (patterns.test(above).ignored) return;
      found.unshift({ folder: '', above, patterns });
    }
    this.#above.unshift(...found);
  }

  async enter(folder: string): Promise<void> {
    const patterns = patternsIn(join(this.#start, folder), this.#tell);
    if (patterns !== undefined) this.#layers.set(folder, { folder, above: '', patterns });
  }

  skips(path: string, isFolder: boolean): boolean {
    return this.#ignores(path, isFolder) && !this.tracks(path, isFolder);
  }

  /** Whether Git tracks a path below the start; of a folder anything in it. */
  tracks(path: string, isFolder: boolean): boolean {
    if (this.#top === undefined) return false;
    this.#tracked ??= { by: trackedIn(this.#top, this.#tell) };
    const above = relative(this.#top, this.#start).split(sep).join('/');
    return this.#tracked.by?.has(above === '' ? path : `${above}/${path}`, isFolder) ?? false;
  }

  /** The nearest file that says anything of a path decides. Folders are entered from the top down. */
  #ignores(path: string, isFolder: boolean): boolean {
    for (let at = path.lastIndexOf('/'); ; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, Math.max(0, at));
      const layer = this.#layers.get(folder);
      const said = layer && saidBy(layer, path, isFolder);
      if (said !== undefined) return said;
      if (at <= 0) break;
    }
    for (const layer of [...this.#above].reverse()) {
      const said = saidBy(layer, path, isFolder);
      if (said !== undefined) return said;
    }
    return false;
  }
}

/** Whether a file's patterns leave a path out, or take it in; undefined where they do neither. */
function saidBy({ folder, above, patterns }: Layer, path: string, isFolder: boolean): boolean | undefined {
  const local = folder === '' ? above + path : path.slice(folder.length + 1);
  const { ignored, unignored } = patterns.test(isFolder ? `${local}/` : local);
  return ignored || unignored ? ignored : undefined;
}

const NOTHING_LEFT_OUT = 'so it was not read and leaves nothing out';

/**
 * The patterns of a folder's `.gitignore`, or undefined where it has none that can be read: half a list would
 * be another one. A link is none: Git follows none here.
 */
function patternsIn(folder: string, tell: (file: string, why: string) => void): Patterns | undefined {
  const file = pathIn(folder, '.gitignore');
  const read = readPlain(file, MAX_BYTES, { links: false });
  if (read.is === 'unread' && read.why === 'large')
    tell(file, `is larger than ${MAX_BYTES / 1024} KB, ${NOTHING_LEFT_OUT}`);
  if (read.is !== 'read') return undefined;
  const patterns = new Patterns(read.bytes.toString('utf8').split(/\r?\n/));
  if (patterns.leftOut > 0)
    tell(
      file,
      `has patterns with more than ${MAX_STARS} stars or ${LONGEST} letters, which leave nothing out: ` +
        String(patterns.leftOut),
    );
  if (patterns.count <= MAX_PATTERNS) return patterns;
  tell(file, `has more than ${MAX_PATTERNS} patterns, ${NOTHING_LEFT_OUT}`);
  return undefined;
}

/**
 * The longest stretch of a pattern that a path must hold letter by letter, whatever the case; empty where
 * there is none.
 */
function stemOf(line: string): string {
  return line
    .trimEnd()
    .replace(/^!/, '')
    .toLowerCase()
    .split(/\\.?|\[[^\]]*\]?|[*?/]/)
    .reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

const NEITHER = { ignored: false, unignored: false };

/**
 * Lines in the syntax of `.gitignore`; those that could take for ever, or are too long, are left out.
 * Compiled for the first path that holds one's stem.
 */
export class Patterns {
  readonly #lines: readonly string[];
  readonly #stems: readonly string[];
  /** How many lines could take for ever, or are longer than any path. */
  readonly leftOut: number;
  #made: Ignore | undefined;

  constructor(lines: readonly string[]) {
    const patterns = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
    this.#lines = patterns.filter(
      (line) => line.length <= LONGEST && (line.match(/\*+/g)?.length ?? 0) <= MAX_STARS,
    );
    this.leftOut = patterns.length - this.#lines.length;
    this.#stems = this.#lines.map(stemOf);
  }

  get count(): number {
    return this.#lines.length;
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
  const kind = kindAt(pathIn(folder, '.git'));
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
  const ignores = new GitIgnores(top, top);
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
