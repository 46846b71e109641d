/**
 * How long it takes to load the index and to identify a text, warm, in milliseconds: the median of many runs.
 * Exit 1 where a figure is above its limit.
 */
import { readFileSync } from 'node:fs';
import spdxList from 'spdx-license-list/full.js';
import { loadIndex, matchText, parseIndex } from '../src/core/license/texts/match-text.ts';
import { useDataSource } from '../src/core/data/data-source.ts';
import { shippedData } from '../src/node/data/shipped-data.ts';

useDataSource(shippedData);

const LIMITS: readonly (readonly [id: string, limit: number])[] = [
  ['MIT', 1],
  ['Apache-2.0', 1],
  ['CC-BY-NC-4.0', 4],
  ['GPL-3.0-only', 4],
];
const LOAD_LIMIT = 5;
const RUNS = 200;

function median(run: () => void): number {
  for (let warm = 0; warm < 30; warm += 1) run();
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return times[RUNS / 2] ?? 0;
}

function report(what: string, ms: number, limit: number): void {
  console.log(`${what}: ${ms.toFixed(3)} ms (limit ${limit})`);
  if (ms > limit) process.exitCode = 1;
}

const started = performance.now();
const index = loadIndex();
report('load the index, cold', performance.now() - started, LOAD_LIMIT);
const bytes = readFileSync(new URL('../data/fingerprints.bin', import.meta.url));
report(
  'load the index, warm',
  median(() => parseIndex(bytes)),
  LOAD_LIMIT,
);
for (const [id, limit] of LIMITS) {
  const text = spdxList[id]?.licenseText ?? '';
  report(
    `${id}, as it stands`,
    median(() => matchText('LICENSE', text, index)),
    limit,
  );
  const changed = text.replace(/\bwarranties\b/gi, 'promises');
  report(
    `${id}, with a word exchanged`,
    median(() => matchText('LICENSE', changed, index)),
    limit,
  );
}
