import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host } from '../app/host.ts';
import { pathWithin, withOpen } from '../app/open-files.ts';
import type { Request } from '../app/open-run.ts';
import { runLint } from '../app/run-lint.ts';
import { withBaseline } from '../cli/baseline-file.ts';
import { Memory } from '../core/extract/memory.ts';
import type { Repo } from '../core/model/repo.ts';
import { hintOf } from '../core/read/read-error.ts';
import type { Report, Run } from '../core/report/report.ts';
import { findRepos } from '../node/fs/find-repos.ts';
import type { Settings } from './settings.ts';

/** What a client has open: its text goes before the disk. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  getText(): string;
}

/** One repository as it was linted, with what is open laid over it. */
export interface LintedRepository {
  readonly report: Report;
  /** The run with this report alone, as a document is made of it. */
  readonly run: Run;
  readonly folder: string;
  /** The path of its card. */
  readonly card: string;
  /** The run that would lint it again. */
  readonly request: Request;
  readonly host: Host;
}

/** What is said of an open document where no run came about: a config that cannot be read, say. */
export interface Failed {
  readonly uri: string;
  readonly message: string;
}

export interface LintedWorkspace {
  readonly repositories: readonly LintedRepository[];
  readonly failed: readonly Failed[];
}

/** The path of a document on the disk; undefined for one that is not there yet. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** What a client has open, folder by folder, and how its repositories are linted. */
export class Workspace {
  readonly #env: Host['env'];
  readonly #today: () => string;
  readonly #open: () => readonly OpenDocument[];
  /** The repository of an open file, until something on the disk changes. */
  readonly #repositories = new Map<string, string | undefined>();
  /** What was heard of blocks that nobody has changed since. */
  readonly #memory = new Memory();
  #roots: readonly string[] = [];
  settings: Settings = {};

  constructor(env: Host['env'], today: () => string, open: () => readonly OpenDocument[]) {
    this.#env = env;
    this.#today = today;
    this.#open = open;
  }

  setRoots(uris: readonly string[]): void {
    this.#roots = uris.flatMap((uri) => pathOf(uri) ?? []);
    this.forget();
  }

  /** Something on the disk changed: where repositories begin is asked anew. */
  forget(): void {
    this.#repositories.clear();
  }

  /** The address by which the client knows a file. */
  uriOf(file: string): string {
    return this.#open().find(({ uri }) => pathOf(uri) === file)?.uri ?? pathToFileURL(file).href;
  }

  /** A repository as the client sees it: with its open documents in place of the files on the disk. */
  readonly seen = (repo: Repo): Repo =>
    withOpen(
      repo,
      new Map(
        this.#open().flatMap((document) => {
          const path = pathOf(document.uri);
          return path === undefined ? [] : [[path, document.getText()] as const];
        }),
      ),
    );

  /** Lints every repository of which a file is open. */
  async lint(): Promise<LintedWorkspace> {
    const repositories: LintedRepository[] = [];
    const failed: Failed[] = [];
    for (const [root, open] of this.#openByRoot()) {
      try {
        repositories.push(...(await this.#lintIn(root, [...open.values()])));
      } catch (error) {
        failed.push(...[...open.keys()].map((uri) => ({ uri, message: said(error) })));
      }
    }
    return { repositories, failed };
  }

  /** Open files by the folder of the workspace that holds them: the innermost, else their own. */
  #openByRoot(): ReadonlyMap<string, ReadonlyMap<string, string>> {
    const byRoot = new Map<string, Map<string, string>>();
    for (const { uri } of this.#open()) {
      const file = pathOf(uri);
      if (file === undefined) continue;
      const [root = dirname(file)] = this.#roots
        .filter((one) => pathWithin(one, file) !== undefined)
        .sort((one, other) => other.length - one.length);
      byRoot.set(root, (byRoot.get(root) ?? new Map<string, string>()).set(uri, file));
    }
    return byRoot;
  }

  async #lintIn(root: string, files: readonly string[]): Promise<LintedRepository[]> {
    const host: Host = {
      cwd: root,
      env: this.#env,
      terminal: false,
      width: 80,
      today: this.#today(),
      memory: this.#memory,
    };
    const folders = new Set<string>();
    for (const file of files) {
      const folder = await this.#repositoryOf(file, root);
      if (folder !== undefined) folders.add(folder);
    }
    if (folders.size === 0) return [];
    const { preset } = this.settings;
    const linted: LintedRepository[] = [];
    for (const one of folders) {
      const request: Request = { paths: [relative(root, one) || '.'], preset };
      const { run, repos } = await runLint(request, host, { seen: this.seen });
      const { reports, ...head } = (await withBaseline(run, {}, host)).run;
      for (const report of reports) {
        const repo = repos.find((one) => one.root === report.root);
        if (repo?.folder === undefined) continue;
        const { folder, card } = repo;
        linted.push({ report, run: { ...head, reports: [report] }, folder, card, request, host });
      }
    }
    return linted;
  }

  async #repositoryOf(file: string, root: string): Promise<string | undefined> {
    if (!this.#repositories.has(file)) {
      const { repos } = await findRepos([relative(root, file)], { cwd: root, lenient: true });
      this.#repositories.set(file, repos[0]?.folder);
    }
    return this.#repositories.get(file);
  }
}

/** The file of a repository that a path is; undefined where it lies elsewhere. */
export function fileIn({ folder }: LintedRepository, uri: string): string | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : pathWithin(folder, path);
}

/** The path on the disk of a file of a repository. */
export const placeOnDisk = ({ folder }: LintedRepository, file: string) => join(folder, file);

function said(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const hint = hintOf(error);
  return hint === undefined ? message : `${message}\n${hint}`;
}
