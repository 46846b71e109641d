import { Worker } from 'node:worker_threads';
import type { Host } from '../../src/app/host.ts';

/** Threads of the program as its sources are, for which Node has no loader. */
export const sourceThreads: NonNullable<Host['threads']> = () => {
  const program = new URL('../../src/cli/run.ts', import.meta.url).href;
  const code =
    `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})` +
    `.then(({ tsImport }) => tsImport(${JSON.stringify(program)}, 'file:///'))` +
    '.then(({ thread }) => thread())';
  return Promise.resolve((work) => new Worker(code, { eval: true, workerData: work, argv: [] }));
};
