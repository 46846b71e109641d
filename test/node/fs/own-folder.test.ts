import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { licetCache, ownFolder } from '../../../src/node/fs/own-folder.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const { uid } = userInfo();
const root = () => realpathSync(tempFolder());

describe('a folder for what is believed later', () => {
  test('is made where it is missing, for this user alone', () => {
    const folder = join(root(), 'a/b/c');
    expect(ownFolder(folder, [], uid)).toBe(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(ownFolder(folder, [], uid)).toBe(folder);
  });

  test.each<[string, (at: string) => void]>([
    [
      'it takes what others write',
      (at) => {
        mkdirSync(join(at, 'up/own'), { recursive: true });
        chmodSync(join(at, 'up/own'), 0o777);
      },
    ],
    [
      'others can look into it, and write what it holds',
      (at) => {
        mkdirSync(join(at, 'up/own'), { recursive: true });
        chmodSync(join(at, 'up/own'), 0o755);
      },
    ],
    [
      'the folder above it takes what others write',
      (at) => {
        mkdirSync(join(at, 'up/own'), { recursive: true, mode: 0o700 });
        chmodSync(join(at, 'up'), 0o777);
      },
    ],
    [
      'the group may write above it',
      (at) => {
        mkdirSync(join(at, 'up'));
        chmodSync(join(at, 'up'), 0o770);
      },
    ],
    [
      'a checkout is above it',
      (at) => {
        mkdirSync(join(at, '.git'));
      },
    ],
    [
      'a work tree of git is above it',
      (at) => {
        mkdirSync(join(at, 'up'));
        writeFileSync(join(at, 'up/.git'), 'gitdir: elsewhere\n');
      },
    ],
    [
      'it is a file',
      (at) => {
        mkdirSync(join(at, 'up'));
        writeFileSync(join(at, 'up/own'), '');
      },
    ],
    [
      'it is a link to where others write',
      (at) => {
        mkdirSync(join(at, 'up'));
        mkdirSync(join(at, 'open'));
        chmodSync(join(at, 'open'), 0o777);
        symlinkSync(join(at, 'open'), join(at, 'up/own'));
      },
    ],
    [
      'it is a link to nothing',
      (at) => {
        mkdirSync(join(at, 'up'));
        symlinkSync(join(at, 'nothing'), join(at, 'up/own'));
      },
    ],
  ])('is not used where %s', (_, arrange) => {
    const at = root();
    arrange(at);
    expect(ownFolder(join(at, 'up/own'), [], uid)).toBeUndefined();
  });

  test.runIf(uid === 0)("is not used where it, or a folder above it, is another user's", () => {
    for (const owned of ['up/own', 'up']) {
      const at = root();
      mkdirSync(join(at, 'up/own'), { recursive: true, mode: 0o700 });
      chownSync(join(at, owned), 4711, 4711);
      expect(ownFolder(join(at, 'up/own'), [], uid)).toBeUndefined();
    }
  });

  test("is another's for another user, and nobody's where users have no numbers", () => {
    const folder = join(root(), 'own');
    mkdirSync(folder, { mode: 0o700 });
    expect([ownFolder(folder, [], uid + 1), ownFolder(folder, [], undefined)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each<[string, (at: string) => string[]]>([
    ['the tree', (at) => [at]],
    ['one of several', (at) => ['/nowhere', join(at, 'up')]],
    ['a file beside it', (at) => [join(at, 'README.md')]],
    ['a glob that begins above it', (at) => [join(at, '**/README.md')]],
    [
      'a link to a folder above it',
      (at) => {
        symlinkSync(at, join(at, 'link'));
        return [join(at, 'link/up')];
      },
    ],
  ])('does not lie in what is judged: %s', (_, treesIn) => {
    const at = root();
    mkdirSync(join(at, 'up'));
    writeFileSync(join(at, 'README.md'), '');
    expect(ownFolder(join(at, 'up/own'), treesIn(at), uid)).toBeUndefined();
    expect(existsSync(join(at, 'up/own'))).toBe(false);
  });

  test('a link does not carry it into what is judged, nor out of it', () => {
    const at = root();
    for (const name of ['repo', 'mine']) mkdirSync(join(at, name), { mode: 0o700 });
    symlinkSync(join(at, 'repo'), join(at, 'mine/link'));
    symlinkSync(join(at, 'mine'), join(at, 'repo/link'));
    expect([
      ownFolder(join(at, 'mine/link/own'), [join(at, 'repo')], uid),
      ownFolder(join(at, 'repo/link/own'), [join(at, 'repo')], uid),
    ]).toEqual([undefined, undefined]);
    expect(ownFolder(join(at, 'mine/own'), [join(at, 'repo')], uid)).toBe(join(at, 'mine/own'));
  });

  test('a relative one, one below a home that is not there, and one below /proc are none', () => {
    expect(
      ['.cache/own', join(root(), 'no/home/.cache/licet/own'), '/proc/licet/own'].map((folder) =>
        ownFolder(folder, [], uid),
      ),
    ).toEqual([undefined, undefined, undefined]);
  });
});

test.each([
  [{ HOME: '/home/me' }, '/home/me/.cache/licet'],
  [{ HOME: '/home/me', XDG_CACHE_HOME: '/x' }, '/x/licet'],
  [{ HOME: '/home/me', XDG_CACHE_HOME: '/x', LICET_CACHE: '/mine' }, '/mine'],
  [{ HOME: '' }, undefined],
])('the cache folder with %j is %s', (env, folder) => {
  expect(licetCache(env) || undefined).toBe(folder);
});
