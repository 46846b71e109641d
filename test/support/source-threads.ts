import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll } from 'vitest';
import { programs } from '../../scripts/bundle/bundle.ts';
import type { Host } from '../../src/app/host.ts';

/**
 * Threads of the program as its sources are, built once for the tests of a file: Node has no loader for the
 * sources, and one of its own in each thread takes far longer than what the thread does.
 */
export async function sourceThreads(): Promise<NonNullable<Host['threads']>> {
  const root = mkdtempSync(join(tmpdir(), 'licet-threads-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'dist'));
  symlinkSync(fileURLToPath(new URL('../../data', import.meta.url)), join(root, 'data'));
  for (const [name, text] of (await programs()).files) writeFileSync(join(root, 'dist', name), text);
  const code = `require(${JSON.stringify(join(root, 'dist/main.cjs'))}).thread()`;
  return () => Promise.resolve((work) => new Worker(code, { eval: true, workerData: work, argv: [] }));
}
