import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const CARD = '---\nlicense: mit\n---\n# Tiny\n\nTiny is small.\n';
const LLAMA = '{"_name_or_path":"acme/base-7b","model_type":"llama"}';

/** A work tree whose `.gitignore` names configs, a folder and a star, one config tracked all the same. */
function workTree(
  init: readonly string[] = [],
  after: readonly (readonly string[])[] = [],
  more: Readonly<Record<string, string>> = {},
) {
  const root = tempFolder({
    ...more,
    'repo/README.md': CARD,
    'repo/.gitignore': 'config.json\nkept/\n*.yml\n',
    'repo/config.json': LLAMA,
    'repo/kept/adapter_config.json': '{"base_model_name_or_path":"acme/kept-7b","peft_type":"LORA"}',
    'repo/kept/more/adapter_config.json': '{"base_model_name_or_path":"acme/loose-7b","peft_type":"LORA"}',
    'repo/mergekit_config.yml': 'merge_method: ties\nmodels:\n  - model: acme/merged-7b\n',
  });
  const cwd = join(root, 'repo');
  const env = { PATH: process.env['PATH'] ?? '', HOME: root, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]) => {
    const { status, stderr } = spawnSync('git', args, { cwd, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  git('init', '-q', ...init);
  git('config', 'user.name', 't');
  git('config', 'user.email', 't@t');
  git('add', 'README.md', '.gitignore');
  for (const args of after) git(...args);
  return { root, cwd };
}

async function run(cwd: string, paths: readonly string[] = []) {
  const world = { cwd, env: {}, terminal: false, width: 80, today: '2026-11-29' };
  return main([...paths, '-f', 'json'], world);
}

async function upstreams(cwd: string, paths: readonly string[] = []): Promise<string[]> {
  const { stdout } = await run(cwd, paths);
  const { repositories } = JSON.parse(stdout) as { repositories: { upstreams: { model: string }[] }[] };
  return repositories.flatMap((one) => one.upstreams.map(({ model }) => model)).sort();
}

/** An index of version 4: one path, then entries that each repeat it and add nothing. */
function repeated(path: string, times: number): Buffer {
  const entry = (name: string) =>
    Buffer.concat([Buffer.alloc(60), Buffer.from([0x0f, 0xff, 0]), Buffer.from(`${name}\0`)]);
  const head = Buffer.from('DIRC\0\0\0\x04\0\0\0\0', 'latin1');
  head.writeUInt32BE(times + 1, 8);
  const again = Array.from({ length: times }, () => entry(''));
  return Buffer.concat([head, entry(path), ...again, Buffer.alloc(20)]);
}

/** An index of version 4 with so many paths that share no folder, each of two thousand folders. */
function deep(times: number): Buffer {
  const names = Array.from({ length: times }, (_, nth) => `${'a/'.repeat(1990)}x`.replace('a', `a${nth}`));
  const head = Buffer.from('DIRC\0\0\0\x02\0\0\0\0', 'latin1');
  head.writeUInt32BE(times + 1, 8);
  const entry = (name: string) => {
    const bytes = Buffer.concat([Buffer.alloc(60), Buffer.from([0x0f, 0xff]), Buffer.from(`${name}\0`)]);
    return Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)]);
  };
  return Buffer.concat([head, ...[...names, 'config.json'].map(entry), Buffer.alloc(20)]);
}

describe('the folder of a tool is not read, and told where Git tracks something in it', () => {
  const NESTED = { 'repo/node_modules/m/README.md': CARD, 'repo/.venv/lib/README.md': CARD };
  const told = async (cwd: string, ...args: readonly string[]) =>
    (
      await main([...args, '-f', 'compact'], {
        cwd,
        env: {},
        terminal: false,
        width: 80,
        today: '2026-11-29',
      })
    ).stdout;
  const tracked = (...paths: readonly string[]) =>
    workTree([], paths.length === 0 ? [] : [['add', '-f', ...paths]], NESTED);

  test('untracked, it says nothing', async () => {
    expect(await told(tracked().cwd)).not.toContain('tool');
  });

  test.each<readonly string[]>([[], ['--frozen-config', 'pin.yaml']])(
    'tracked, it is told %s',
    async (...args) => {
      const { cwd } = tracked('node_modules');
      writeFileSync(join(cwd, 'pin.yaml'), '{}\n');
      expect(await told(cwd, ...args)).toContain(
        'node_modules/:-  warning  "node_modules" is tracked by Git and was not read: ' +
          'it is the folder of a tool',
      );
    },
  );

  test('several are told in one finding', async () => {
    const out = await told(tracked('node_modules', '.venv').cwd);
    expect(out).toContain('".venv" and 1 other folder are tracked by Git and were not read');
  });

  test('one that is named is read, and one that `ignores` leaves out is not told', async () => {
    const { cwd } = tracked('node_modules');
    expect(await told(cwd, 'node_modules')).not.toContain('tool');
    writeFileSync(join(cwd, 'licet.config.yaml'), 'ignores: [node_modules/]\n');
    expect(await told(cwd)).not.toContain('tool');
  });
});

describe('a pattern', () => {
  const NESTED = { 'repo/node_modules/m/README.md': CARD, 'repo/models/a/README.md': CARD };
  const NOTE =
    'licet: "node_modules" is tracked by Git and no pattern looks into it: name it to lint what is in it\n';
  const linted = async (cwd: string, pattern: string) => {
    const { stdout, stderr } = await run(cwd, [pattern]);
    const { repositories } = JSON.parse(stdout) as { repositories: { path: string }[] };
    return { roots: repositories.map(({ path }) => path), stderr };
  };

  test.each(['node_modules/*', 'node_modules/**', '*/../node_modules/m/README.md'])(
    'that names the folder, %s, looks into it',
    async (pattern) => {
      const { cwd } = workTree([], [], NESTED);
      expect((await linted(cwd, pattern)).roots).toEqual(['node_modules/m']);
    },
  );

  test.each(['**/README.md', '*/*', '*'])('%s does not, and says so where Git tracks it', async (pattern) => {
    const { cwd } = workTree([], [], NESTED);
    expect((await linted(cwd, pattern)).stderr).toBe('');
    const tracked = workTree([], [['add', '-f', 'node_modules']], NESTED);
    expect(await linted(tracked.cwd, pattern)).toMatchObject({ stderr: NOTE });
    expect((await linted(tracked.cwd, pattern)).roots).not.toContain('node_modules/m');
  });

  test('that could match nothing there says nothing', async () => {
    const { cwd } = workTree([], [['add', '-f', 'node_modules']], NESTED);
    expect((await linted(cwd, 'models/*')).stderr).toBe('');
  });
});

const CONFIG = ['add', '-f', 'config.json'];
const KEPT = ['add', '-f', 'kept/adapter_config.json'];

describe('a file that Git tracks is read, whatever `.gitignore` says', () => {
  test('what is ignored and not tracked is not read', async () => {
    expect(await upstreams(workTree().cwd)).toEqual([]);
  });

  test('a tracked file is', async () => {
    expect(await upstreams(workTree([], [CONFIG]).cwd)).toEqual(['acme/base-7b']);
  });

  test('one in a folder that is ignored is, and nothing else of the folder', async () => {
    expect(await upstreams(workTree([], [KEPT]).cwd)).toEqual(['acme/kept-7b']);
  });

  test('one that a pattern with a star names', async () => {
    expect(await upstreams(workTree([], [['add', '-f', 'mergekit_config.yml']]).cwd)).toEqual([
      'acme/merged-7b',
    ]);
  });

  test('seen from a folder above, and by a glob', async () => {
    const { root } = workTree([], [CONFIG, KEPT]);
    const both = ['acme/base-7b', 'acme/kept-7b'];
    expect(await upstreams(root, ['repo'])).toEqual(both);
    expect(await upstreams(root, ['re*'])).toEqual(both);
  });

  test.each([
    ['version 4, which names only how paths differ', [], [['update-index', '--index-version', '4']]],
    ['version 3, with flags of its own', [], [['add', '-N', '-f', 'mergekit_config.yml']]],
    ['objects by SHA-256', ['--object-format=sha256'], []],
  ])('an index of %s', async (_, init, more) => {
    const read = await upstreams(workTree(init, [CONFIG, KEPT, ...more]).cwd);
    expect(read).toEqual(expect.arrayContaining(['acme/base-7b', 'acme/kept-7b']));
    expect(read).not.toContain('acme/loose-7b');
  });

  describe('a split index', () => {
    const COMMIT = ['commit', '-qm', 'one'];
    const SPLIT = ['update-index', '--split-index'];
    const shared = (cwd: string) =>
      readdirSync(join(cwd, '.git')).filter((name) => name.startsWith('sharedindex.'));

    test('is read with the shared one under it', async () => {
      const { cwd } = workTree([], [CONFIG, KEPT, COMMIT, SPLIT]);
      expect(shared(cwd)).toHaveLength(1);
      expect(await upstreams(cwd)).toEqual(['acme/base-7b', 'acme/kept-7b']);
    });

    test.each([
      ['without what was taken out of it since', [['rm', '-q', '--cached', 'config.json']], ['acme/kept-7b']],
      [
        'with what was added since',
        [['add', '-f', 'mergekit_config.yml']],
        ['acme/base-7b', 'acme/kept-7b', 'acme/merged-7b'],
      ],
      [
        'with what was put in the place of an entry',
        [['update-index', '--chmod=+x', 'config.json']],
        undefined,
      ],
    ])('%s', async (_, since, models = ['acme/base-7b', 'acme/kept-7b']) => {
      const { cwd } = workTree([], [CONFIG, KEPT, COMMIT, SPLIT, ...since]);
      expect(shared(cwd)).toHaveLength(1);
      expect(await upstreams(cwd)).toEqual(models);
    });

    test.each<[string, (file: string) => void]>([
      ['is gone', (file) => rmSync(file)],
      ['is damaged', (file) => writeFileSync(file, 'DIRC')],
      ['is a link', (file) => (renameSync(file, `${file}.moved`), symlinkSync(`${file}.moved`, file))],
    ])('whose shared one %s is told', async (_, harm) => {
      const { cwd } = workTree([], [CONFIG, COMMIT, SPLIT]);
      const [name = ''] = shared(cwd);
      harm(join(cwd, '.git', name));
      expect(await upstreams(cwd)).toEqual([]);
      expect((await run(cwd)).stderr).toContain('".git/index" cannot be read as an index of Git');
    });
  });

  test('of a long path no folder is held, so that many of them cost no more than their letters', async () => {
    const { cwd } = workTree();
    writeFileSync(join(cwd, '.git/index'), deep(2000));
    expect(await upstreams(cwd)).toEqual(['acme/base-7b']);
  });

  test('in a linked work tree, whose `.git` is a file', async () => {
    const { root } = workTree([], [CONFIG, ['commit', '-qm', 'one'], ['worktree', 'add', '-q', '../linked']]);
    expect(await upstreams(join(root, 'linked'))).toEqual(['acme/base-7b']);
  });

  test.each([
    ['empty', ''],
    ['cut', 'DIRC\0\0\0\x02\0\0\0\x09'],
    ['of another version', 'DIRC\0\0\0\x09\0\0\0\0'],
    ['no index', 'x'.repeat(500)],
    ['of one path that is too long', repeated('config.json'.padEnd(4097, 'x'), 1)],
    ['small, and of very much when it is spelled out', repeated('config.json'.padEnd(4000, 'x'), 10_000)],
  ])('an index that is %s tracks nothing, which is told', async (_, bytes) => {
    const { cwd } = workTree([], [CONFIG]);
    writeFileSync(join(cwd, '.git/index'), bytes, 'latin1');
    expect(await upstreams(cwd)).toEqual([]);
    expect((await run(cwd)).stderr.replace(/\s+/g, ' ')).toContain(
      '".git/index" cannot be read as an index of Git, so `.gitignore` leaves out tracked files too',
    );
  });

  test('one that repeats within bounds is read, and where there is none nothing is told', async () => {
    const { cwd } = workTree();
    writeFileSync(join(cwd, '.git/index'), repeated('config.json', 3));
    expect(await upstreams(cwd)).toEqual(['acme/base-7b']);
    rmSync(join(cwd, '.git/index'));
    expect((await run(cwd)).stderr).toBe('');
  });
});
