import { UsageError } from '../model/usage-error.ts';
export { UsageError };

/** A file or folder that could not be read: what happened, where, and what to do about it. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly file: string;
  readonly hint: string | undefined;

  constructor(what: string, file: string, hint?: string) {
    super(what);
    this.file = file;
    this.hint = hint;
  }
}

/** What to do about an error, where it says so itself. */
export function hintOf(error: unknown): string | undefined {
  return error instanceof Error && 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined;
}

/** The system's error code, such as `ENOENT`, or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const WORDS = new Map(
  Object.entries({
    ENOENT: 'does not exist',
    ENOTDIR: 'is not a folder',
    EISDIR: 'is a folder',
    EACCES: 'may not be read by this user',
    EPERM: 'may not be read by this user',
    ELOOP: 'is a symbolic link that leads in a circle',
    EMFILE: 'could not be opened: too many files are open',
    ENAMETOOLONG: 'has a name that is too long for this system',
  }),
);

/** A system's error code in words, to stand behind a file's name. */
export function wordsFor(code: string): string {
  return WORDS.get(code) ?? `could not be read${code === '' ? '' : ` (${code})`}`;
}

/** A system error in words, with `file` as its subject. */
export function readErrorFrom(error: unknown, file: string): ReadError {
  return error instanceof ReadError ? error : new ReadError(`"${file}" ${wordsFor(codeOf(error))}`, file);
}
