import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

/**
 * The command's door before a program of its own: whatever the folder for compiled code is, the program runs
 * and nothing else is said.
 */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'licet-door-')));
const [cache, work] = [join(folder, 'cache'), join(folder, 'work')];
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
copyFileSync(at('../../src/cli/launcher.cjs'), join(folder, 'licet.cjs'));
copyFileSync(at('../../dist/own-folder.cjs'), join(folder, 'own-folder.cjs'));
writeFileSync(join(folder, 'programs.cjs'), "exports.command = () => console.log('ran')");
/** Node 20 keeps no code; this tells which folder a newer one would be given. */
writeFileSync(
  join(folder, 'told.cjs'),
  "require('module').enableCompileCache = (where) => console.log('keeps in', where)",
);
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  for (const one of [cache, work]) rmSync(one, { recursive: true, force: true });
  mkdirSync(work);
});

const starts = (env: Readonly<Record<string, string>>, args: readonly string[] = [], told = true) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(told ? ['--require', join(folder, 'told.cjs')] : []), join(folder, 'licet.cjs'), ...args],
    { encoding: 'utf8', timeout: 10_000, cwd: work, env },
  );
  return [status, stdout, stderr];
};
const RAN = [0, 'ran\n', ''];
const KEPT = [0, `keeps in ${join(cache, 'code')}\nran\n`, ''];

describe('compiled code', () => {
  test("is kept in the user's cache folder from the second run on", () => {
    for (const env of [{ LICET_CACHE: cache }, { XDG_CACHE_HOME: folder, HOME: '' }]) {
      const own = 'LICET_CACHE' in env ? cache : join(folder, 'licet');
      expect(starts(env)).toEqual(RAN);
      expect(starts(env)).toEqual([0, `keeps in ${join(own, 'code')}\nran\n`, '']);
      expect(starts({ ...env, NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(RAN);
    }
  });

  test.each<[string, () => { env: Record<string, string>; args?: string[] }]>([
    ['the current folder', () => ({ env: { LICET_CACHE: join(work, '.cache') } })],
    ['the current folder, by way of XDG', () => ({ env: { XDG_CACHE_HOME: join(work, '.cache') } })],
    ['the current folder, which is the home', () => ({ env: { HOME: work } })],
    [
      'a folder that is linted',
      () => ({ env: { LICET_CACHE: join(cache, 'repo/.cache') }, args: ['-f', 'json', '../cache/repo'] }),
    ],
    [
      "a file's folder",
      () => ({ env: { LICET_CACHE: join(cache, 'repo/.cache') }, args: [join(cache, 'repo/README.md')] }),
    ],
    [
      'a checkout',
      () => {
        mkdirSync(join(cache, '.git'), { recursive: true });
        return { env: { LICET_CACHE: join(cache, 'inner') } };
      },
    ],
    [
      'a folder where others write',
      () => {
        mkdirSync(join(cache, 'code'), { recursive: true });
        chmodSync(cache, 0o777);
        return { env: { LICET_CACHE: cache } };
      },
    ],
    [
      'a folder that others can enter',
      () => {
        mkdirSync(join(cache, 'code'), { recursive: true });
        chmodSync(join(cache, 'code'), 0o755);
        return { env: { LICET_CACHE: cache } };
      },
    ],
  ])('is not kept in %s', (_, arrange) => {
    mkdirSync(join(cache, 'repo'), { recursive: true, mode: 0o700 });
    writeFileSync(join(cache, 'repo/README.md'), '');
    const { env, args } = arrange();
    // Planted before, as by somebody else.
    for (const one of [
      env['LICET_CACHE'],
      env['XDG_CACHE_HOME'] && join(env['XDG_CACHE_HOME'], 'licet'),
      env['HOME'] && join(env['HOME'], '.cache/licet'),
    ])
      if (one) mkdirSync(join(one, 'code'), { recursive: true, mode: 0o700 });
    for (const run of [1, 2]) expect([run, ...starts(env, args)]).toEqual([run, ...RAN]);
  });

  test('has no place without a home, in a file, below a home that is not there or below /proc', () => {
    mkdirSync(cache);
    writeFileSync(join(cache, 'file'), '');
    const homes: Record<string, string>[] = [
      {},
      { HOME: '' },
      { HOME: 'relative' },
      { HOME: join(cache, 'file') },
      { HOME: join(cache, 'none/here') },
      { HOME: '/proc' },
      { LICET_CACHE: join(cache, 'file') },
    ];
    for (const env of homes)
      for (const run of [1, 2]) expect([env, run, ...starts(env)]).toEqual([env, run, ...RAN]);
    expect(readdirSync(cache)).toEqual(['file']);
  });

  test("is Node's matter where the environment names a folder for Node", () => {
    expect([
      starts({ LICET_CACHE: cache }),
      starts({ LICET_CACHE: cache, NODE_COMPILE_CACHE: join(folder, 'nodes') }),
      starts({ LICET_CACHE: cache }),
    ]).toEqual([RAN, RAN, KEPT]);
  });

  const keeps = 'enableCompileCache' in (createRequire(import.meta.url)('node:module') as object);
  test.runIf(keeps)('is written by this Node, and a spoiled file of it is no trouble', () => {
    for (const _ of [1, 2, 3]) expect(starts({ LICET_CACHE: cache }, [], false)).toEqual(RAN);
    const [inner = ''] = readdirSync(join(cache, 'code'));
    const files = readdirSync(join(cache, 'code', inner));
    expect(files).not.toEqual([]);
    for (const file of files) writeFileSync(join(cache, 'code', inner, file), 'no code');
    expect(starts({ LICET_CACHE: cache }, [], false)).toEqual(RAN);
  });

  test.skipIf(keeps)('is not kept by this Node, and no folder is made', () => {
    expect([starts({ LICET_CACHE: cache }, [], false), existsSync(cache)]).toEqual([RAN, false]);
  });
});

test.each(['12.22.9', '16.20.2', '18.20.8'])(
  'Node %s is told in one message that it is too old, before any of our code is read',
  (version) => {
    const old = join(folder, 'old.cjs');
    writeFileSync(old, `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', old, join(folder, 'licet.cjs')],
      { encoding: 'utf8', timeout: 10_000, env: { LICET_CACHE: cache } },
    );
    expect([status, stdout, stderr]).toEqual([
      2,
      '',
      `licet: Node ${version} is too old\n  hint  Install Node 20 or newer\n`,
    ]);
  },
);
