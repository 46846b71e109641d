import { dirname, join, resolve } from 'node:path';
import { LOCK_FILE } from '../../core/resolve/lock/lock-name.ts';
import { Folders, isThere, isWithin } from '../config/find-config.ts';
import { pathIn } from '../fs/path-in.ts';

export { LOCK_FILE };

/**
 * Where locks lie: the nearest from a folder upwards counts, to the root of its git checkout, or to `cwd`
 * where it lies in no checkout. Each folder is looked into once.
 */
export class LockFinder {
  readonly #cwd: string;
  readonly #folders: Folders;
  readonly #known = new Map<string, string | undefined>();

  constructor(cwd: string, folders = new Folders()) {
    this.#cwd = resolve(cwd);
    this.#folders = folders;
  }

  /** The lock that counts for what lies in a folder. */
  find(folder: string): string | undefined {
    return this.#from(resolve(folder), this.rootOf(folder));
  }

  /** The folder out of which no lock is read that nobody named. */
  rootOf(folder: string): string {
    return this.#folders.rootOf(resolve(folder), this.#cwd);
  }

  /**
   * Where the lock for a folder is, or is to be: the current folder, where a look from the repository meets
   * it; else the root of its checkout.
   */
  placeFor(folder: string): string {
    const start = resolve(folder);
    const root = this.#folders.rootOf(start, this.#cwd);
    return (
      this.#from(start, root) ??
      join(isWithin(start, this.#cwd) && isWithin(this.#cwd, root) ? this.#cwd : root, LOCK_FILE)
    );
  }

  #from(folder: string, root: string): string | undefined {
    if (this.#known.has(folder)) return this.#known.get(folder);
    const here = pathIn(folder, LOCK_FILE);
    const found = isThere(here)
      ? here
      : folder === root || folder === dirname(folder)
        ? undefined
        : this.#from(dirname(folder), root);
    this.#known.set(folder, found);
    return found;
  }
}
