import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { diskRepo } from '../../../src/node/fs/disk-repo.ts';
import { ReadError } from '../../../src/core/read/read-error.ts';
import { memoryRepo } from '../../../src/core/read/memory-repo.ts';
import { readSources } from '../../../src/core/read/read-sources.ts';
import { walk } from '../../../src/node/fs/walk.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('files are listed sorted, with / between folders, without the folders of tools', async () => {
  const root = tempFolder({
    'b.txt': '',
    'a/z.txt': '',
    'a.txt': '',
    '.git/x': '',
    'node_modules/x/y': '',
    '.cache/x': '',
    'a/__pycache__/x': '',
    '.venv/x': '',
  });
  expect((await diskRepo(root)).files).toEqual(['a.txt', 'a/z.txt', 'b.txt']);
});

test('a name that is not UTF-8 is told as what it is, and a link to it is no broken one', async () => {
  const card = '---\nlicense: other\nlicense_name: ours\nlicense_link: LICENSE-%FF.txt\n---\n# x\n';
  const root = tempFolder({ 'README.md': card });
  try {
    writeFileSync(
      Buffer.concat([Buffer.from(join(root, 'LICENSE-')), Buffer.from([0xff, 0x2e, 0x74, 0x78, 0x74])]),
      'x',
    );
  } catch {
    return; // a system that takes no such name
  }
  const world = { cwd: root, env: {}, terminal: false, width: 80, today: '2026-11-29' };
  const { stdout } = await main(['--name', 'acme/x', '-f', 'compact'], world);
  expect(stdout.trim()).toBe(
    'LICENSE-\ufffd.txt:-  warning  "LICENSE-\ufffd.txt" has a name that is not UTF-8; ' +
      'it was not read  unreadable-file',
  );
});

test('a stretch of a file is read, and less where it ends', async () => {
  const repo = await diskRepo(tempFolder({ 'a.txt': '0123456789' }));
  expect(text(await repo.bytes('a.txt', 2, 3))).toBe('234');
  expect(text(await repo.bytes('a.txt', 8, 100))).toBe('89');
  expect(await repo.bytes('a.txt', 20, 5)).toHaveLength(0);
  expect(await repo.size('a.txt')).toBe(10);
  expect(await repo.size('missing')).toBeUndefined();
  await expect(repo.bytes('../etc/passwd', 0, 1)).rejects.toBeInstanceOf(ReadError);
});

test('a link out of the root is listed, but never read', async () => {
  const root = tempFolder({ 'm/README.md': 'card', 'secret.txt': 'secret', 'm-too/LICENSE': 'near' });
  symlinkSync('../secret.txt', join(root, 'm/LICENSE'));
  // A folder whose name begins like the root's is not inside it.
  symlinkSync('../m-too/LICENSE', join(root, 'm/NOTICE'));
  symlinkSync('README.md', join(root, 'm/INSIDE.md'));
  symlinkSync('nowhere', join(root, 'm/COPYING'));
  symlinkSync('..', join(root, 'm/up'));
  symlinkSync('LOOP', join(root, 'm/LOOP'));
  const repo = await diskRepo(join(root, 'm'));
  expect(repo.files).toEqual(['COPYING', 'INSIDE.md', 'LICENSE', 'LOOP', 'NOTICE', 'README.md']);
  expect(text(await repo.bytes('INSIDE.md', 0, 9))).toBe('card');
  await expect(repo.bytes('LICENSE', 0, 9)).rejects.toThrow('leads out of the repository');
  await expect(repo.bytes('NOTICE', 0, 9)).rejects.toThrow('leads out of the repository');
  await expect(repo.bytes('COPYING', 0, 9)).rejects.toThrow('does not exist');
  await expect(repo.bytes('LOOP', 0, 9)).rejects.toThrow('leads in a circle');
  expect((await readSources(repo)).filter(({ kind }) => kind === 'unread').map(({ file }) => file)).toEqual([
    'COPYING',
    'LICENSE',
    'NOTICE',
  ]);
});

test('a snapshot of the Hub cache is read through its links where that is asked for', async () => {
  const root = tempFolder({
    'models--a--b/blobs/1234': 'card',
    outside: 'no',
    'models--a--b/snapshots/abc/x': '',
  });
  const snapshot = join(root, 'models--a--b/snapshots/abc');
  symlinkSync('../../blobs/1234', join(snapshot, 'README.md'));
  symlinkSync('../../../outside', join(snapshot, 'LICENSE'));
  const asked = await diskRepo(snapshot, { hubCache: true });
  expect(text(await asked.bytes('README.md', 0, 9))).toBe('card');
  await expect(asked.bytes('LICENSE', 0, 9)).rejects.toThrow('leads out');
  await expect((await diskRepo(snapshot)).bytes('README.md', 0, 9)).rejects.toThrow('leads out');
});

test.skipIf(process.platform === 'win32')('a pipe is listed, and told instead of waited for', async () => {
  const root = tempFolder({ 'README.md': '' });
  execFileSync('mkfifo', [join(root, 'LICENSE'), join(root, 'pipe')]);
  symlinkSync('pipe', join(root, 'NOTICE'));
  const repo = await diskRepo(root);
  expect(repo.files).toEqual(['LICENSE', 'NOTICE', 'README.md', 'pipe']);
  expect((await readSources(repo)).flatMap(({ problem }) => problem ?? [])).toEqual(
    ['LICENSE', 'NOTICE'].map((file) => ({ what: `"${file}" is not a plain file; it was not read` })),
  );
});

test('a walk that meets its cap keeps what lies on top and says that it was cut', async () => {
  const root = tempFolder({ 'a/b/deep.txt': '', 'a/x.txt': '', 'z.txt': '' });
  expect(await walk(root, { maxFiles: 2 })).toEqual({
    files: ['a/x.txt', 'z.txt'],
    cut: true,
    beyond: [{ at: 'a/b', why: 'number' }],
  });
  expect(await walk(root, { maxDepth: 1 })).toEqual({
    files: ['a/x.txt', 'z.txt'],
    cut: false,
    beyond: [{ at: 'a/b', why: 'depth' }],
  });
});

test('a folder that is not there is a clear error', async () => {
  await expect(diskRepo(join(tempFolder(), 'gone'), { shown: 'gone' })).rejects.toThrow(
    '"gone" does not exist',
  );
});

test('a repository in memory answers as one on disk does', async () => {
  const repo = memoryRepo({ 'b.txt': 'xyz', 'a.bin': new Uint8Array([1, 2, 3]) });
  expect(repo).toMatchObject({ root: '', card: 'README.md', complete: true, files: ['a.bin', 'b.txt'] });
  expect(text(await repo.bytes('b.txt', 1, 9))).toBe('yz');
  expect(await repo.size('a.bin')).toBe(3);
  await expect(repo.bytes('c', 0, 1)).rejects.toBeInstanceOf(ReadError);
});
