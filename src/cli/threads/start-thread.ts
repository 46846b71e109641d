import { Worker } from 'node:worker_threads';

/** The build defines the program's own file; the sources are one by one. */
declare const LICET_PROGRAM: string | undefined;

/** Starts threads of this program, which know its command line. */
export function threadsOf(args: readonly string[]): (work: unknown) => Worker {
  const code =
    typeof LICET_PROGRAM === 'string'
      ? `require(${JSON.stringify(LICET_PROGRAM)}).thread()`
      : `import(${JSON.stringify(new URL('../run.ts', import.meta.url).href)}).then((it) => it.thread())`;
  return (work) => new Worker(code, { eval: true, workerData: work, argv: [...args] });
}
