import { basename, dirname, join, resolve } from 'node:path';
import type { Repo } from '../../core/model/repo.ts';
import { repoOf } from './disk-repo.ts';
import { UsageError } from '../../core/read/read-error.ts';
import { expand, isWithin, shownPath, type Named } from './expand-paths.ts';
import { gitTopOf, LONGEST, MAX_PATTERNS, MAX_STARS, Patterns } from './gitignore.ts';
import { isCardText, peekWith, shareOut } from './detect-repository.ts';
import { folderOf, isPartName } from '../../core/read/component-folders.ts';
import { realPath } from './plain-file.ts';
import { Trees, type Tree } from './folder-scan.ts';
import { unreadOf } from './unread-folders.ts';
import type { Beyond } from './walk.ts';

export interface FindOptions {
  /** Absolute: what arguments and reports are relative to. */
  readonly cwd: string;
  /** The card where README.md is not it: relative to `cwd` or to each repository. */
  readonly card?: string;
  /** Further files to leave out; asked with paths relative to `cwd`, `/` between folders. */
  ignored?(file: string): boolean;
  /** Patterns in the syntax of `.gitignore`, relative to `cwd`. They also hold for files that are named. */
  readonly ignores?: readonly string[];
  /** False where no `.gitignore` leaves files out. */
  readonly gitignore?: boolean;
  /** What matches nothing, or belongs to no repository, is passed over instead of refused. */
  readonly lenient?: boolean;
}

export interface FoundRepos {
  /** Sorted by the path that reports show. */
  readonly repos: Repo[];
  /** Arguments that belong to no repository or are ignored. */
  readonly skipped: string[];
  /** What the user should know and that is no error, one sentence each. */
  readonly notes: readonly string[];
  /** What was not walked to its end where no repository was found, one sentence each. */
  readonly unread: readonly string[];
}

/** Files that change what is said of every repository below them. */
const SETTINGS = /^licet(?:\.config\.(?:json|ya?ml)|\.lock\.json|-baseline\.json)$/;

interface Found {
  readonly folder: string;
  readonly files: readonly string[];
  readonly card: string;
  readonly complete: boolean;
  readonly unread: NonNullable<Repo['unread']>;
}

/**
 * The repositories that the arguments name, hold or belong to, each once; no argument means the current
 * folder. Throws `UsageError` where an argument matches nothing or no repository is found, `ReadError` where
 * a folder cannot be read.
 */
export async function findRepos(args: readonly string[], options: FindOptions): Promise<FoundRepos> {
  const ignored = ignoredBy(options);
  const search = new Search(options, ignored);
  const skipped: string[] = [];
  let irrelevant = 0;

  for (const argument of args.length > 0 ? args : search.start()) {
    for (const named of await namedBy(argument, options, search.tell)) {
      if (ignored(named.path, named.isFolder)) {
        skipped.push(shownPath(options.cwd, named.path));
        continue;
      }
      const found = named.isFolder
        ? await search.inFolder(named, args.length > 0)
        : await search.forFile(named.path);
      if (found) continue;
      irrelevant++;
      skipped.push(shownPath(options.cwd, named.path));
    }
  }
  const repos = search.repos();
  if (repos.length === 0 && irrelevant > 0 && options.lenient !== true)
    throw nothingFound(args, (options.ignores ?? []).length > 0, search.unread);
  if (repos.length > 0) search.checkCard();
  return { repos, skipped: [...new Set(skipped)].sort(), notes: search.notes(), unread: search.unread };
}

async function namedBy(
  argument: string,
  { cwd, lenient = false }: FindOptions,
  tell: Search['tell'],
): ReturnType<typeof expand> {
  try {
    return await expand(argument, cwd, tell);
  } catch (error) {
    if (lenient && error instanceof UsageError) return [];
    throw error;
  }
}

function nothingFound(args: readonly string[], ignores: boolean, unread: readonly string[]): UsageError {
  const where =
    args.length === 0
      ? 'in this folder'
      : args.length === 1
        ? `in or around "${args[0]}"`
        : 'in or around what was named';
  return new UsageError(
    `No model repository found ${where}`,
    "A model repository has a README.md with front matter, a model's config or weights; name its " +
      'folder or its card' +
      (ignores ? '; `ignores` of the config may leave it out' : '') +
      unread.map((one) => `; ${one}`).join(''),
  );
}

function ignoredBy({
  cwd,
  ignored,
  ignores = [],
}: FindOptions): (path: string, isFolder: boolean) => boolean {
  const patterns = ignores.length > 0 ? new Patterns(ignores) : undefined;
  if (patterns !== undefined && patterns.count > MAX_PATTERNS)
    throw new UsageError(
      `\`ignores\` of the config has ${patterns.count} patterns, and up to ${MAX_PATTERNS} are read`,
      'Name folders instead of the files in them',
    );
  if (patterns !== undefined && patterns.leftOut > 0)
    throw new UsageError(
      `\`ignores\` of the config has a pattern with more than ${MAX_STARS} stars or ${LONGEST} letters`,
      'Name the folder instead',
    );
  if (patterns === undefined && ignored === undefined) return () => false;
  return (path, isFolder) => {
    if (path === cwd || !isWithin(path, cwd)) return false;
    const shown = shownPath(cwd, path);
    return (
      (patterns?.test(isFolder ? `${shown}/` : shown).ignored ?? false) ||
      (!isFolder && (ignored?.(shown) ?? false))
    );
  };
}

class Search {
  readonly #cwd: string;
  readonly #card: string | undefined;
  readonly #trees: Trees;
  readonly #found = new Map<string, Found>();
  readonly #untold = new Map<string, string>();
  /** Hears of what is passed over, and why. */
  readonly tell = (path: string, why: string): void => void this.#untold.set(path, why);
  /** Of folders in which no repository was found. */
  readonly unread: string[] = [];

  constructor(
    { cwd, card, gitignore = true }: FindOptions,
    ignored: (path: string, isFolder: boolean) => boolean,
  ) {
    this.#cwd = cwd;
    this.#card = card === undefined ? undefined : resolve(cwd, card);
    this.#trees = new Trees({
      card: this.#card !== undefined && isWithin(this.#card, cwd) ? shownPath(cwd, this.#card) : undefined,
      ignored,
      gitignore,
      tell: this.tell,
    });
  }

  /** Where to look when nothing is named: here, or where the card is. */
  start(): readonly string[] {
    return [this.#card === undefined || isWithin(this.#card, this.#cwd) ? '.' : dirname(this.#card)];
  }

  /**
   * The repositories in a folder. One that was named is a repository itself where it holds none; the current
   * one only if it has a README.md.
   */
  async inFolder({ path, byName }: Named, isNamed: boolean): Promise<boolean> {
    const tree = await this.#trees.whole(path);
    const alone = tree.files.length > 0 && byName && (isNamed || tree.files.includes('README.md'));
    const repositories = tree.repositories.length === 0 && alone ? [''] : tree.repositories;
    const beyond = beyondBy(tree.beyond, repositories);
    const first = [...repositories].sort()[0];
    for (const [folder, files] of shareOut(tree.files, repositories)) {
      const outside =
        folder === first
          ? unreadOf(beyond.get(undefined) ?? [], this.#above(path)).map((one) => ({ ...one, file: '.' }))
          : [];
      await this.#add(join(path, folder), files, !tree.cut, {
        unread: [...unreadOf(beyond.get(folder) ?? []), ...outside],
      });
    }
    if (repositories.length === 0)
      this.unread.push(...unreadOf(tree.beyond, this.#above(path)).map(({ problem }) => problem.what));
    return repositories.length > 0;
  }

  /**
   * The repository that a file belongs to. A config, lock or baseline is for all below its folder: a hook
   * that is handed one alone lints what it covers. False where there is none.
   */
  async forFile(file: string): Promise<boolean> {
    const folder = dirname(file);
    const found = await this.around(file);
    if (!SETTINGS.test(basename(file)) || (found && folder !== this.#cwd)) return found;
    return (await this.inFolder({ path: folder, isFolder: true, byName: false }, false)) || found;
  }

  /** The repository that a file belongs to; false where there is none. */
  async around(file: string): Promise<boolean> {
    const folder = dirname(file);
    const name = basename(file);
    const isCard = name === 'README.md' || file === this.#card;
    const top = (await gitTopOf(folder)) ?? (isWithin(folder, this.#cwd) ? this.#cwd : undefined);
    const enclosing = await this.#enclosing(folder, top);

    if (enclosing !== undefined && (top !== undefined || enclosing !== folder || !isCard)) {
      const tree = await this.#trees.whole(enclosing);
      // What is named is read, even where Git ignores it.
      const own = new Set([...ownFiles(tree), shownPath(enclosing, file)]);
      await this.#add(enclosing, [...own].sort(), !tree.cut && (!isCard || hasModel(tree)), {
        unread: unreadOf(beyondBy(tree.beyond, ['', ...tree.repositories]).get('') ?? []),
      });
      return true;
    }
    if (isCard) {
      const surface = await this.#trees.surface(folder);
      await this.#add(folder, surface.files, hasModel(surface));
      return true;
    }
    if (!/\.(?:md|markdown)$/i.test(name)) return false;
    const text = await peekWith(repoOf(folder, [name]).bytes)(name);
    if (text === undefined || !isCardText(text)) return false;
    await this.#add(folder, [name], false, { only: name });
    return true;
  }

  /**
   * The nearest folder with a card, else the outermost with a mark; no further out than `top`, or than the
   * parts around the file.
   */
  async #enclosing(folder: string, top: string | undefined): Promise<string | undefined> {
    let outermost: string | undefined;
    for (let at = folder; ; at = dirname(at)) {
      const around = dirname(at);
      const last = at === around || (top === undefined ? !isPartName(basename(at)) : at === top);
      const isPart =
        !last && isPartName(basename(at)) && (await this.#trees.surface(around)).repositories.includes('');
      const tree = await this.#trees.surface(at);
      if (!isPart && tree.marks.cards.has('')) return at;
      if (!isPart && tree.repositories.includes('')) outermost = at;
      if (last) return outermost;
    }
  }

  /** A folder of a walk as messages show it, ready for what lies in it. */
  #above(path: string): string {
    const shown = shownPath(this.#cwd, path);
    return shown === '' || shown === '.' ? '' : `${shown}/`;
  }

  async #add(
    folder: string,
    files: readonly string[],
    complete: boolean,
    { only, unread = [] }: { readonly only?: string; readonly unread?: Found['unread'] } = {},
  ): Promise<void> {
    const real = realPath(folder);
    const key = only === undefined ? real : join(real, only);
    const before = this.#found.get(key);
    const card = only ?? this.#cardIn(folder, files);
    this.#found.set(key, {
      folder: before?.folder ?? folder,
      files: before !== undefined && before.files.length > files.length ? before.files : files,
      unread: before !== undefined && before.files.length > files.length ? before.unread : unread,
      card,
      complete: complete || (before?.complete ?? false),
    });
  }

  #cardIn(folder: string, files: readonly string[]): string {
    if (this.#card === undefined) return 'README.md';
    const inside = isWithin(this.#card, folder) ? shownPath(folder, this.#card) : undefined;
    const candidates = [inside, shownPath(this.#cwd, this.#card)];
    return (
      candidates.find((candidate) => candidate !== undefined && files.includes(candidate)) ?? 'README.md'
    );
  }

  notes(): string[] {
    return [...this.#untold].map(([file, why]) => `"${shownPath(this.#cwd, file)}" ${why}`).sort();
  }

  repos(): Repo[] {
    const all = [...this.#found.values()].map((one) => ({ ...one, shown: shownPath(this.#cwd, one.folder) }));
    const key = (one: { shown: string; card: string }): string => `${one.shown}\0${one.card}`;
    return all
      .sort((a, b) => (key(a) < key(b) ? -1 : 1))
      .map(({ folder, files, shown, card, complete, unread }) =>
        repoOf(folder, files, { shown, card, complete, unread }),
      );
  }

  /**
   * Throws where `--card` names a file that no repository has: linting another card in silence would mislead.
   */
  checkCard(): void {
    if (
      this.#card === undefined ||
      [...this.#found.values()].some(
        (one) => one.card !== 'README.md' || join(one.folder, one.card) === this.#card,
      )
    )
      return;
    throw new UsageError(
      `The card "${shownPath(this.#cwd, this.#card)}" is in none of the repositories`,
      'Name it relative to the current folder or to the repository',
    );
  }
}

/**
 * Folders that were not read by the repository that they lie in, relative to it; under `undefined` those that
 * lie in none.
 */
function beyondBy(
  beyond: readonly Beyond[],
  repositories: readonly string[],
): ReadonlyMap<string | undefined, readonly Beyond[]> {
  const known = new Set(repositories);
  const found = new Map<string | undefined, Beyond[]>();
  for (const one of beyond) {
    let owner = one.at;
    while (owner !== '' && !known.has(owner)) owner = folderOf(owner);
    const key = known.has(owner) ? owner : undefined;
    const all = found.get(key) ?? [];
    all.push({ ...one, at: owner === '' ? one.at : one.at.slice(owner.length + 1) });
    found.set(key, all);
  }
  return found;
}

/** The files of a tree's own repository, without those of repositories inside it. */
function ownFiles(tree: Tree): readonly string[] {
  return shareOut(tree.files, [...new Set(['', ...tree.repositories])]).get('') ?? [];
}

/** Whether a tree's own repository holds anything of a model besides its card. */
function hasModel({ marks, repositories }: Tree): boolean {
  const models = [...marks.models].map((folder) => `${folder}/`.replace(/^\//, './'));
  return (shareOut(models, [...new Set(['', ...repositories])]).get('') ?? []).length > 0;
}
