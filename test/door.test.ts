import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';

/** The command's door before a program of its own: whatever the code cache meets, the program runs and nothing else is said. */
const folder = mkdtempSync(join(tmpdir(), 'licet-door-'));
const cache = join(folder, 'cache');
copyFileSync(fileURLToPath(new URL('../src/licet.cjs', import.meta.url)), join(folder, 'licet.cjs'));
writeFileSync(join(folder, 'cli.cjs'), `'use strict';const many=[${Array.from({ length: 400 }, (_, nth) => `()=>${nth}`).join()}];let sum=0;for(const one of many)sum+=one();console.log('ran',sum)`);
afterAll(() => { rmSync(folder, { recursive: true }); });
beforeEach(() => { rmSync(cache, { recursive: true, force: true }); });

const runs = (env: Readonly<Record<string, string>> = { LICET_CACHE: cache }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'licet.cjs')], { encoding: 'utf8', timeout: 10_000, env });
  return [status, stdout, stderr];
};
const RAN = [0, 'ran 79800\n', ''];
const kept = () => {
  const [inner = ''] = readdirSync(cache);
  const [file = ''] = readdirSync(join(cache, inner));
  return join(cache, inner, file);
};

test('what was compiled is kept, and taken up again', () => {
  expect(runs()).toEqual(RAN);
  expect(readFileSync(kept()).length).toBeGreaterThan(1000);
  expect(runs()).toEqual(RAN);
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 500)],
  ['empty', () => Buffer.alloc(0)],
  ['garbage', (bytes: Buffer) => Buffer.alloc(bytes.length, 'licet')],
  ['half of itself', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
  ['flipped behind its head', (bytes: Buffer) => bytes.map((byte, at) => (at > 200 && at % 97 === 0 ? byte ^ 0xff : byte))],
])('a kept file that is %s is made anew', (_, spoil) => {
  runs();
  const spoiled = spoil(readFileSync(kept()));
  writeFileSync(kept(), spoiled);
  expect(runs()).toEqual(RAN);
  expect(readFileSync(kept()).equals(spoiled)).toBe(false);
});

test('a pipe in place of the kept file is not waited for', () => {
  runs();
  const file = kept();
  rmSync(file);
  if (spawnSync('mkfifo', [file]).status === 0) expect(runs()).toEqual(RAN);
});

test('no home, a home that is a file, one that is not there, and one that takes no folder', () => {
  mkdirSync(cache);
  writeFileSync(join(cache, 'file'), '');
  const homes: Record<string, string>[] = [{}, { HOME: '' }, { HOME: 'relative' }, { HOME: join(cache, 'file') }, { HOME: join(cache, 'none/here') }, { HOME: '/proc' }, { LICET_CACHE: join(cache, 'file') }];
  for (const env of homes) expect([env, ...runs(env)]).toEqual([env, ...RAN]);
  expect(readdirSync(cache)).toEqual(['file']);
});

test.each(['12.22.9', '16.20.2', '18.20.8'])('Node %s is told in one message that it is too old, before any of our code is read', (version) => {
  const old = join(folder, 'old.cjs');
  writeFileSync(old, `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', old, join(folder, 'licet.cjs')], { encoding: 'utf8', timeout: 10_000, env: { LICET_CACHE: cache } });
  expect([status, stdout, stderr]).toEqual([2, '', `licet: Node ${version} is too old\n  hint  Install Node 20 or newer\n`]);
});
