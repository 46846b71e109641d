import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { writeNamed } from '../../../src/node/fs/write-file.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A fine-tune that lacks a phrase (a safe fix) and a notice. */
const BAD =
  '---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n' +
  '# Llama-Chat\n';

/** A repository `m`, in a git checkout or not, with `out` beside it. */
function beside(files: Readonly<Record<string, string>> = {}, git = true) {
  const root = tempFolder({
    'out/precious': 'precious',
    ...(git ? { 'm/.git/HEAD': '' } : {}),
    'm/README.md': BAD,
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`m/${name}`, text])),
  });
  const cwd = join(root, 'm');
  const host = { cwd, env: { NO_COLOR: '1', HOME: root }, terminal: false, width: 80, today: '2026-11-24' };
  const run = (...argv: string[]) => main(argv, host);
  const out = () =>
    readdirSync(join(root, 'out')).map(
      (name) => `${name}: ${readFileSync(join(root, 'out', name), 'utf8').slice(0, 8)}`,
    );
  const drafts = () =>
    readdirSync(cwd, { recursive: true })
      .map(String)
      .filter((name) => name.includes('.licet-'));
  return { root, cwd, host, run, out, drafts };
}

const UNTOUCHED = ['precious: precious'];
const strays = (shown: string) =>
  `licet: "${shown}" lies behind a symbolic link that leads out of the repository; it was not ` +
  'written\n  hint  Name another file\n';

describe.skipIf(process.platform === 'win32')('a link that leads out of the repository', () => {
  test.each<[string, string[], string, string, string]>([
    ['a baseline', ['--suppress-all'], 'licet-baseline.json', '../out/new.json', 'licet-baseline.json'],
    [
      'a baseline that is named',
      ['--suppress-all', '--baseline', 'known.json'],
      'known.json',
      '../out/new.json',
      'known.json',
    ],
    [
      'a report that is there',
      ['-f', 'sarif:report.sarif'],
      'report.sarif',
      '../out/precious',
      'report.sarif',
    ],
    ['a report that is not', ['-f', 'json:report.json'], 'report.json', '../out/new', 'report.json'],
    ['a report in a folder', ['-f', 'html:dir/x.html'], 'dir', '../out', 'dir/x.html'],
    ['a report in a folder of one', ['-f', 'junit:dir/deep/x.xml'], 'dir', '../out', 'dir/deep/x.xml'],
    ['an absolute link', ['-f', 'json:x'], 'x', 'OUT/precious', 'x'],
  ])('is not written through: %s', async (_, argv, name, to, shown) => {
    const { root, cwd, run, out, drafts } = beside();
    symlinkSync(to.replace('OUT', join(root, 'out')), join(cwd, name));
    const { stderr, code } = await run(...argv);
    expect([stderr, code]).toEqual([strays(shown), 2]);
    expect([out(), drafts()]).toEqual([UNTOUCHED, []]);
    expect(lstatSync(join(cwd, name)).isSymbolicLink()).toBe(true);
  });

  test('through a second link in the repository, or from outside of it back in', async () => {
    const { root, cwd, run, out } = beside();
    symlinkSync('second', join(cwd, 'first'));
    symlinkSync('../out', join(cwd, 'second'));
    symlinkSync('m', join(root, 'alias'));
    expect((await run('-f', 'json:first/new')).stderr).toBe(strays('first/new'));
    expect((await run('-f', 'json:../alias/second/new')).stderr).toBe(strays('../alias/second/new'));
    expect(out()).toEqual(UNTOUCHED);
  });

  test('from a part of a checkout to another is none', async () => {
    const { root, run, out, cwd } = beside({ 'a/README.md': BAD, 'reports/x': '' });
    symlinkSync('../reports', join(cwd, 'a/reports'));
    const { stderr, code } = await main(['-f', 'json:reports/new.json'], {
      ...beside().host,
      cwd: join(cwd, 'a'),
    });
    expect([stderr, code, existsSync(join(cwd, 'reports/new.json'))]).toEqual(['', 0, true]);
    symlinkSync('reports/x', join(cwd, 'latest'));
    await run('-f', 'json:latest');
    expect([
      lstatSync(join(cwd, 'latest')).isSymbolicLink(),
      statSync(join(cwd, 'reports/x')).size > 100,
    ]).toEqual([true, true]);
    expect([root, out()]).toEqual([root, UNTOUCHED]);
  });

  test('outside of a checkout the current folder is the bound', async () => {
    const { cwd, run, out } = beside({}, false);
    symlinkSync('../out/precious', join(cwd, 'x.json'));
    expect(await run('-f', 'json:x.json')).toMatchObject({ stderr: strays('x.json'), code: 2 });
    expect(out()).toEqual(UNTOUCHED);
  });

  test('licet init, licet resolve, licet notice and --fix write through none', async () => {
    const { cwd, run, out } = beside();
    symlinkSync('../out/precious', join(cwd, 'NOTICE'));
    symlinkSync('../out/new', join(cwd, 'licet.config.yaml'));
    expect(await run('init')).toMatchObject({ stdout: '', code: 2 });
    rmSync(join(cwd, 'licet.config.yaml'));
    symlinkSync('../out/new.json', join(cwd, 'licet.lock.json'));
    expect(await run('resolve')).toMatchObject({
      stdout: '',
      code: 2,
      stderr: expect.stringContaining('"licet.lock.json" lies behind a symbolic link') as string,
    });
    expect(await run('resolve', '--lock', 'licet.lock.json')).toMatchObject({ code: 2 });
    rmSync(join(cwd, 'licet.lock.json'));
    rmSync(join(cwd, 'README.md'));
    writeFileSync(join(cwd, 'CARD.md'), BAD);
    symlinkSync('CARD.md', join(cwd, 'README.md'));
    expect(await run('--fix', '--fix-type', 'missing-phrase')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        'licet: "README.md" is a symbolic link; it was not changed\n',
      ) as string,
    });
    expect(readFileSync(join(cwd, 'CARD.md'), 'utf8')).toBe(BAD);
    expect(out()).toEqual(UNTOUCHED);
  });

  describe('to a folder with a card', () => {
    const behind = (shown: string) =>
      `licet: "${shown}" lies behind a symbolic link that leads out of the repository; it was not written\n`;
    /** `models/evil` leads to `other`, where a card lacks a phrase. */
    const evil = (git: boolean, own = false) => {
      const all = beside({ 'models/Llama-z/README.md': BAD }, git);
      mkdirSync(join(all.root, 'other'));
      if (own) mkdirSync(join(all.root, 'other/.git'));
      writeFileSync(join(all.root, 'other/README.md'), BAD);
      symlinkSync('../../other', join(all.cwd, 'models/evil'));
      const there = () => [
        readdirSync(join(all.root, 'other')).filter((name) => name !== '.git'),
        readFileSync(join(all.root, 'other/README.md'), 'utf8') === BAD,
      ];
      return { ...all, there };
    };
    const SAME = [['README.md'], true];

    test.each([
      ['in a checkout', true, false],
      ['to another checkout', true, true],
      ['without one', false, false],
    ])('is followed by no pattern: %s', async (_, git, own) => {
      const { cwd, run, there } = evil(git, own);
      for (const pattern of ['models/*', 'models/*/README.md', '**', join(cwd, 'models/*')]) {
        writeFileSync(join(cwd, 'models/Llama-z/README.md'), BAD);
        const { stdout, stderr } = await run('--fix', '-f', 'compact', pattern);
        expect(stdout).not.toContain('evil');
        expect(stderr).toMatch(/licet: [12] files? changed/);
        if (/models.\*$/.test(pattern))
          expect(stderr).toContain(
            'licet: "models/evil" lies behind a symbolic link that leads out of the repository; it was not ' +
              'followed\n',
          );
      }
      const only = await run('--fix', 'models/e*', 'models/evil/*');
      expect(only).toMatchObject({
        stderr:
          'licet: The pattern "models/e*" matches nothing but what links out of the repository lead to\n' +
          '  hint  Name the folder that is meant\n',
        code: 2,
      });
      expect(there()).toEqual(SAME);
    });

    test.each([
      ['in a checkout', true, false],
      ['to another checkout', true, true],
      ['without one', false, false],
    ])('is linted where it is named, and not written: %s', async (_, git, own) => {
      const { cwd, host, run, there } = evil(git, own);
      expect((await run('-f', 'compact', 'models/evil')).stdout).toContain('models/evil/README.md:3:13');
      for (const named of ['models/evil', 'models/evil/README.md', join(cwd, 'models/evil')])
        expect(await run('--fix', named)).toMatchObject({
          stderr: expect.stringContaining(behind('models/evil/README.md')) as string,
          code: 2,
        });
      expect(await run('notice', '--write', 'models/evil')).toMatchObject({
        stderr: expect.stringContaining(behind('models/evil/NOTICE')) as string,
        stdout: '',
        code: 2,
      });
      if (git)
        expect(
          await main(['--fix', '../m/models/evil'], { ...host, cwd: join(cwd, '../out') }),
        ).toMatchObject({ stderr: expect.stringContaining('symbolic link') as string, code: 2 });
      expect(there()).toEqual(SAME);
    });

    test('is written where it stays in the checkout, or is named without the link', async () => {
      const { cwd, run, there } = evil(true);
      mkdirSync(join(cwd, 'apart'));
      symlinkSync('../models/Llama-z', join(cwd, 'apart/alias'));
      expect((await run('--fix', 'apart/*')).stderr).toBe('licet: 1 file changed\n');
      expect((await run('--fix', '../other')).stderr).toBe('licet: 1 file changed\n');
      expect(there()).toEqual([['README.md'], false]);
    });
  });

  test.each([
    ['to itself', 'x', 'x'],
    ['to another and back', 'x', 'y'],
  ])('a link %s is told', async (_, name, to) => {
    const { cwd, run } = beside();
    symlinkSync(to, join(cwd, name));
    if (to !== name) symlinkSync(name, join(cwd, to));
    expect(await run('-f', `json:${name}`)).toMatchObject({
      stderr:
        'licet: "x" could not be written: a symbolic link leads in a circle\n  hint  Name another file\n',
      code: 2,
    });
    expect(await run('-f', `json:${name}/deep`)).toMatchObject({ code: 2 });
  });
});

describe.skipIf(process.platform === 'win32')("Git's own folder", () => {
  const own = (shown: string) => `licet: "${shown}" lies in Git's own folder, where nothing is written\n`;
  const GIT = { '.git/config': '[core]\n', '.git/hooks/old': '', '.git/README.md': BAD };
  const inGit = (cwd: string) => [
    readdirSync(join(cwd, '.git'), { recursive: true }).map(String).sort(),
    readFileSync(join(cwd, '.git/config'), 'utf8'),
    readFileSync(join(cwd, '.git/README.md'), 'utf8'),
  ];
  const SAME = [['HEAD', 'README.md', 'config', 'hooks', 'hooks/old'], '[core]\n', BAD];

  test.each<[string, string[], string, string, string]>([
    ['a report', ['-f', 'sarif:licet.sarif'], 'licet.sarif', '.git/config', 'licet.sarif'],
    ['a report that is new', ['-f', 'json:x.json'], 'x.json', '.git/hooks/x', 'x.json'],
    ['a report below a link', ['-f', 'json:sub/a/x.json'], 'sub', '.git/hooks', 'sub/a/x.json'],
    ['a report that is named there', ['-f', 'json:.git/x'], 'unused', '.git', '.git/x'],
    ['Git itself, where it is a file', ['-f', 'json:deep/.git'], 'unused', '.git', 'deep/.git'],
    ['another spelling', ['-f', 'json:.GIT/x'], 'unused', '.git', '.GIT/x'],
    ['a baseline', ['--suppress-all'], 'licet-baseline.json', '.git/hooks/x.json', 'licet-baseline.json'],
    ['a lock', ['resolve'], 'licet.lock.json', '.git/x.json', 'licet.lock.json'],
    ['a config', ['init'], 'licet.config.yaml', '.git/x.yaml', 'licet.config.yaml'],
  ])('is not written to: %s', async (_, argv, name, to, shown) => {
    const { cwd, run, drafts } = beside(GIT);
    symlinkSync(to, join(cwd, name));
    const { stderr, code } = await run(...argv);
    expect(stderr).toContain(own(shown));
    expect([code, inGit(cwd), drafts()]).toEqual([2, SAME, []]);
  });

  test('holds nothing that is linted or fixed, by name, by pattern or from inside', async () => {
    const { cwd, host, run } = beside(GIT);
    symlinkSync('.git', join(cwd, 'sub'));
    for (const named of ['sub', 'sub/README.md', '.git', '.git/README.md'])
      expect(await run('--fix', named)).toMatchObject({
        stdout: '',
        stderr: `licet: "${named}" lies in Git's own folder, which holds no repository of a model\n`,
        code: 2,
      });
    expect(await main(['--fix'], { ...host, cwd: join(cwd, '.git') })).toMatchObject({ stdout: '', code: 2 });
    const { stdout, stderr } = await run('-f', 'compact', 's*', 'README.*');
    expect(stderr).toContain('The pattern "s*" matches nothing but what links');
    expect(stdout).toBe('');
    expect((await run('-f', 'compact', '{sub,README.md}')).stderr).toBe(
      'licet: "sub" leads into Git\'s own folder; it was not followed\n',
    );
    expect(inGit(cwd)).toEqual(SAME);
  });

  test('is not a folder that only sounds like it', async () => {
    const { cwd, run } = beside({ 'x.git/README.md': BAD, '.github/y': '' });
    expect(await run('--fix', '-f', 'json:.github/x.json', 'x.git')).toMatchObject({
      stderr: 'licet: 1 file changed\n',
    });
    expect(existsSync(join(cwd, '.github/x.json'))).toBe(true);
  });
});

describe('what somebody names elsewhere', () => {
  test("is written there, with its folders, through links that are not the repository's", async () => {
    const { root, run } = beside();
    symlinkSync('out', join(root, 'way'));
    expect(
      await run('-f', 'json:../way/deep/x.json', '-f', `sarif:${join(root, 'other/x.sarif')}`),
    ).toMatchObject({ stderr: '', code: 0 });
    for (const file of ['out/deep/x.json', 'other/x.sarif'])
      expect(JSON.parse(readFileSync(join(root, file), 'utf8'))).toBeTypeOf('object');
  });

  test('a checkout that is reached through a link is written to', async () => {
    const { root, cwd, host } = beside();
    symlinkSync('m', join(root, 'alias'));
    expect(await main(['-f', 'json:x.json'], { ...host, cwd: join(root, 'alias') })).toMatchObject({
      stderr: '',
      code: 0,
    });
    expect(existsSync(join(cwd, 'x.json'))).toBe(true);
  });

  test.skipIf(process.platform === 'win32')(
    'an open stream and a device take the text and stay what they are',
    async () => {
      const { cwd, run } = beside();
      expect(await run('-f', 'json:/dev/null')).toMatchObject({ stderr: '', code: 0 });
      expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
      const file = openSync(join(cwd, 'stream'), 'w');
      const { ino } = statSync(join(cwd, 'stream'));
      expect(await run('-f', `json:/dev/fd/${file}`)).toMatchObject({ stderr: '', code: 0 });
      closeSync(file);
      expect(statSync(join(cwd, 'stream'))).toMatchObject({ ino });
      expect(statSync(join(cwd, 'stream')).size).toBeGreaterThan(100);
    },
  );

  test.skipIf(!existsSync('/dev/full'))(
    'a full device, and a folder that nobody can make, are told; the other reports are there',
    async () => {
      const { cwd, run } = beside();
      const { stdout, stderr, code } = await run(
        '-f',
        'json:/dev/full',
        '-f',
        'json:/proc/none/deep/x.json',
        '-f',
        'compact',
        '-f',
        'sarif:x.sarif',
      );
      expect(stdout).toContain('Missing phrase');
      expect(stderr).toBe(
        'licet: "/dev/full" could not be written: the disk is full\n  hint  Name another file\n' +
          'licet: "/proc/none/deep/x.json" could not be written: the folder is not there\n  hint  Name ' +
          'another file\n',
      );
      expect([code, existsSync(join(cwd, 'x.sarif'))]).toEqual([2, true]);
    },
  );

  test.skipIf(process.platform === 'win32')('a pipe in the repository is not waited for', async () => {
    const { cwd, run } = beside();
    execFileSync('mkfifo', [join(cwd, 'licet-baseline.json'), join(cwd, 'x')]);
    expect(await run('--suppress-all')).toMatchObject({
      stderr:
        'licet: "licet-baseline.json" is not a plain file; it was not written\n  hint  Name another file\n',
      code: 2,
    });
    expect(await run('-f', 'json:x')).toMatchObject({ code: 2 });
  });
});

describe('a file that is replaced', () => {
  test('is whole for whoever has it open, keeps its mode, and leaves nothing beside it', async () => {
    const { cwd, run, drafts } = beside({ 'licet-baseline.json': '{"version":1,"repositories":{}}\n' });
    const path = join(cwd, 'licet-baseline.json');
    chmodSync(path, 0o640);
    const [file, before] = [openSync(path, 'r'), readFileSync(path, 'utf8')];
    expect(await run('--suppress-all')).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toBe(before);
    closeSync(file);
    expect(readFileSync(path, 'utf8')).not.toBe(before);
    expect([statSync(path).mode & 0o7777, drafts()]).toEqual([
      process.platform === 'win32' ? 0o666 : 0o640,
      [],
    ]);
  });

  test.skipIf(process.getuid?.() !== 0)('keeps its owner where root writes', async () => {
    const { cwd, run } = beside({ 'x.json': 'old' });
    for (const file of ['x.json', 'README.md']) chownSync(join(cwd, file), 1234, 4321);
    chmodSync(join(cwd, 'x.json'), 0o4750);
    await run('-f', 'json:x.json', '--fix');
    for (const file of ['x.json', 'README.md'])
      expect(statSync(join(cwd, file))).toMatchObject({ uid: 1234, gid: 4321 });
    expect(statSync(join(cwd, 'x.json')).mode & 0o7777).toBe(0o4750);
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toContain('Built with Llama');
  });

  test.each([
    ['a folder', 'README.md', 'sub', 'a folder is there'],
    ['a file on the way', 'README.md', 'README.md/x', 'what should be a folder on the way is none'],
    ['a name that is too long', 'README.md', 'n'.repeat(300), 'the name is too long for this system'],
  ])('%s in its place is told', async (_, stays, name, says) => {
    const { cwd, run, drafts } = beside();
    mkdirSync(join(cwd, 'sub'));
    expect(await run('-f', `json:${name}`)).toMatchObject({
      stderr: `licet: "${name}" could not be written: ${says}\n  hint  Name another file\n`,
      code: 2,
    });
    expect([readFileSync(join(cwd, stays), 'utf8'), drafts()]).toEqual([BAD, []]);
  });

  test('has a name as long as a name may be', () => {
    const { cwd } = beside();
    const name = 'n'.repeat(255);
    expect(writeNamed({ root: cwd, path: join(cwd, name), shown: 'n', text: 'X' })).toBeUndefined();
    expect(readFileSync(join(cwd, name), 'utf8')).toBe('X');
  });
});
