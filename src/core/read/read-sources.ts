import type { Repo } from '../model/repo.ts';
import type { ReadProblem, Source } from '../model/source.ts';
import { ReadError } from './read-error.ts';
import type { Header } from './gguf-header.ts';
import { mapInOrder } from './in-order.ts';
import { POINTER_LIMIT, isPointer, readText } from './decode-text.ts';
import { wantedFiles, type LeftOut, type Wanted } from './evidence-files.ts';
import type { RangeReader } from './range-buffer.ts';

export { wanted } from './evidence-files.ts';

/** Files read at the same time. */
const AT_ONCE = 8;

/**
 * Every file of a repository that bears evidence, the card first. What cannot be read is a source with a
 * problem: never throws.
 */
export async function readSources(repo: Repo): Promise<Source[]> {
  const { picked, leftOut } = wantedFiles(repo.files, repo.card);
  const read = await mapInOrder(picked, AT_ONCE, (one) => readSource(repo, one));
  return [
    ...read,
    ...leftOut.map(tooMany),
    ...(repo.unread ?? []).map((one): Source => ({ kind: 'unread', why: 'unreadable', ...one })),
  ];
}

/** A text behind a pointer says nothing, where weights behind one are nothing that is missed. */
const notFetched = (file: string, what: string): ReadProblem => ({
  what: `"${file}" is a Git LFS or Xet pointer: the text ${what} was not fetched`,
  hint: `Run \`git lfs pull\`, or commit the ${what === 'of the card' ? 'card' : 'file'} as plain text`,
});

/** What stands for files that are too many of one kind. */
function tooMany({ file, count, most }: LeftOut): Source {
  const files = count === 1 ? `"${file}" is` : `"${file}" and ${count - 1} more files of its kind are`;
  const problem = { what: `${files} not read: of this kind ${most} are`, hint: 'Lint a part of the folder' };
  return { kind: 'unread', file, why: 'too-large', problem };
}

async function readSource(repo: Repo, { file, reading, limit }: Wanted): Promise<Source> {
  try {
    if (reading === 'gguf' || reading === 'safetensors') return await readHeader(repo, file, reading);
    const source = await readText(repo, file, limit);
    return source.kind === 'unread' && source.why === 'pointer'
      ? { ...source, problem: notFetched(file, reading === 'card' ? 'of the card' : 'of it') }
      : source;
  } catch (error) {
    return { kind: 'unread', file, why: 'unreadable', problem: problemFrom(error, file) };
  }
}

async function readHeader(repo: Repo, file: string, format: 'gguf' | 'safetensors'): Promise<Source> {
  if (isPointer(await repo.bytes(file, 0, POINTER_LIMIT + 1)))
    return { kind: 'unread', file, why: 'pointer' };
  const read: RangeReader = (from, limit) => repo.bytes(file, from, limit);
  const header: Header = await (
    format === 'gguf'
      ? (await import('./gguf-header.ts')).readGguf
      : (await import('./safetensors-header.ts')).readSafetensors
  )(read, await repo.size(file));
  const source = { kind: 'header', file, format, entries: header.entries } as const;
  if (header.problem === undefined) return source;
  return { ...source, problem: { ...header.problem, what: `"${file}" ${header.problem.what}` } };
}

function problemFrom(error: unknown, file: string): ReadProblem {
  if (error instanceof ReadError)
    return error.hint === undefined ? { what: error.message } : { what: error.message, hint: error.hint };
  return { what: `"${file}" could not be read` };
}
