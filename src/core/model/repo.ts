import type { ReadProblem } from './source.ts';

/** A model repository to read, wherever it lies. The only way that the rest of licet sees files. */
export interface Repo {
  /** The path that reports show before file names; empty for the current folder. */
  readonly root: string;
  /** Its id, where the place it was read from tells it. */
  readonly name?: RepoName;
  /** What it is, where the place it was read from tells it; else its card and files do. */
  readonly kind?: RepoKind;
  /** The folder on this machine's disk; undefined for a repository that lies elsewhere. */
  readonly folder?: string;
  /** Files, relative to the root, `/` between folders, sorted. */
  readonly files: readonly string[];
  /** False where only the card is at hand (a single README): absent files then say nothing. */
  readonly complete: boolean;
  /** Folders that were not walked to their end, and why; `.` for the root. */
  readonly unread?: readonly { readonly file: string; readonly problem: ReadProblem }[];
  /** The model card, relative to the root. */
  readonly card: string;
  /** The commit that is read, where the place it was read from tells it. */
  readonly revision?: string;
  /** SHA-256 of large files by their path, where the place it was read from tells it. */
  readonly hashes?: ReadonlyMap<string, string>;
  /**
   * The first `limit` bytes of a file, from `from`; fewer where the file ends. Throws `ReadError` where it
   * cannot be read.
   */
  bytes(file: string, from: number, limit: number): Promise<Uint8Array>;
  /** Size in bytes, where it is known without reading. */
  size(file: string): Promise<number | undefined>;
}

/** The repository's id on the Hub, and how we know. */
export interface RepoName {
  readonly value: string;
  /** `certain` from `--name`, the config or a Hub git remote; `possible` from `model_name` or the folder. */
  readonly from: 'flag' | 'config' | 'remote' | 'hub' | 'card' | 'folder';
}

export type RepoKind = 'model' | 'dataset' | 'space';
