/** Files as somebody has them open: their text goes before what lies on the disk. */
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../core/model/usage-error.ts';
import { placeOf } from '../core/evaluate/evaluate.ts';
import type { Problem } from '../core/model/finding.ts';
import type { Repo } from '../core/model/repo.ts';
import { overlaid } from '../core/read/overlay-repo.ts';
import type { Report, Run } from '../core/report/report.ts';
import { joined } from '../node/batch/lines.ts';
import { isWithin } from '../node/fs/expand-paths.ts';
import type { Host } from './host.ts';

/** Texts by the absolute path of their file. */
export type OpenFiles = ReadonlyMap<string, string | Uint8Array>;

/** Bytes of a text that somebody may hand over: far more than what is read of any file. */
const MOST = 32 * 1024 * 1024;

/** All of a stream. Throws `UsageError` where it is no file that somebody edits. */
export async function textOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > MOST) throw new UsageError('The text on stdin is longer than 32 MB', 'Name the file instead');
    parts.push(part);
  }
  return joined(parts, size);
}

/** The path of a file as its repository has it; undefined where it lies elsewhere. */
export function pathWithin(folder: string | undefined, file: string): string | undefined {
  if (folder === undefined || file === folder || !isWithin(file, folder)) return undefined;
  return relative(folder, file).split(sep).join('/');
}

/** A repository with what is open of it. */
export function withOpen(repo: Repo, open: OpenFiles): Repo {
  const texts = new Map<string, string | Uint8Array>();
  for (const [file, text] of open) {
    const path = pathWithin(repo.folder, file);
    if (path !== undefined) texts.set(path, text);
  }
  return overlaid(repo, texts);
}

/** A report with what it says of one file, by its path in the repository. */
export function ofFile(report: Report, file: string): Report {
  const isThere = (problem: Pick<Problem, 'at'>) => placeOf(problem).file === file;
  return {
    ...report,
    findings: report.findings.filter(isThere),
    ...(report.suppressed && { suppressed: report.suppressed.filter(({ finding }) => isThere(finding)) }),
  };
}

/** A file whose text came on stdin, and what a run does with it. */
export interface StdinFile {
  readonly path: string;
  readonly seen: (repo: Repo) => Repo;
  /** The run with what it says of this file alone, which is what an editor shows. */
  readonly only: (run: Run, repos: readonly Repo[]) => Run;
}

/**
 * The file that `--stdin-filename` names, with the text on stdin; README.md where none is named. Throws
 * `UsageError`.
 */
export async function stdinFile(path: string, { cwd, streams }: Host): Promise<StdinFile> {
  if (streams === undefined) throw new UsageError('There is no stdin to read', 'Name the file instead');
  const file = resolve(cwd, path);
  const open: OpenFiles = new Map([[file, await textOf(streams().input)]]);
  return {
    path,
    seen: (repo) => withOpen(repo, open),
    only: (run, repos) => ({
      ...run,
      reports: run.reports.map((report) => {
        const folder = repos.find(({ root }) => root === report.root)?.folder;
        return ofFile(report, pathWithin(folder, file) ?? path);
      }),
    }),
  };
}
