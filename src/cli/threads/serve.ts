import { parentPort, workerData } from 'node:worker_threads';
import type { BatchWork } from '../../app/batch/lint-lines-elsewhere.ts';
import type { Line } from '../../node/batch/lines.ts';
import { NOT_HANDED, type LintTask, type LintWork } from '../../app/threads/lint-elsewhere.ts';

/** Tasks after which memory is tidied. */
const TIDIED_AFTER = 500;

/**
 * Does in this thread what the one that started it hands over, one task after the other: says that it is
 * ready, then gives one answer for each.
 */
export async function serve(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this is no thread');
  const answer = await answering(workerData as LintWork | BatchWork);
  let last = Promise.resolve();
  let done = 0;
  let tidy: (() => void) | undefined;
  port.on('message', (task: unknown) => {
    last = last.then(async () => {
      const said = await answer(task);
      try {
        port.postMessage(said);
      } catch {
        // Whatever a plugin hangs on a finding: functions cannot be handed over.
        port.postMessage(NOT_HANDED);
      }
      done += 1;
      if (done % TIDIED_AFTER === 0) (tidy ??= (await import('../../node/memory/tidy.ts')).tidier())();
    });
  });
  port.postMessage('ready');
}

async function answering(work: LintWork | BatchWork): Promise<(task: unknown) => Promise<unknown>> {
  if (work.does === 'lint') {
    const lint = await (await import('../../app/threads/lint-tasks.ts')).lintTasks(work);
    return (task) => lint(task as LintTask);
  }
  const { settingsOf } = await import('../commands/batch.ts');
  const { lineTasks } = await import('../../app/batch/lint-lines-elsewhere.ts');
  const answer = lineTasks(await settingsOf(work.values, work));
  return (lines) => answer(lines as readonly Line[]);
}
