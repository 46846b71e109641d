import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import glob from 'fast-glob';
import { expect, test } from 'vitest';
import { cardFaults } from '../../../../scripts/measure/card-faults.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const cards = glob.sync(['examples/**/README.md', 'test/fixtures/**/README.md'], { cwd: ROOT });

/** Of cards that people publish, `scripts/measure/cards.ts` tells the same. */
test('what is not parsed of the cards in this repository reads the same and claims nothing', () => {
  const read = cards.map((file) => cardFaults(file, readFileSync(`${ROOT}${file}`, 'utf8')));
  expect(read.flatMap(({ faults }) => faults)).toEqual([]);
  const sum = (of: 'blocks' | 'plain' | 'hopeless') => read.reduce((all, one) => all + one[of], 0);
  expect(sum('plain')).toBeGreaterThan(sum('blocks') / 4);
});
