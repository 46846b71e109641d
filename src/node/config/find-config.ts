import { isUtf8 } from 'node:buffer';
import { dirname, isAbsolute, relative, resolve, sep, type PlatformPath } from 'node:path';
import { UsageError } from '../../core/model/usage-error.ts';
import { isGitTop } from '../fs/gitignore.ts';
import { pathIn } from '../fs/path-in.ts';
import { kindAt, readPlain, rootOf, type Unread } from '../fs/plain-file.ts';

/**
 * Looked for in each folder, the first that is there. Code is not among them: linting somebody's repository
 * must not run their code.
 */
const NAMES = ['licet.config.yaml', 'licet.config.yml', 'licet.config.json'] as const;
const CODE = ['licet.config.js', 'licet.config.mjs'] as const;

/** Bytes. A config is written by hand. */
const LARGEST = 1_000_000;

export interface Found {
  readonly file: string | undefined;
  /**
   * The folder out of which nothing is read: the root of the git checkout, else the outermost folder that was
   * looked in.
   */
  readonly root: string;
  /** Configs in code that lie on the way and are not run. */
  readonly code: readonly string[];
}

/** The configs in one folder. */
interface Look {
  readonly file: string | undefined;
  readonly code: readonly string[];
}

/** Most folders of a run hold none: one value stands for all of them. */
const NOTHING: Look = { file: undefined, code: [] };

/** Looks into folders, each once: the repositories of a run share the folders above them. */
export class Folders {
  readonly #configs = new Map<string, Look>();
  readonly #tops = new Map<string, boolean>();

  /** The configs in a folder, without those above it. */
  look(folder: string): Look {
    return once(this.#configs, folder, () => {
      const file = NAMES.map((name) => pathIn(folder, name)).find(isThere) ?? manifestIn(folder);
      const code = CODE.map((name) => pathIn(folder, name)).filter(isThere);
      return file === undefined && code.length === 0 ? NOTHING : { file, code };
    });
  }

  /**
   * The folder out of which nothing is read: the root of the git checkout, else `cwd` where it holds the
   * folder, else the folder. All absolute.
   */
  rootOf(folder: string, cwd: string): string {
    for (let at = folder; ; at = dirname(at)) {
      if (once(this.#tops, at, () => isGitTop(at))) return at;
      if (at === dirname(at)) return isWithin(folder, cwd) ? cwd : folder;
    }
  }
}

function once<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}

/**
 * The nearest config from a folder upwards, to the root of its git checkout, or to `cwd` where it lies in no
 * checkout.
 */
export function findConfig(folder: string, cwd: string = folder, folders = new Folders()): Found {
  const start = resolve(folder);
  const root = folders.rootOf(start, resolve(cwd));
  const code: string[] = [];
  for (let at = start; ; at = dirname(at)) {
    const here = folders.look(at);
    if (here.file !== undefined) return { file: here.file, root, code: [] };
    code.push(...here.code);
    if (at === root || at === dirname(at)) return { file: undefined, root, code };
  }
}

function manifestIn(folder: string): string | undefined {
  const file = pathIn(folder, 'package.json');
  if (!isThere(file)) return undefined;
  try {
    const manifest: unknown = JSON.parse(readConfig(file, file));
    return typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, 'licet')
      ? file
      : undefined;
  } catch {
    // Broken, too large or unreadable: what another tool's file says is not ours to complain about.
    return undefined;
  }
}

/** Whether anything is there, be it nothing that can be read: what is there and not read is told. */
export function isThere(path: string): boolean {
  return kindAt(path) !== undefined;
}

/**
 * A path as the patterns of a config see it: absolute, `/` between folders, the letter of a drive in upper
 * case, as shells write it either way.
 */
export function patternPath(
  path: string,
  system: Pick<PlatformPath, 'resolve' | 'sep'> = { resolve, sep },
): string {
  const whole = system.resolve(path);
  if (system.sep === '/') return whole;
  return whole.replaceAll(system.sep, '/').replace(/^[a-z]:/, (drive) => drive.toUpperCase());
}

/** Whether a path is a folder or lies in it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !/^\.\.[/\\]/.test(way));
}

/**
 * The text of a config. `root` bounds what a config that nobody named may read: linting a stranger's
 * repository must not show files from elsewhere. Throws `UsageError` in the words that a user sees.
 */
export function readConfig(file: string, shown: string, root?: string): string {
  const read = readPlain(file, LARGEST, root === undefined ? {} : { roots: [rootOf(root)] });
  if (read.is === 'unread') throw refusalOf(read, shown);
  const { bytes } = read;
  if (!isUtf8(bytes)) throw new UsageError(`Config "${shown}" is not UTF-8`, 'Save it as UTF-8');
  return bytes.toString('utf8');
}

function refusalOf({ why, says }: Unread, shown: string): UsageError {
  if (why === 'outside')
    return new UsageError(
      `Config "${shown}" lies outside the repository`,
      'Name the config with `--config` to read it',
    );
  return new UsageError(
    `Config "${shown}" ${says}`,
    why === 'large' ? 'A config is written by hand: keep it short' : undefined,
  );
}
