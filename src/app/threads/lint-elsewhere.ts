import { ReadError, UsageError } from '../../core/read/read-error.ts';
import type { Repo } from '../../core/model/repo.ts';
import { Pool, type Ended } from '../../node/threads/pool.ts';
import type { Host } from '../host.ts';
import { lostFor, type LintedOne } from '../lint-repositories.ts';
import type { Request } from '../open-run.ts';

/** Texts to be taken for those that lie on the disk, by folder and file. */
export type Drafts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a thread has to know to lint repositories of a run. */
export interface LintWork {
  readonly does: 'lint';
  readonly request: Request;
  readonly host: Pick<Host, 'cwd' | 'env' | 'terminal' | 'width' | 'today'>;
}

/** A repository of the disk, in a form that a thread can be handed. */
export interface LintTask extends Pick<Repo, 'root' | 'files' | 'complete' | 'card' | 'unread'> {
  readonly folder: string;
  readonly draft: ReadonlyMap<string, string> | undefined;
}

/** What a thread says that could not hand over its report. */
export const NOT_HANDED = 'not handed';

/** What a thread says of a repository; `refused` is what the user has to mend. */
export type LintAnswer =
  | LintedOne
  | typeof NOT_HANDED
  | {
      readonly refused: {
        readonly name: string;
        readonly message: string;
        readonly hint: string | undefined;
        readonly file: string | undefined;
      };
    };

/** The repositories of a run, linted in threads. */
export interface Elsewhere {
  /**
   * The repository at this place of the run; those behind it are begun as well. Undefined where no thread can
   * hand over its report.
   */
  readonly lint: (nth: number) => Promise<LintedOne | undefined>;
  readonly end: () => Promise<void>;
}

/** A thread costs as much as some repositories do. */
const WORTH_A_THREAD = 8;
/** Repositories for each thread that are begun before they are asked for, and whose reports so may wait. */
const AHEAD = 8;

/**
 * Lints the repositories of a run in as many threads as are asked for and worth it; undefined where that is
 * one.
 */
export async function elsewhere(
  repos: readonly Repo[],
  request: Request,
  { cwd, env, terminal, width, today, threads }: Host,
  drafts: Drafts | undefined,
): Promise<Elsewhere | undefined> {
  const size = Math.min(request.jobs ?? 1, Math.floor(repos.length / WORTH_A_THREAD));
  if (size < 2 || threads === undefined) return undefined;
  const start = await threads();
  const host = { cwd, env: { ...env }, terminal, width, today };
  const work: LintWork = { does: 'lint', request: { ...request, paths: [] }, host };
  const pool = new Pool<LintTask, LintAnswer>(size, () => start(work));
  const begun = new Map<number, Promise<Ended<LintAnswer>>>();
  let next = 0;
  const begin = (last: number) => {
    for (; next < Math.min(last, repos.length); next += 1) {
      const ended = pool.run(taskOf(repos[next] as Repo, drafts));
      // Whoever asks for it hears of it; nobody asks for those behind one that ended the run.
      ended.catch(() => undefined);
      begun.set(next, ended);
    }
  };
  return {
    async lint(nth) {
      begin(nth + size * AHEAD);
      const ended = begun.get(nth);
      begun.delete(nth);
      const repo = repos[nth];
      if (ended === undefined || repo === undefined) throw new Error(`repository ${nth} was linted before`);
      return answered(repo, await ended);
    },
    end: () => pool.end(),
  };
}

function taskOf(repo: Repo, drafts: Drafts | undefined): LintTask {
  const { root, folder = '', files, complete, card, unread } = repo;
  return { root, folder, files, complete, card, draft: drafts?.get(folder), ...(unread && { unread }) };
}

function answered(repo: Repo, ended: Ended<LintAnswer>): LintedOne | undefined {
  if (ended.is === 'died') return lostFor(repo, ended.why);
  const { result } = ended;
  if (result === NOT_HANDED) return undefined;
  if (!('refused' in result)) return result;
  const { name, message, hint, file } = result.refused;
  throw name === 'ReadError' ? new ReadError(message, file ?? '', hint) : new UsageError(message, hint);
}
