import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const today = new Date().toISOString().slice(0, 10);
const manifest = (version: string) => JSON.stringify({ name: 'licet', version });

/** A clone whose release is consistent, and what the check says of it after a change. */
function clone() {
  const cwd = tempFolder({
    'package.json': manifest('1.2.3'),
    'package-lock.json': JSON.stringify({ version: '1.2.3', packages: { '': { version: '1.2.3' } } }),
    'CHANGELOG.md': `# Changelog\n\n## 1.2.3 (${today})\n\n- Something.\n`,
    'dist/licet.cjs': "console.log('1.2.3');\n",
    'data/models.tsv': `id\tlicense\tas_of\nacme/A\tmit\t${today}\nacme/B\tmit\t\n`,
  });
  const base = { PATH: process.env['PATH'] ?? '', HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd, encoding: 'utf8', env: base });
  git('init', '-qb', 'main');
  git('config', 'user.name', 't');
  git('config', 'user.email', 't@t');
  const commit = () => {
    git('add', '-A');
    git('commit', '-qm', 'x', '--allow-empty');
  };
  commit();
  const check = (env: Readonly<Record<string, string>> = {}) => {
    const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
    const script = join(root, 'scripts/release/check.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, script, cwd], {
      encoding: 'utf8',
      env: { ...base, ...env },
    });
    return { status, out: stdout, troubles: stderr.split('\n').filter((line) => line !== '') };
  };
  const put = (name: string, text: string) => writeFileSync(join(cwd, name), text);
  return { cwd, git, commit, check, put };
}

test('a consistent release passes, with its tag and without one', () => {
  const { git, check } = clone();
  const good = { status: 0, out: '1.2.3 is ready for release\n', troubles: [] };
  expect(check()).toEqual(good);
  git('tag', 'v1.2.3');
  git('tag', 'v1');
  expect(check({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.2.3' })).toEqual(good);
});

test('each thing that was forgotten is one line', () => {
  const { commit, check, put } = clone();
  put('package.json', manifest('1.3.0'));
  put('data/models.tsv', 'id\tlicense\tas_of\nacme/A\tmit\t2020-05\nacme/B\tmit\t2999-01-01\n');
  commit();
  expect(check()).toEqual({
    status: 1,
    out: '',
    troubles: [
      'package-lock.json: version 1.2.3, package.json has 1.3.0: run `npm install`',
      'package-lock.json: version 1.2.3, package.json has 1.3.0: run `npm install`',
      'CHANGELOG.md: no section "## 1.3.0 (YYYY-MM-DD)"',
      'dist/licet.cjs: version 1.2.3, not 1.3.0: run `npm run build`',
      'data/models.tsv: 1 rows are dated in the future',
    ],
  });
});

test('a changelog without a date, old data, a changed and a broken bundle', () => {
  const { cwd, check, put } = clone();
  put('CHANGELOG.md', '# Changelog\n\n## 1.2.3 (unreleased)\n');
  put('data/models.tsv', 'id\tlicense\tas_of\nacme/A\tmit\t2020-05\n');
  rmSync(join(cwd, 'dist/licet.cjs'));
  expect(check().troubles).toEqual([
    'CHANGELOG.md: "## 1.2.3 (unreleased)" has no date',
    'CHANGELOG.md: "## 1.2.3 (unreleased)" is empty',
    'dist/licet.cjs: it does not start: run `npm run build`',
    'dist: it has uncommitted changes',
    'data/models.tsv: the newest row is of 2020-05: run `npm run refresh`',
  ]);
});

test('a tag of another version, and a version that is released already', () => {
  const { git, commit, check } = clone();
  expect(check({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.2.4' }).troubles).toEqual([
    'tag v1.2.4: package.json has version 1.2.3',
  ]);
  git('tag', 'v1.2.3');
  commit();
  expect(check().troubles).toEqual([
    'tag v1.2.3: it names another commit, so this version is released already',
  ]);
});
