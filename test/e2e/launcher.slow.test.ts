import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asFunction, launcher } from '../../scripts/bundle/bundle.ts';

/**
 * The command's door before a program of its own: whatever the folder for compiled code is, the program runs
 * and nothing else is said.
 */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'licet-door-')));
const [cache, work] = [join(folder, 'cache'), join(folder, 'work')];
const door = await launcher('0123456789ab');
const program = (says: string, linted = true) =>
  `exports.command = async () => { console.log('${says}'); return ${String(linted)} }\n`;

/** A folder with the launcher and a program that says something. */
function installed(name: string, main: string): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'licet.cjs'), door);
  writeFileSync(join(folder, name, 'main.cjs'), asFunction.banner + main + asFunction.footer);
  return join(folder, name, 'licet.cjs');
}
const good = installed('good', program('ran'));
/** Code that is long when it is compiled. */
const words = (count: number) =>
  `exports.words = [${Array.from({ length: count }, (_, nth) => `'word ${nth}'`).join()}];\n`;

const starts = (env: Readonly<Record<string, string>>, args: readonly string[] = [], licet = good) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [licet, ...args], {
    encoding: 'utf8',
    timeout: 10_000,
    cwd: work,
    env,
  });
  return [status, stdout, stderr];
};
const RAN = [0, 'ran\n', ''];
/** What is said by code that was compiled of another program of the same length. */
const BAD = [0, 'bad\n', ''];
const NAME = `${process.version}-${process.arch}`;

/** Code that somebody else might put where a run looks for its own. */
const planted = join(folder, 'planted');
const filesIn = (place: string) => readdirSync(join(place, 'code'));

beforeAll(() => {
  mkdirSync(work);
  const bad = installed('bad', program('bad'));
  for (const _ of [1, 2]) starts({ LICET_CACHE: planted }, [], bad);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  for (const one of [cache, work]) rmSync(one, { recursive: true, force: true });
  mkdirSync(work);
});

describe('compiled code', () => {
  test("is kept in the user's cache folder from the second run on", () => {
    for (const env of [{ LICET_CACHE: cache }, { XDG_CACHE_HOME: folder, HOME: '' }]) {
      const own = 'LICET_CACHE' in env ? cache : join(folder, 'licet');
      expect([starts({ ...env, NODE_DISABLE_COMPILE_CACHE: '1' }), existsSync(own)]).toEqual([RAN, false]);
      expect([starts(env), filesIn(own)]).toEqual([RAN, []]);
      expect([starts({ ...env, NODE_DISABLE_COMPILE_CACHE: '1' }), filesIn(own)]).toEqual([RAN, []]);
      expect([starts(env), filesIn(own)]).toEqual([RAN, [NAME]]);
      expect(starts(env)).toEqual(RAN);
    }
  });

  test('is believed where it is kept, and nowhere else', () => {
    mkdirSync(join(cache, 'code'), { recursive: true, mode: 0o700 });
    copyFileSync(join(planted, 'code', NAME), join(cache, 'code', NAME));
    expect(starts({ LICET_CACHE: cache })).toEqual(BAD);
    expect(starts({ LICET_CACHE: cache, NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(RAN);
  });

  test('of another build, cut off or spoiled is made anew', () => {
    const code = readFileSync(join(planted, 'code', NAME));
    const place = join(cache, 'code', NAME);
    const at = (nth: number) => {
      const spoiled = Buffer.from(code);
      spoiled[nth] = (spoiled[nth] ?? 0) ^ 16;
      return spoiled;
    };
    mkdirSync(join(cache, 'code'), { recursive: true, mode: 0o700 });
    for (const one of [
      '',
      'no code',
      code.subarray(0, code.length - 4),
      code.subarray(4),
      ...[0, 40, code.length >> 2, code.length >> 1, code.length - 14, code.length - 2, code.length - 1].map(
        at,
      ),
    ]) {
      writeFileSync(place, one);
      expect(starts({ LICET_CACHE: cache })).toEqual(RAN);
      expect(starts({ LICET_CACHE: cache })).toEqual(RAN);
      expect(readFileSync(place).equals(code)).toBe(false);
      expect(readFileSync(place).subarray(-14).toString()).toBe('0123456789ab..');
    }
  });

  test('spoiled far behind its beginning, or in its second half, is made anew', () => {
    const long = installed('long', program('ran') + words(20_000));
    for (const _ of [1, 2, 3]) expect(starts({ LICET_CACHE: cache }, [], long)).toEqual(RAN);
    const place = join(cache, 'code', NAME);
    const code = readFileSync(place);
    const half = (code.length - '0123456789ab..'.length) / 2;
    expect(half).toBeGreaterThan(4 * 64 * 1024);
    for (const nth of [half - 1, half, half + 70_000, 2 * half - 1, 2 * half]) {
      const spoiled = Buffer.from(code);
      spoiled[nth] = (spoiled[nth] ?? 0) ^ 16;
      writeFileSync(place, spoiled);
      expect([nth, ...starts({ LICET_CACHE: cache }, [], long)]).toEqual([nth, ...RAN]);
      expect([nth, readFileSync(place).subarray(-13).toString()]).toEqual([nth, '0123456789ab.']);
    }
  });

  test('is kept anew once a day, and only of runs that lint', () => {
    const helps = installed('helps', program('ran', false));
    const place = join(cache, 'code', NAME);
    for (const _ of [1, 2, 3]) expect(starts({ LICET_CACHE: cache }, [], helps)).toEqual(RAN);
    expect(filesIn(cache)).toEqual([]);
    for (const _ of [1, 2]) starts({ LICET_CACHE: cache });
    const hours = (count: number) => new Date(Date.now() - count * 3_600_000);
    for (const [age, anew] of [
      [23, false],
      [25, true],
    ] as const) {
      utimesSync(place, hours(age), hours(age));
      const before = statSync(place).ino;
      starts({ LICET_CACHE: cache });
      expect([age, statSync(place).ino !== before]).toEqual([age, anew]);
    }
  });

  test('is kept anew behind some of the first runs, for each card runs code that none before it did', () => {
    const place = join(cache, 'code', NAME);
    mkdirSync(join(cache, 'code'), { recursive: true, mode: 0o700 });
    const anew: number[] = [];
    for (let run = 1; run <= 9; run += 1) {
      const before = statSync(place, { throwIfNoEntry: false })?.ino;
      expect(starts({ LICET_CACHE: cache })).toEqual(RAN);
      if (statSync(place).ino !== before) anew.push(run);
    }
    expect(anew).toEqual([1, 2, 4, 8]);
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
      if (one) {
        mkdirSync(join(one, 'code'), { recursive: true, mode: 0o700 });
        copyFileSync(join(planted, 'code', NAME), join(one, 'code', NAME));
      }
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
    const nodes = { LICET_CACHE: cache, NODE_COMPILE_CACHE: join(folder, 'nodes') };
    starts({ LICET_CACHE: cache });
    expect([starts(nodes), filesIn(cache)]).toEqual([RAN, []]);
    expect([starts({ LICET_CACHE: cache }), filesIn(cache)]).toEqual([RAN, [NAME]]);
  });

  test('does not hinder a plugin, nor what the program throws', () => {
    const imports = installed(
      'imports',
      'const own = (url) => import(url);' +
        "exports.command = async (load = own) => { await load('node:url'); throw Error('no') }",
    );
    for (const _ of [1, 2, 3]) {
      const [status, , stderr] = starts({ LICET_CACHE: cache }, [], imports);
      expect([status, String(stderr)]).toEqual([
        1,
        expect.stringContaining('Error: no\n    at exports.command'),
      ]);
    }
  });
});

test.each(['12.22.9', '16.20.2', '18.20.8'])(
  'Node %s is told in one message that it is too old, before any of our code is read',
  (version) => {
    const old = join(folder, 'old.cjs');
    writeFileSync(old, `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', old, good], {
      encoding: 'utf8',
      timeout: 10_000,
      env: { LICET_CACHE: cache },
    });
    expect([status, stdout, stderr]).toEqual([
      2,
      '',
      `licet: Node ${version} is too old\n  hint  Install Node 20 or newer\n`,
    ]);
  },
);
