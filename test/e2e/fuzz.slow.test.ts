import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { lossesOf } from '../../scripts/fuzz/losses.ts';
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
  const { status, stdout, stderr } = fuzz('--seed', '1', '--case', '22');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^seed 1 from case 22: 1 pipeline inputs, 0 fix inputs .* 0 findings; /);
});

describe('what a fix lost is seen', () => {
  const losses = (before: string, after: string, named = false) => {
    const files = (text: string) => new Map([['README.md', Buffer.from(text)]]);
    return lossesOf(files(before), files(after), named);
  };
  const ADDRESS = 'https://huggingface.co/a/b/tree/main';
  const OF_MAP = `base_model: { name: ${ADDRESS}, sub: { license: mit } }`;
  const card = (front: string, body = 'text\n') => `---\n${front}\n---\n${body}`;

  test.each([
    ['a key', card('license: mit\na: 1'), card('license: mit')],
    ['a value', card('license: mit\na: 1'), card('license: mit\na: 2')],
    ['a rider', card('license: CC BY (non-commercial)'), card('license: cc-by-4.0')],
    ['a base of two', card('base_model: [a/b, c/d]'), card('base_model: a/b')],
    ['the front matter', card('license: |\n  mit'), card('license: mit\n  mit\n a')],
    ['text', card('license: mit', 'one\ntwo\n'), card('license: mit', 'one\n')],
    ['what stands beside the name of a base', card(OF_MAP), card('base_model: { name: a/b }')],
    ['another value of a base', card(OF_MAP), card('base_model: { name: a/b, sub: { license: x } }')],
    [
      'a base of a list of mappings',
      card(`base_model: [{ name: ${ADDRESS} }, c/d]`),
      card('base_model: [c/d]'),
    ],
  ])('%s', (_, before, after) => {
    expect(losses(before, after)).toHaveLength(1);
  });

  test.each([
    ['nothing', card('license: mit'), card('license: mit')],
    ['a spelling', card('license: MIT License'), card('license: mit')],
    [
      'a spelling over lines that end in two carriage returns',
      '---\r\r\nlicense: \r\r\n  Apache 2.0\r\r\n---\r\r\n',
      '---\r\r\nlicense: \r\r\n  apache-2.0\r\r\n---\r\r\n',
    ],
    ['a key under its right name', card('lisence: MIT'), card('license: mit')],
    [
      'the name of a base that is a mapping',
      card(OF_MAP),
      card('base_model: { name: a/b, sub: { license: mit } }'),
    ],
    [
      'the same below a key under its right name',
      card(OF_MAP.replace('_', '-')),
      card('base_model: { name: a/b, sub: { license: mit } }'),
    ],
    [
      'the same in a list',
      card(`base_model: [{ name: ${ADDRESS} }, c/d]`),
      card('base_model: [{ name: a/b }, c/d]'),
    ],
    ['more text', card('license: mit', 'one\n'), card('license: mit', 'one\ntwo\n')],
  ])('%s is no loss', (_, before, after) => {
    expect(losses(before, after)).toEqual([]);
  });
});

test('a wrong call is said in one line', () => {
  expect(fuzz('--seed', 'x')).toMatchObject({ status: 2, stdout: '', stderr: '"x" is no number\n' });
});
