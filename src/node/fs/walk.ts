import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { kindAt } from './plain-file.ts';

/** Most files, and most folders opened, of one walk; a walk that meets more is cut and says so. */
export const MAX_FILES = 20_000;
/** Folders below the start that a walk goes down. */
export const MAX_DEPTH = 12;
/** Folders read at the same time: enough to hide latency, few enough for small limits on open files. */
const AT_ONCE = 16;

/** Folders of tools: not read as part of what a repository says. */
const TOOL_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  'node_modules',
  '.cache',
  '__pycache__',
  '.venv',
  '.tox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.ipynb_checkpoints',
]);

/**
 * A folder that was not read, or not to its end: it lies too deep, behind too many others, could not be
 * opened, or is that of a tool though Git tracks what is in it.
 */
export interface Beyond {
  readonly at: string;
  readonly why: 'depth' | 'number' | 'closed' | 'tools';
}

export interface Walked {
  /** Relative to the start, `/` between folders, sorted by code unit. */
  readonly files: readonly string[];
  /**
   * True where a file that is not listed may still be there; what lies too deep is no part of what a
   * repository says beside its card.
   */
  readonly cut: boolean;
  /** Every folder that a limit or the system kept closed, each once. */
  readonly beyond: readonly Beyond[];
}

/** What a walk leaves out. Paths are relative to the start of the walk. */
export interface Skips {
  /** Called for a folder that holds a `.gitignore`, before its entries are judged. */
  enter(folder: string): Promise<void>;
  skips(path: string, isFolder: boolean): boolean;
  /** Whether a folder of a tool holds what Git tracks, and nobody leaves it out. */
  missed(folder: string): boolean;
}

/**
 * All files below a folder, level by level, so that a cap cuts the deep ones first.
 * What is no folder is listed, be it a link or a pipe (reading it is checked and says what is wrong); links
 * to folders are never followed: no circles, no way out. A folder that cannot be opened counts as a cut; the
 * start itself throws what the system threw.
 */
export async function walk(
  start: string,
  limits: { readonly skips?: Skips; readonly maxFiles?: number; readonly maxDepth?: number } = {},
): Promise<Walked> {
  const { skips, maxFiles = MAX_FILES, maxDepth = MAX_DEPTH } = limits;
  const files: string[] = [];
  const closed: Beyond[] = [];
  let level = [''];
  let opened = 0;

  for (let depth = 0; level.length > 0 && depth <= maxDepth; depth++) {
    const next: string[] = [];
    for (let at = 0; at < level.length; at += AT_ONCE) {
      if (files.length >= maxFiles || opened >= MAX_FILES)
        return ended(files, maxFiles, [
          ...closed,
          ...[...level.slice(at), ...next].map((folder): Beyond => ({ at: folder, why: 'number' })),
        ]);
      const batch = level.slice(at, at + AT_ONCE);
      opened += batch.length;
      for (const [index, listed] of (
        await Promise.all(batch.map((folder) => list(start, folder, skips)))
      ).entries()) {
        for (const file of listed.files) files.push(file);
        for (const folder of listed.folders) next.push(folder);
        if (listed.failed) closed.push({ at: batch[index] ?? '', why: 'closed' });
        closed.push(...listed.missed.map((at): Beyond => ({ at, why: 'tools' })));
      }
    }
    level = next;
  }
  return ended(files, maxFiles, [
    ...closed,
    ...level.map((folder): Beyond => ({ at: folder, why: 'depth' })),
  ]);
}

/** What a walk found: of too many files the first, in the order in which they were met. */
function ended(files: readonly string[], maxFiles: number, beyond: readonly Beyond[]): Walked {
  const torn = [
    ...new Set(files.slice(maxFiles).map((file) => file.slice(0, Math.max(0, file.lastIndexOf('/'))))),
  ];
  const all = [...torn.map((at): Beyond => ({ at, why: 'number' })), ...beyond];
  return {
    files: files.slice(0, maxFiles).sort(),
    cut: all.some(({ why }) => why === 'number' || why === 'closed'),
    beyond: all,
  };
}

interface Listed {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Folders of tools that are tracked. */
  readonly missed: readonly string[];
  readonly failed: boolean;
}

async function list(start: string, folder: string, skips: Skips | undefined): Promise<Listed> {
  let entries: Dirent[];
  try {
    entries = entriesOf(join(start, folder));
  } catch (error) {
    if (folder === '') throw error;
    return { files: [], folders: [], missed: [], failed: true };
  }
  if (skips !== undefined && entries.some((entry) => entry.name === '.gitignore')) await skips.enter(folder);

  const files: string[] = [];
  const folders: string[] = [];
  const missed: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const isFolder = entry.isDirectory();
    if (isFolder && TOOL_FOLDERS.has(entry.name)) {
      if (entry.name !== '.git' && skips?.missed(path) === true) missed.push(path);
      continue;
    }
    if (!isFolder && !isListed(entry, start, path)) continue;
    if (skips?.skips(path, isFolder)) continue;
    (isFolder ? folders : files).push(path);
  }
  return { files, folders, missed, failed: false };
}

/** Whatever is no folder and no link to one; `path`: of the entry, below `start`. */
export function isListed(entry: Dirent, start: string, path: string): boolean {
  return !entry.isDirectory() && !(entry.isSymbolicLink() && kindAt(join(start, path)) === 'folder');
}

/** What a folder holds. Throws what the system throws. */
export function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}
