import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { randomFrom, repositoryFrom } from '../../scripts/fuzz/repositories.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fuzz = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/fuzz/fuzz.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

test('a seed gives the same repository each time, and another one another', () => {
  const [one, again, other] = [7, 7, 8].map((seed) => repositoryFrom(randomFrom(seed)));
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test('one case can be run again by seed and number', () => {
  expect(fuzz('--seed', '1', '--case', '22')).toMatchObject({
    status: 0,
    stdout: 'seed 1: 1 repositories, 0 findings\n',
    stderr: '',
  });
});

test('a wrong call is said in one line', () => {
  expect(fuzz('--seed', 'x')).toMatchObject({ status: 2, stdout: '', stderr: '"x" is no number\n' });
});
