import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { Pool } from '../../../src/node/threads/pool.ts';

/** A thread that is ready, then does with each task what `does` says. */
const starting = (does: string, first = "parentPort.postMessage('ready')") => {
  const code =
    "const { parentPort } = require('node:worker_threads');" +
    `parentPort.on('message', async (task) => { ${does} });${first}`;
  return () => new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 24 } });
};

function poolOf(size: number, start: () => Worker) {
  const pool = new Pool<string, string>(size, start);
  onTestFinished(() => pool.end());
  return (...tasks: readonly string[]) => Promise.all(tasks.map((task) => pool.run(task)));
}

const done = (result: string) => ({ is: 'done', result });
const words = Array.from({ length: 40 }, (_, nth) => `w${nth}`);

test('each task has its own answer, whichever thread was faster', async () => {
  const run = poolOf(3, starting("setTimeout(() => parentPort.postMessage(task + '!'), task.length)"));
  expect(await run(...words)).toEqual(words.map((word) => done(`${word}!`)));
});

test.each([
  ['ends', 'process.exit(3)', 'its thread ended with 3'],
  ['throws', "throw new Error('broken')", 'broken'],
  ['throws what is no error', "throw 'broken'", 'broken'],
  [
    'takes all memory',
    'const all = []; for (;;) all.push(new Array(1e4).fill({}))',
    'its thread had no memory left',
  ],
])('a thread that %s takes along the task it was at and no other', async (_, ends, why) => {
  const run = poolOf(2, starting(`if (task === 'w7') { ${ends} } else parentPort.postMessage(task)`));
  const all = await run(...words);
  expect(all[7]).toEqual({ is: 'died', why });
  expect(all.filter(({ is }) => is === 'died')).toHaveLength(1);
  expect(all.flatMap((one) => (one.is === 'done' ? [one.result] : []))).toEqual(
    words.filter((word) => word !== 'w7'),
  );
});

test('threads that cannot be started refuse every task', async () => {
  const run = poolOf(2, starting('', "throw new Error('no such file')"));
  await expect(run('a', 'b', 'c')).rejects.toThrow('a thread could not be started: no such file');
});

test('a pool that is ended starts nothing more', async () => {
  let started = 0;
  const pool = new Pool<string, string>(2, () => {
    started += 1;
    return starting('')();
  });
  void pool.run('a');
  await pool.end();
  void pool.run('b');
  expect(started).toBe(1);
});
