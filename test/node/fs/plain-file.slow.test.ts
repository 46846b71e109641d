import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { kindAt, readPlain, readStretch, rootOf, sizeOf } from '../../../src/node/fs/plain-file.ts';
import { runBound, tempFolder } from '../../support/temp-folder.ts';

/** What lies in place of a file and is none, by how it is made. */
const pipe = (path: string) => execFileSync('mkfifo', [path]);
const link = (to: string) => (path: string) => symlinkSync(to, path);
const circle = (path: string) => {
  symlinkSync(`${path}.b`, path);
  symlinkSync(path, `${path}.b`);
};
const itself = (path: string) => symlinkSync(path, path);
const zero = link('/dev/zero');
const linkToPipe = (path: string) => {
  pipe(join(path, '../a-pipe'));
  symlinkSync('a-pipe', path);
};
const folder = (path: string) => mkdirSync(path);
const long = (path: string) => symlinkSync('n'.repeat(300), path);

async function socket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(path, done));
  onTestFinished(() => void server.close());
}

type Make = (path: string) => unknown;

/** A model in a git checkout, beside which something lies that is not the repository's. */
async function repository(
  files: Readonly<Record<string, string>>,
  made: Readonly<Record<string, Make>> = {},
) {
  const root = tempFolder({
    'outside/secret.txt': 'license: mit\n',
    'm/.git/HEAD': '',
    'm/README.md': '---\nlicense: mit\n---\n# A model\n\nMIT.\n',
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`m/${name}`, text])),
  });
  const cwd = join(root, 'm');
  for (const [name, make] of Object.entries(made)) await make(join(cwd, name));
  const host = { cwd, env: { NO_COLOR: '1', HOME: root }, terminal: false, width: 80, today: '2026-11-24' };
  const run = (...argv: string[]) => main(['--name', 'acme/a-model', ...argv], host);
  const command = (...argv: string[]) => main(argv, host);
  return { root, cwd, run, command, host };
}

const unreadable = (stdout: string) =>
  (JSON.parse(stdout) as { repositories: { findings: { rule: string; message: string }[] }[] }).repositories
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule === 'unreadable-file')
    .map(({ message }) => message);

describe.skipIf(process.platform === 'win32')('a file that licet would read', () => {
  const OUT = 'is a symbolic link that leads out of the repository; it was not read';
  const SPECIAL = 'is not a plain file; it was not read';
  const CIRCLE = 'is a symbolic link that leads in a circle';
  test.each<[string, string, Make, string]>([
    ['a pipe', 'LICENSE', pipe, SPECIAL],
    ['a link to a pipe', 'NOTICE', linkToPipe, SPECIAL],
    ['a socket', 'LICENSE', socket, SPECIAL],
    ['a socket of a name for weights', 'model.gguf', socket, SPECIAL],
    ['a link to a device', 'LICENSE', zero, OUT],
    ['a link from weights to a device', 'model.safetensors', zero, OUT],
    ['a link out, to a file', 'NOTICE', link('../outside/secret.txt'), OUT],
    ['a link out, to the memory of this process', 'config.json', link('/proc/self/mem'), OUT],
    ['a link to itself', 'LICENSE', itself, CIRCLE],
    ['two links to each other', 'adapter_config.json', circle, CIRCLE],
    ['a link to a name that is too long', 'LICENSE', long, 'has a name that is too long for this system'],
    ['a link to nothing', 'NOTICE', link('nowhere'), 'does not exist'],
  ])('%s is told once, and the run goes on', async (_, name, make, says) => {
    const { run } = await repository({}, { [name]: make });
    const { stdout, stderr, code } = await run('-f', 'json');
    expect([unreadable(stdout), stderr, code]).toEqual([[`"${name}" ${says}`], '', 0]);
  });

  test('and that Git would keep from being read is not read', async () => {
    const { run } = await repository({ '.gitignore': 'LICENSE\n' }, { LICENSE: pipe });
    expect(unreadable((await run('-f', 'json')).stdout)).toEqual([]);
  });

  test.each([
    ['its card', 'README.md', zero],
    ['its card', 'README.md', pipe],
  ] as const)('%s is a device or a pipe: it is told', async (_, name, make) => {
    const { cwd, run } = await repository({ 'config.json': '{"model_type":"llama"}' });
    execFileSync('rm', [join(cwd, name)]);
    make(join(cwd, name));
    const { stdout, code } = await run('-f', 'json');
    expect(unreadable(stdout)).toHaveLength(1);
    expect(code).toBeLessThan(2);
  });
});

describe.skipIf(process.platform === 'win32')('a file that others read too', () => {
  test.each<[string, Make]>(
    ['.gitignore', '.git', '.git/config', 'package.json', 'CITATION.cff', 'x.bin'].flatMap(
      (name): [string, Make][] => [
        [name, pipe],
        [name, itself],
        [name, zero],
        [name, circle],
        [name, folder],
      ],
    ),
  )('%s that is %o says nothing', async (name, make) => {
    const { cwd, run } = await repository({});
    if (name === '.git') execFileSync('rm', ['-r', join(cwd, name)]);
    make(join(cwd, name));
    expect(await run('-f', 'json')).toMatchObject({ stderr: '', code: 0 });
  });

  test('a .gitignore that is a link is not followed, as Git follows none', async () => {
    const made = { '.gitignore': link('patterns') };
    const { run } = await repository({ patterns: 'LICENSE\n', LICENSE: '' }, made);
    expect(unreadable((await run('-f', 'json')).stdout)).toEqual(['"LICENSE" is empty']);
  });

  test('a .gitignore of megabytes is none', async () => {
    const { run } = await repository({ '.gitignore': 'LICENSE\n'.repeat(100_000), LICENSE: '' });
    expect(unreadable((await run('-f', 'json')).stdout)).toEqual(['"LICENSE" is empty']);
  });
});

describe.skipIf(process.platform === 'win32')('a file of licet itself', () => {
  test.each<[string, Make, string]>([
    ['licet.config.yaml', itself, 'Config "licet.config.yaml" is a symbolic link that leads in a circle'],
    ['licet.config.json', circle, 'Config "licet.config.json" is a symbolic link that leads in a circle'],
    ['licet.config.yaml', pipe, 'Config "licet.config.yaml" is not a plain file'],
    ['licet.config.yml', zero, 'Config "licet.config.yml" lies outside the repository'],
    [
      'licet.config.yaml',
      link('../outside/secret.txt'),
      'Config "licet.config.yaml" lies outside the repository',
    ],
    ['licet.lock.json', itself, 'Lock "licet.lock.json" is a symbolic link that leads in a circle'],
    ['licet.lock.json', circle, 'Lock "licet.lock.json" is a symbolic link that leads in a circle'],
    ['licet.lock.json', pipe, 'Lock "licet.lock.json" is not a plain file'],
    ['licet.lock.json', zero, 'Lock "licet.lock.json" lies outside the repository'],
    ['licet.lock.json', link('../outside/secret.txt'), 'Lock "licet.lock.json" lies outside the repository'],
  ])('%s that is %o ends the run with what is wrong', async (name, make, says) => {
    const { run } = await repository({}, { [name]: make });
    const { stdout, stderr, code } = await run();
    expect([stdout, stderr.split('\n')[0], code]).toEqual(['', `licet: ${says}`, 2]);
  });

  test.each<[Make, string]>([
    [itself, 'is a symbolic link that leads in a circle'],
    [pipe, 'is not a plain file'],
    [folder, 'is not a plain file'],
    [zero, 'is a symbolic link that leads out of the repository'],
    [link('../outside/secret.txt'), 'is a symbolic link that leads out of the repository'],
  ])('a baseline nobody named that is %o is told, and takes nothing off', async (make, says) => {
    const { run } = await repository({ LICENSE: '' }, { 'licet-baseline.json': make });
    const { stdout, stderr, code } = await run('-f', 'json');
    expect([unreadable(stdout), stderr, code]).toEqual([
      ['"LICENSE" is empty'],
      `licet: Baseline "licet-baseline.json" ${says}; it was not read\n`,
      0,
    ]);
    expect(await run('--prune-suppressions')).toMatchObject({
      stdout: '',
      stderr: `licet: Baseline "licet-baseline.json" ${says}\n`,
      code: 2,
    });
  });

  test.each([
    [['--baseline', 'p'], 'Baseline "p" is not a plain file'],
    [['--baseline', '/dev/zero'], 'Baseline "/dev/zero" is not a plain file'],
    [['--config', 'p'], 'Config "p" is not a plain file'],
    [['--config', 'loop'], 'Config "loop" is a symbolic link that leads in a circle'],
    [['--lock', 'p'], 'Lock "p" is not a plain file'],
    [['--lock', '/dev/zero'], 'Lock "/dev/zero" is not a plain file'],
    [['--lock', 'loop'], 'Lock "loop" is a symbolic link that leads in a circle'],
  ])('one that is named by %j ends the run with what is wrong', async (argv, says) => {
    const { run } = await repository({}, { p: pipe, loop: itself });
    const { stderr, code } = await run(...argv);
    expect([stderr.split('\n')[0], code]).toEqual([`licet: ${says}`, 2]);
  });

  test('a config, a lock and a baseline that are named may lie elsewhere', async () => {
    const { root, run } = await repository({ LICENSE: '' });
    writeFileSync(join(root, 'outside/c.yaml'), 'rules: { unreadable-file: "off" }\n');
    expect(await run('--suppress-all', '--baseline', '../outside/b.json')).toMatchObject({ code: 0 });
    expect(unreadable((await run('-f', 'json', '--baseline', '../outside/b.json')).stdout)).toEqual([]);
    expect(unreadable((await run('-f', 'json', '-c', '../outside/c.yaml')).stdout)).toEqual([]);
  });

  test('a link inside the repository is followed', async () => {
    const { run } = await repository(
      { LICENSE: '', 'ci/rules.yaml': 'rules: { unreadable-file: "off" }\n' },
      { 'licet.config.yaml': link('ci/rules.yaml') },
    );
    expect(unreadable((await run('-f', 'json')).stdout)).toEqual([]);
  });

  test('an extended config with a NUL in its name does not exist', async () => {
    const { run } = await repository({ 'licet.config.json': '{"extends":"./a\\u0000b.yaml"}' });
    const { stderr, code } = await run();
    expect([stderr.split('\n')[0]?.replace('\ufffd', '0'), code]).toEqual([
      'licet: licet.config.json:1:2: "./a0b.yaml" does not exist',
      2,
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('a file that a command is given', () => {
  test.each([
    ['p', '"p" is not a plain file'],
    ['s', '"s" is not a plain file'],
    ['/dev/zero', '"/dev/zero" is not a plain file'],
    ['loop', '"loop" is a symbolic link that leads in a circle'],
    ['large', '"large" has 5000001 bytes, and at most 5000000 are read'],
  ])('licet license %s', async (name, says) => {
    const { cwd, command } = await repository({ large: '' }, { p: pipe, s: socket, loop: itself });
    truncateSync(join(cwd, 'large'), 5_000_001);
    expect(await command('license', name)).toEqual({ stdout: '', stderr: `licet: ${says}\n`, code: 2 });
  });

  test.each([
    ['a folder', 'sub'],
    ['nothing', 'none'],
    ['a name longer than any file has', 'n'.repeat(5000)],
  ])('%s is no file: the name is not known', async (_, name) => {
    const { command } = await repository({ 'sub/x': '' });
    expect((await command('license', name)).code).toBe(1);
  });

  test('explain of a link in a circle is told and no error of ours', async () => {
    const { command } = await repository({}, { LICENSE: itself });
    expect((await command('explain', 'LICENSE')).stderr).not.toContain('internal error');
    expect((await command('--print-config', 'LICENSE')).stderr).not.toContain('internal error');
  });
});

describe.skipIf(process.platform === 'win32')('the cache and the token of the Hub', () => {
  const SHA = 'a'.repeat(40);
  test.each<[string, string, Make]>([
    ['refs/main', 'a pipe', pipe],
    ['refs/main', 'a device', zero],
    ['refs/main', 'a circle', itself],
    ['snapshots/README.md', 'a pipe', pipe],
    ['snapshots/README.md', 'a link out of the cache', link('/dev/zero')],
  ])('%s that is %s is as if nothing was downloaded', async (part, _, make) => {
    const { root, cwd, host } = await repository({});
    writeFileSync(join(cwd, 'README.md'), '---\nlicense: mit\nbase_model: acme/unheard-of\n---\n');
    const held = join(root, 'hub/models--acme--unheard-of');
    mkdirSync(join(held, 'refs'), { recursive: true });
    mkdirSync(join(held, 'snapshots', SHA), { recursive: true });
    if (part !== 'refs/main') writeFileSync(join(held, 'refs/main'), SHA);
    make(part === 'refs/main' ? join(held, part) : join(held, 'snapshots', SHA, 'README.md'));
    const { stdout, stderr, code } = await main(['--hub-cache', '-f', 'json'], {
      ...host,
      env: { ...host.env, HF_HUB_CACHE: join(root, 'hub') },
    });
    expect([stdout.includes('unresolved-upstream'), stderr, code]).toEqual([true, '', 0]);
  });

  test.each<[string, Make]>([
    ['a pipe', pipe],
    ['a device', zero],
  ])('a token file that is %s is none', async (_, make) => {
    const { root, cwd, host } = await repository({});
    make(join(root, 'token'));
    const { stderr, code } = await main(['--online', '-f', 'json', cwd], {
      ...host,
      env: { ...host.env, HF_TOKEN_PATH: join(root, 'token'), HF_HUB_OFFLINE: '1' },
    });
    expect([stderr, code]).toEqual(['', 0]);
  });
});

test('a plain file is read whole, in part and measured, and its kind is told', () => {
  const root = tempFolder({ a: '0123456789', 'd/b': '' });
  const roots = [rootOf(root)];
  expect(readPlain(join(root, 'a'), 10, { roots })).toMatchObject({
    is: 'read',
    bytes: Buffer.from('0123456789'),
  });
  expect(readPlain(join(root, 'a'), 9)).toEqual({
    is: 'unread',
    why: 'large',
    says: 'has 10 bytes, and at most 9 are read',
  });
  expect(readStretch(join(root, 'a'), 8, 5, { roots })).toEqual(Buffer.from('89'));
  expect(sizeOf(join(root, 'a'))).toBe(10);
  expect(readPlain(join(root, 'a'), 10, { roots: [rootOf(join(root, 'd'))] })).toMatchObject({
    why: 'outside',
  });
  expect(readPlain(join(root, 'a/x'), 10)).toMatchObject({ why: 'absent' });
  expect(['a', 'd', 'none', 'a/x', '\0'].map((name) => kindAt(join(root, name)))).toEqual([
    'file',
    'folder',
    undefined,
    undefined,
    undefined,
  ]);
});

test.skipIf(process.platform === 'win32')('what this user may not read is told', () => {
  const root = tempFolder({
    'README.md': '---\nlicense: mit\n---\n# A model\n',
    LICENSE: 'x',
    'sub/LICENSE': 'x',
  });
  chmodSync(join(root, 'LICENSE'), 0);
  chmodSync(join(root, 'sub'), 0);
  onTestFinished(() => chmodSync(join(root, 'sub'), 0o700));
  const { stdout, stderr, status } = runBound(root, ['-f', 'json']);
  expect([unreadable(stdout), stderr, status]).toEqual([
    ['"LICENSE" may not be read by this user', '"sub" could not be opened, so nothing in it was read'],
    '',
    0,
  ]);
});
