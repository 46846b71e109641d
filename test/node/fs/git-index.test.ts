import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const CARD = '---\nlicense: mit\n---\n# Tiny\n\nTiny is small.\n';
const LLAMA = '{"_name_or_path":"acme/base-7b","model_type":"llama"}';

/** A work tree whose `.gitignore` names configs, a folder and a star, one config tracked all the same. */
function workTree(init: readonly string[] = [], after: readonly (readonly string[])[] = []) {
  const root = tempFolder({
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
