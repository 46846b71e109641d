import { ReadError, UsageError } from '../../core/read/read-error.ts';
import { overlaid } from '../../core/read/overlay-repo.ts';
import { repoOf } from '../../node/fs/disk-repo.ts';
import { lintOne, type LintedOne } from '../lint-repositories.ts';
import { openRun, settingsOf } from '../open-run.ts';
import type { LintAnswer, LintTask, LintWork } from './lint-elsewhere.ts';

/** Opens a run as the thread that leads it has, and lints what that one hands over. Throws `UsageError`. */
export async function lintTasks({
  request,
  host,
}: LintWork): Promise<(task: LintTask) => Promise<LintAnswer>> {
  const run = await openRun(request, host);
  return async ({ folder, files, root, card, complete, unread, draft }) => {
    try {
      const there = repoOf(folder, files, { shown: root, card, complete, unread });
      const config = await run.load(folder);
      const repo = draft === undefined ? there : overlaid(there, draft);
      return handed(
        await lintOne(
          repo,
          settingsOf(run, request, host, () => config),
        ),
      );
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof ReadError)) throw error;
      const { name, message, hint } = error;
      return { refused: { name, message, hint, file: 'file' in error ? error.file : undefined } };
    }
  };
}

/** What was thrown may be of any kind, and only `--debug` asks for it: it stays here. */
function handed(linted: LintedOne): LintedOne {
  if ('lost' in linted || linted.failed.length === 0) return linted;
  return { ...linted, failed: linted.failed.map((one) => ({ ...one, error: undefined })) };
}
