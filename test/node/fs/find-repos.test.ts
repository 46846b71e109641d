import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { UsageError } from '../../../src/core/read/read-error.ts';
import { findRepos, type FindOptions } from '../../../src/node/fs/find-repos.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const CARD = '---\nlicense: mit\n---\n# A model\n';
const CONFIG = '{"model_type": "llama"}';

type Files = Parameters<typeof tempFolder>[0];

async function find(
  files: Files,
  args: readonly string[],
  options: Omit<FindOptions, 'cwd'> & { readonly in?: string } = {},
) {
  const cwd = join(tempFolder(files), options.in ?? '');
  const { repos, skipped } = await findRepos(args, { ...options, cwd });
  return {
    repos: repos.map(({ root, files, card, complete }) => ({ root, files, card, complete })),
    skipped,
  };
}

async function roots(
  files: Files,
  args: readonly string[],
  options: Omit<FindOptions, 'cwd'> & { readonly in?: string } = {},
) {
  return (await find(files, args, options)).repos.map((repo) => repo.root);
}

test('no argument means the current folder', async () => {
  expect(await find({ 'README.md': CARD, 'model.safetensors': '' }, [])).toEqual({
    repos: [{ root: '', files: ['README.md', 'model.safetensors'], card: 'README.md', complete: true }],
    skipped: [],
  });
});

describe('a config, lock or baseline that a hook is handed alone', () => {
  const settings = [
    'licet.config.yaml',
    'licet.config.yml',
    'licet.config.json',
    'licet.lock.json',
    'licet-baseline.json',
  ];
  const models = { 'models/a/README.md': CARD, 'models/b/config.json': CONFIG, 'src/x.py': '' };

  test.each(settings)('%s at the root: all that lies below', async (file) => {
    expect(await roots({ ...models, [file]: '' }, [file], { lenient: true })).toEqual([
      'models/a',
      'models/b',
    ]);
    expect(await roots({ ...models, 'README.md': CARD, [file]: '' }, [file])).toEqual(['', 'models/a']);
  });

  test('in a folder of several: these alone', async () => {
    const files = { ...models, 'models/licet.config.yaml': '', 'other/c/README.md': CARD };
    expect(await roots(files, ['models/licet.config.yaml'])).toEqual(['models/a', 'models/b']);
  });

  test('in a model, or in a folder of one: that model', async () => {
    const files = { ...models, 'models/a/licet.config.yaml': '', 'models/a/sub/licet.lock.json': '' };
    expect(await roots(files, ['models/a/licet.config.yaml'])).toEqual(['models/a']);
    expect(await roots(files, ['models/a/sub/licet.lock.json'])).toEqual(['models/a']);
  });

  test('beside what else is named, each repository once', async () => {
    const files = { ...models, 'licet-baseline.json': '' };
    expect(await roots(files, ['licet-baseline.json', 'models/a/README.md'])).toEqual([
      'models/a',
      'models/b',
    ]);
  });

  test('is no reason to walk for another file of the folder, nor where nothing lies below', async () => {
    expect(await roots({ ...models, LICENSE: '' }, ['LICENSE'], { lenient: true })).toEqual([]);
    expect(
      await roots({ 'licet.config.yaml': '', 'src/x.py': '' }, ['licet.config.yaml'], { lenient: true }),
    ).toEqual([]);
  });
});

test('a card that lost its front matter is still found in the current folder', async () => {
  expect(await roots({ 'README.md': '# A model' }, [])).toEqual(['']);
});

test.each([
  'adapter_config.json',
  'mergekit_config.yml',
  'mergekit_moe_config.yml',
  'model_index.json',
  'a.safetensors',
  'a.gguf',
  'pytorch_model.bin',
  'a.onnx',
  'a.pt',
])('a folder with %s is a repository', async (file) => {
  expect(await roots({ [`models/a/${file}`]: '', 'src/x.py': '' }, [])).toEqual(['models/a']);
});

test('a config.json is a mark if it is the config of a model', async () => {
  expect(await roots({ 'a/config.json': CONFIG, 'web/config.json': '{"port": 80}' }, [])).toEqual(['a']);
});

test('front matter of a web page makes no model card, a misspelled license does', async () => {
  expect(
    await roots(
      {
        'docs/README.md': '---\ntitle: Guide\nlayout: page\n---\n',
        'a/README.md': '---\nlicence: mit\n---\n',
      },
      [],
    ),
  ).toEqual(['a']);
});

test('several repositories in one tree are found in order, each with its own files', async () => {
  const files = {
    'b/README.md': CARD,
    'a/README.md': CARD,
    'a/inner/README.md': CARD,
    'a/inner/x.gguf': '',
    'a/NOTICE': '',
    'top.txt': '',
  };
  expect((await find(files, [])).repos).toMatchObject([
    { root: 'a', files: ['NOTICE', 'README.md'] },
    { root: 'a/inner', files: ['README.md', 'x.gguf'] },
    { root: 'b', files: ['README.md'] },
  ]);
});

test.each([
  'unet/config.json',
  'vae/a.safetensors',
  '1_Pooling/config.json',
  'checkpoint-500/adapter_config.json',
  'adapter/adapter_config.json',
  'onnx/model.onnx',
  'original/params/x.pt',
  'odd/place/model.bin',
])('%s belongs to the repository around it', async (part) => {
  expect(await roots({ 'README.md': CARD, [part]: CONFIG }, [])).toEqual(['']);
});

test('a checkpoint with the card that its trainer wrote is no repository of its own', async () => {
  expect(
    await roots(
      { 'README.md': CARD, 'checkpoint-5/README.md': CARD, 'checkpoint-5/adapter_config.json': '' },
      [],
    ),
  ).toEqual(['']);
});

test('parts alone make the folder around them a repository', async () => {
  expect(await roots({ 'm/unet/config.json': CONFIG, 'm/vae/config.json': CONFIG }, [])).toEqual(['m']);
});

test('a folder that is named is a repository, whatever is in it', async () => {
  expect(await roots({ 'a/train.py': '' }, ['a'])).toEqual(['a']);
});

test.each([
  ['a card without front matter beside code', { 'README.md': '# Acme\n', 'modeling_acme.py': '' }],
  ['a configuration of a model', { 'README.md': '# Acme\n', 'configuration_acme.py': '' }],
])('a config deep inside does not take the named folder out of the run: %s', async (_, files) => {
  const nested = { 'models/weights/other-audio-encoder/config.json': CONFIG };
  const own = Object.fromEntries(Object.entries(files).map(([file, text]) => [`models/${file}`, text]));
  expect(await roots({ ...own, ...nested }, ['models'])).toContain('models');
});

test('a folder that is named and only holds repositories stands for these', async () => {
  expect(await roots({ 'x/a/README.md': CARD, 'x/b/README.md': CARD }, ['x'])).toEqual(['x/a', 'x/b']);
});

test('a README.md that is named is a repository; alone, it says nothing of other files', async () => {
  expect(
    (await find({ 'a/README.md': '# no front matter', 'a/LICENSE': '' }, ['a/README.md'])).repos,
  ).toEqual([{ root: 'a', files: ['LICENSE', 'README.md'], card: 'README.md', complete: false }]);
  expect((await find({ 'a/README.md': CARD, 'a/config.json': CONFIG }, ['a/README.md'])).repos).toMatchObject(
    [{ root: 'a', complete: true }],
  );
});

test('models of a repository inside do not complete the card around it', async () => {
  expect(
    (await find({ 'README.md': CARD, 'in/README.md': CARD, 'in/x.gguf': '' }, ['README.md'])).repos,
  ).toMatchObject([{ root: '', complete: false }]);
});

test('a README.md without front matter in a repository is a page of that repository', async () => {
  expect(
    await roots({ 'README.md': CARD, 'a.gguf': '', 'docs/README.md': '# How to' }, ['docs/README.md']),
  ).toEqual(['']);
});

test('other Markdown files with front matter are single cards', async () => {
  expect(
    await find({ 'cards/a.md': CARD, 'cards/b.md': CARD, 'cards/c.md': '# c' }, [
      'cards/a.md',
      'cards/b.md',
      'cards/c.md',
    ]),
  ).toEqual({
    repos: [
      { root: 'cards', files: ['a.md'], card: 'a.md', complete: false },
      { root: 'cards', files: ['b.md'], card: 'b.md', complete: false },
    ],
    skipped: ['cards/c.md'],
  });
});

test('a file leads to the repository that holds it, once', async () => {
  const files = {
    'm/README.md': CARD,
    'm/NOTICE': '',
    'm/unet/config.json': CONFIG,
    'm/sub/deep/LICENSE': '',
  };
  expect(
    await find(files, ['m/NOTICE', 'm/unet/config.json', 'm/sub/deep/LICENSE', 'm/README.md', 'm']),
  ).toMatchObject({ repos: [{ root: 'm', complete: true }], skipped: [] });
});

test('a file leads out of the current folder up to the top of the work tree, no further', async () => {
  const files = { 'README.md': CARD, 'm/.git/HEAD': '', 'm/README.md': CARD, 'm/s/NOTICE': '' };
  expect(await roots(files, ['NOTICE'], { in: 'm/s' })).toEqual(['..']);
  await expect(
    roots({ 'README.md': CARD, 'm/.git/HEAD': '', 'm/s/NOTICE': '' }, ['NOTICE'], { in: 'm/s' }),
  ).rejects.toThrow(UsageError);
});

test('irrelevant files that a hook passes are skipped in silence', async () => {
  expect(await find({ 'm/README.md': CARD, 'src/foo.py': '' }, ['src/foo.py', 'm/README.md'])).toMatchObject({
    repos: [{ root: 'm' }],
    skipped: ['src/foo.py'],
  });
});

test.each([
  [['nowhere'], '"nowhere" does not exist'],
  [['x/*.gguf'], 'The pattern "x/*.gguf" matches nothing'],
  [['src/foo.py'], 'No model repository found in or around "src/foo.py"'],
  [[], 'No model repository found in this folder'],
  [[''], 'An argument is empty'],
])('%j is an error of use', async (args, message) => {
  await expect(roots({ 'src/foo.py': '' }, args)).rejects.toThrow(message);
  await expect(roots({ 'src/foo.py': '' }, args)).rejects.toBeInstanceOf(UsageError);
});

test('an empty folder holds no repository', async () => {
  const cwd = tempFolder();
  mkdirSync(join(cwd, 'empty'));
  await expect(findRepos(['empty'], { cwd })).rejects.toThrow('No model repository found');
});

test('patterns find repositories, and a path with the signs of a pattern is a path', async () => {
  const files = {
    'ms/a/README.md': CARD,
    'ms/b/README.md': CARD,
    'ms/notes.txt': '',
    'src/x.py': '',
    '[v1]/README.md': CARD,
  };
  expect(await roots(files, ['ms/*'])).toEqual(['ms/a', 'ms/b']);
  expect(await roots(files, ['[v1]'])).toEqual(['[v1]']);
  expect(await roots(files, ['**/*'])).toEqual(['[v1]', 'ms/a', 'ms/b']);
});

test('what Git ignores is left out of a walk, but not where it is named', async () => {
  const files = {
    '.git/HEAD': '',
    '.gitignore': 'out/\n*.log\n!keep.log',
    'out/README.md': CARD,
    'm/README.md': CARD,
    'm/a.log': '',
    'm/keep.log': '',
    'm/.gitignore': 'LICENSE',
    'm/LICENSE': '',
  };
  expect((await find(files, [])).repos).toMatchObject([
    { root: 'm', files: ['.gitignore', 'README.md', 'keep.log'] },
  ]);
  expect((await find(files, ['out'])).repos).toMatchObject([{ root: 'out', files: ['README.md'] }]);
  expect(await roots(files, ['out/README.md'])).toEqual(['out']);
  expect((await find(files, ['*'])).repos).toMatchObject([{ root: 'm' }]);
  expect((await find(files, ['.'], { in: 'm' })).repos).toMatchObject([
    { root: '', files: ['.gitignore', 'README.md', 'keep.log'] },
  ]);
});

test.each([
  ['a pattern that no expression can hold', 'a?'.repeat(30_000)],
  ['a pattern of a thousand and one letters', `${'x'.repeat(1000)}*`],
])('%s leaves nothing out, which is told, and the run goes on', async (_, pattern) => {
  const cwd = tempFolder({
    '.git/HEAD': '',
    '.gitignore': `${pattern}\n`,
    'README.md': '---\nlicense: mit\n---\n# x\n',
  });
  const { repos, notes } = await findRepos([], { cwd });
  expect(repos).toHaveLength(1);
  expect(notes.join()).toContain('more than 4 stars or 1000 letters, which leave nothing out: 1');
});

test('what the configuration ignores is skipped even where a hook names it', async () => {
  const files = { 'old/README.md': CARD, 'm/README.md': CARD, 'm/LICENSE': '' };
  expect(await find(files, ['old/README.md'], { ignores: ['old/'] })).toEqual({
    repos: [],
    skipped: ['old/README.md'],
  });
  expect(
    await find(files, ['.'], { ignores: ['old'], ignored: (file) => file === 'm/LICENSE' }),
  ).toMatchObject({ repos: [{ root: 'm', files: ['README.md'] }] });
});

test('--card names the card', async () => {
  const files = { 'm/CARD.md': 'x', 'm/a.gguf': '', 'n/CARD.md': 'x' };
  expect((await find(files, ['m', 'n'], { card: 'CARD.md' })).repos).toMatchObject([
    { root: 'm', card: 'CARD.md' },
    { root: 'n', card: 'CARD.md' },
  ]);
  expect((await find(files, ['m'], { card: 'm/CARD.md' })).repos).toMatchObject([
    { root: 'm', card: 'CARD.md' },
  ]);
  expect((await find(files, [], { card: 'CARD.md', in: 'm' })).repos).toMatchObject([
    { root: '', card: 'CARD.md' },
  ]);
  await expect(roots(files, ['m'], { card: 'MISSING.md' })).rejects.toThrow('is in none of the repositories');
});

test('a folder reached by two ways is one repository', async () => {
  const cwd = tempFolder({ 'm/README.md': CARD });
  symlinkSync(join(cwd, 'm'), join(cwd, 'alias'));
  const { repos } = await findRepos(['alias', 'm'], { cwd });
  expect(repos).toHaveLength(1);
});

describe('what a walk does not reach', () => {
  const CARD = '---\nlicense: mit\n---\n# Tiny\n\nTiny was trained from scratch.\n';
  const deep = (from: string) => `${from}${Array.from({ length: 13 }, (_, at) => at + 1).join('/')}`;
  const lint = (folder: string, ...args: string[]) =>
    main(args, { cwd: folder, env: { HOME: folder }, terminal: false, width: 100, today: '2026-11-24' });

  test('too deep is a warning of the repository that it lies in', async () => {
    const root = tempFolder({
      'README.md': CARD,
      [`${deep('m/')}/README.md`]: CARD,
      [`${deep('n/')}/x`]: '',
    });
    const { stdout, code } = await lint(root, '-f', 'compact');
    expect(stdout).toBe(
      'm/1/2/3/4/5/6/7/8/9/10/11/12/:-  warning  "m/1/2/3/4/5/6/7/8/9/10/11/12" and 1 other folder lie ' +
        'more than 12 folders deep and were not read  unreadable-file\n',
    );
    expect(code).toBe(0);
    expect((await lint(root, '--max-warnings', '0')).code).toBe(1);
    expect((await lint(root, '.', deep('m/'), '-f', 'json')).stdout).toContain(`"path": "${deep('m/')}"`);
  });

  test('in no repository, the first one reports it; where there is none, the message does', async () => {
    const root = tempFolder({ 'a/README.md': CARD, 'b/README.md': CARD, [`${deep('c/')}/README.md`]: CARD });
    expect((await lint(root, '-f', 'compact')).stdout).toMatch(
      new RegExp(
        String.raw`^a\/\.:\S+ {2}warning {2}"c\/1\/\S+" lies more than 12 folders deep and was not read ` +
          String.raw`{2}unreadable-file\n$`,
      ),
    );
    expect((await lint(root, 'c')).stderr).toMatch(
      /hint .*"c\/1\/2\/\S+" lies more than 12 folders deep and was not read\n/,
    );
    expect(await lint(root, 'c', '--no-error-on-unmatched-pattern')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^licet: "c\/1\/\S+" lies more than 12 folders deep/) as string,
    });
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a closed folder is a warning too',
    async () => {
      const root = tempFolder({ 'README.md': CARD, 'shut/x': '' });
      chmodSync(join(root, 'shut'), 0);
      const { stdout } = await lint(root, '-f', 'compact');
      chmodSync(join(root, 'shut'), 0o700);
      expect(stdout).toContain('"shut" could not be opened, so nothing in it was read');
    },
  );
});

test("a card that is a link into Git's folder is not read: a token may stand there", async () => {
  const cwd = tempFolder({ '.git/config': '[http]\n\textraheader = secret\n', 'config.json': CONFIG });
  symlinkSync('.git/config', join(cwd, 'README.md'));
  const host = { cwd, env: {}, terminal: false, width: 80, today: '2026-11-30' };
  const { stdout, stderr } = await main([], host);
  expect(stdout + stderr).not.toContain('http');
  expect(stdout).toContain('"README.md" is a symbolic link that leads out of the repository');
});
