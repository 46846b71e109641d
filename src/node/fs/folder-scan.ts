import { join } from 'node:path';
import { readErrorFrom } from '../../core/read/read-error.ts';
import { GitIgnores, gitTopOf } from './gitignore.ts';
import { marksOf, peekWith, repositoriesIn, type Marks } from './detect-repository.ts';
import { isPartName } from '../../core/read/component-folders.ts';
import { repoOf } from './disk-repo.ts';
import { entriesOf, isListed, walk, type Skips, type Walked } from './walk.ts';

/** A folder as far as it was looked at. Paths are relative to it. */
export interface Tree extends Walked {
  readonly marks: Marks;
  /** Folders that are repositories, sorted. */
  readonly repositories: readonly string[];
}

export interface TreeOptions {
  /** Another name for README.md. */
  readonly card: string | undefined;
  /** What the user's configuration leaves out; the path is absolute. */
  readonly ignored: (path: string, isFolder: boolean) => boolean;
  /** Hears of a `.gitignore` that is not read, and why. */
  readonly tell: (file: string, why: string) => void;
  /** Whether a `.gitignore` in the tree leaves files out. */
  readonly gitignore: boolean;
}

/** Looks at folders, each once, whole or only at their surface. */
export class Trees {
  readonly #options: TreeOptions;
  readonly #whole = new Map<string, Promise<Tree>>();
  readonly #surface = new Map<string, Promise<Tree>>();

  constructor(options: TreeOptions) {
    this.#options = options;
  }

  /** All files below a folder that Git and the configuration do not ignore. Throws `ReadError`. */
  whole(folder: string): Promise<Tree> {
    return once(this.#whole, folder, async () => {
      try {
        const git = new GitIgnores(folder, await gitTopOf(folder), this.#options.tell);
        await git.enterAbove();
        return await this.#look(folder, await walk(folder, { skips: this.#skips(folder, git) }));
      } catch (error) {
        throw readErrorFrom(error, folder);
      }
    });
  }

  /**
   * The files of the folder itself and of the parts of a model in it: enough to tell whether it is a
   * repository.
   */
  surface(folder: string): Promise<Tree> {
    return once(this.#surface, folder, async () => {
      const files: string[] = [];
      for (const entry of seenIn(folder)) {
        if (isListed(entry, folder, entry.name)) files.push(entry.name);
        if (!entry.isDirectory() || !isPartName(entry.name)) continue;
        for (const inner of seenIn(join(folder, entry.name))) {
          const path = `${entry.name}/${inner.name}`;
          if (isListed(inner, folder, path)) files.push(path);
        }
      }
      return this.#look(folder, { files: files.sort(), cut: false, beyond: [] });
    });
  }

  async #look(folder: string, walked: Walked): Promise<Tree> {
    // Through a repository, so that a link out of the folder is not opened even to see what it is.
    const { bytes } = repoOf(folder, walked.files);
    const marks = await marksOf(walked.files, peekWith(bytes), this.#options.card);
    return { ...walked, marks, repositories: repositoriesIn(walked.files, marks) };
  }

  #skips(start: string, git: GitIgnores): Skips {
    const { ignored, gitignore } = this.#options;
    const missed = (folder: string) => !ignored(join(start, folder), true) && git.tracks(folder, true);
    if (!gitignore)
      return {
        enter: () => Promise.resolve(),
        skips: (path, isFolder) => ignored(join(start, path), isFolder),
        missed,
      };
    return {
      enter: (folder) => git.enter(folder),
      skips: (path, isFolder) => ignored(join(start, path), isFolder) || git.skips(path, isFolder),
      missed,
    };
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

function seenIn(folder: string) {
  try {
    return entriesOf(folder);
  } catch {
    return [];
  }
}
