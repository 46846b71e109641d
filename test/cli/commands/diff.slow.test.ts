import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runAction } from '../../../src/action/run.ts';
import { main } from '../../../src/cli/main.ts';
import { github } from '../../../src/core/report/formats/github.ts';
import { sarif } from '../../../src/core/report/formats/sarif.ts';
import { summary } from '../../../src/core/report/formats/summary.ts';
import { RICH } from '../../support/rich-model.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const card = (license: string, base: string, relation: string) =>
  `---\nlicense: ${license}\nbase_model: ${base}\nbase_model_relation: ${relation}\n---\n# Acme\n`;
const OLD = card('llama3.1', 'meta-llama/Llama-3.1-8B', 'finetune');
const NEW = card('apache-2.0', 'Qwen/Qwen2.5-7B', 'finetune');

const licet = (cwd: string, ...args: string[]) =>
  main(args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1' },
    terminal: false,
    width: 200,
    today: '2026-11-30',
  });
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd });

/** A real repository whose last commit holds the old card, and whose folder holds the new. */
function world(folder = ''): string {
  const cwd = tempFolder({ [join(folder, 'README.md')]: OLD, [join(folder, 'config.json')]: '{}' });
  git(cwd, 'init', '-q');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'one');
  writeFileSync(join(cwd, folder, 'README.md'), NEW);
  return cwd;
}
const CHANGES = [
  'license   this release: llama3.1 -> apache-2.0',
  'came in   Qwen/Qwen2.5-7B: finetune, apache-2.0',
  'went out  meta-llama/Llama-3.1-8B: finetune, llama3.1',
];

test('a revision against the folder, in and below the top', async () => {
  const cwd = world();
  const { stdout, code } = await licet(cwd, 'diff', 'HEAD');
  expect(stdout.split('\n').slice(0, 3)).toEqual(CHANGES);
  expect(stdout).toMatch(/\nduty {6}llama3\.1 notice [^\n]*: open -> not owed\n/);
  expect(code).toBe(1);
  const below = world('models/a');
  expect((await licet(below, 'diff', 'HEAD:models/a')).stdout).toBe(stdout);
  expect((await licet(join(below, 'models/a'), 'diff', 'HEAD')).stdout).toBe(stdout);
});

test('what is the same is told and leaves 0', async () => {
  const cwd = world();
  git(cwd, 'commit', '-q', '-a', '-m', 'two');
  expect(await licet(cwd, 'diff', 'HEAD')).toMatchObject({
    stdout: 'Nothing that a release discloses has changed.\n',
    code: 0,
  });
  expect((await licet(cwd, 'diff', 'HEAD~1', 'HEAD')).stdout.split('\n').slice(0, 3)).toEqual(CHANGES);
});

test('documents say what folders say', async () => {
  const [old, now] = [tempFolder({ 'README.md': OLD }), tempFolder({ 'README.md': NEW })];
  const said = (await licet(old, 'diff', '.', now)).stdout;
  expect(said.split('\n').slice(0, 3)).toEqual(CHANGES);
  for (const command of [
    ['dossier', '-f', 'json'],
    ['bom'],
    ['bom', '--spec-version', '1.7'],
    ['bom', '-f', 'spdx'],
  ]) {
    await licet(old, ...command, '-o', 'x.json');
    await licet(now, ...command, '-o', 'x.json');
    expect((await licet(old, 'diff', 'x.json', join(now, 'x.json'))).stdout, command.join(' ')).toBe(said);
    expect((await licet(old, 'diff', 'x.json', '.')).code).toBe(0);
  }
});

test('documents of one form are held against those of another', async () => {
  const [old, now] = [tempFolder({ ...RICH, 'README.md': OLD }), tempFolder(RICH)];
  const said = (await licet(old, 'diff', '.', now)).stdout;
  const forms = [['dossier', '-f', 'json'], ['bom'], ['bom', '-f', 'spdx']];
  for (const [at, command] of forms.entries()) {
    await licet(old, ...command, '-o', `${at}.json`);
    await licet(now, ...command, '-o', `${at}.json`);
  }
  for (const at of forms.keys())
    for (const other of forms.keys()) {
      expect((await licet(old, 'diff', `${at}.json`, join(now, `${other}.json`))).stdout).toBe(said);
      expect((await licet(now, 'diff', `${at}.json`, `${other}.json`)).code).toBe(0);
    }
});

/** As another tool writes it: nothing of licet's own, one object where licet writes a list. */
const FOREIGN = (license: string) =>
  JSON.stringify({
    '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    '@graph': [
      { type: 'SpdxDocument', spdxId: 'urn:x#d', rootElement: ['urn:x#m'] },
      { type: 'ai_AIPackage', spdxId: 'urn:x#m', name: 'acme/a' },
      { type: 'software_Package', spdxId: 'urn:x#b', name: 'acme/base' },
      { type: 'dataset_DatasetPackage', spdxId: 'urn:x#s', name: 'acme/set' },
      { type: 'software_File', spdxId: 'urn:x#f', name: 'LICENSE' },
      {
        type: 'simplelicensing_LicenseExpression',
        spdxId: 'urn:x#l',
        simplelicensing_licenseExpression: license,
      },
      { type: 'Relationship', relationshipType: 'hasDeclaredLicense', from: 'urn:x#b', to: 'urn:x#l' },
      { type: 'Relationship', relationshipType: 'trainedOn', from: 'urn:x#m', to: ['urn:x#s'] },
      { type: 'Relationship', relationshipType: 'contains', from: 'urn:x#m', to: ['urn:x#b', 'urn:x#f'] },
    ],
  });

test('SPDX of another writer says what its own words say', async () => {
  const cwd = tempFolder({ 'README.md': OLD, 'a.json': FOREIGN('MIT'), 'b.json': FOREIGN('Apache-2.0') });
  expect((await licet(cwd, 'diff', 'a.json', 'b.json')).stdout).toBe(
    'license   acme/base: MIT -> Apache-2.0\n',
  );
  expect((await licet(cwd, 'diff', '.', 'a.json')).stdout).toContain(
    'came in   acme/base: component, MIT\ncame in   acme/set: dataset, not known\n',
  );
});

test('Markdown shows what others wrote letter by letter', async () => {
  const [old, now] = [
    tempFolder({ 'README.md': OLD }),
    tempFolder({ 'README.md': card('"a|<b>"', 'x/y', 'merge') }),
  ];
  const { stdout } = await licet(old, 'diff', '.', now, '-f', 'markdown');
  expect(stdout).toContain('| license | `this release` | llama3.1 -\\> a\\|\\<b\\> |');
});

test('nothing of the repository runs', async () => {
  const cwd = world();
  const trap = join(cwd, 'trap.sh');
  const mark = join(cwd, 'ran');
  writeFileSync(trap, `#!/bin/sh\ntouch ${mark}\ncat\n`);
  chmodSync(trap, 0o755);
  writeFileSync(join(cwd, '.gitattributes'), '* filter=x diff=x\n');
  for (const [key, value] of [
    ['filter.x.smudge', trap],
    ['filter.x.process', trap],
    ['diff.x.textconv', trap],
    ['core.fsmonitor', trap],
    ['core.pager', trap],
    ['core.hooksPath', cwd],
  ] as const)
    git(cwd, 'config', key, value);
  expect((await licet(cwd, 'diff', 'HEAD')).stdout.split('\n').slice(0, 3)).toEqual(CHANGES);
  expect(existsSync(mark)).toBe(false);
});

test('a bare repository that somebody committed answers for nothing and runs nothing', async () => {
  const cwd = world('models/a');
  const folder = join(cwd, 'models/a');
  const mark = join(cwd, 'ran');
  const trap = join(cwd, 'trap.sh');
  writeFileSync(trap, `#!/bin/sh\ntouch ${mark}\n`);
  chmodSync(trap, 0o755);
  // Its commit holds what the folder holds now, so that nothing would have changed, and lacks one object.
  const other = tempFolder({ 'README.md': NEW, 'config.json': '{}' });
  git(other, 'init', '-q', '--initial-branch=base');
  git(other, 'add', '.');
  git(other, 'commit', '-q', '-m', 'one');
  git(cwd, 'branch', 'base');
  git(cwd, 'clone', '-q', '--bare', other, 'bare');
  for (const name of ['HEAD', 'config', 'objects', 'refs', 'packed-refs'])
    if (existsSync(join(cwd, 'bare', name))) renameSync(join(cwd, 'bare', name), join(folder, name));
  for (const [key, value] of [
    ['core.repositoryFormatVersion', '1'],
    ['extensions.partialClone', 'x'],
    ['remote.x.promisor', 'true'],
    ['remote.x.url', `ext::${trap}`],
    ['protocol.ext.allow', 'always'],
  ] as const)
    git(folder, '--git-dir=.', 'config', key, value);
  expect((await licet(cwd, 'diff', 'base:models/a')).stdout.split('\n').slice(0, 3)).toEqual(CHANGES);
  const [blob = ''] = readdirSync(join(folder, 'objects')).filter((name) => /^[0-9a-f]{2}$/.test(name));
  rmSync(join(folder, 'objects', blob), { recursive: true });
  await licet(folder, 'diff', 'base');
  await licet(folder, 'diff', 'base:.', '.');
  expect(existsSync(mark)).toBe(false);
});

test('a repository that holds others is compared without them, and so is a tool in it', async () => {
  const cwd = world();
  const QWEN = card('apache-2.0', 'Qwen/Qwen2.5-7B', 'merge');
  const nested = { 'sub/README.md': QWEN, 'sub/config.json': '{"_name_or_path":"google/gemma-2-2b"}' };
  const more = { ...nested, 'node_modules/x/adapter_config.json': '{"base_model_name_or_path":"a/b"}' };
  for (const [name, text] of Object.entries(more)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  git(cwd, 'add', '-f', '.');
  git(cwd, 'commit', '-q', '-m', 'two');
  expect((await licet(cwd, 'diff', 'HEAD')).stdout).toBe('Nothing that a release discloses has changed.\n');
  expect((await licet(cwd, 'diff', 'HEAD~1')).stdout.split('\n').slice(0, 3)).toEqual(CHANGES);
  const outcome = await runAction(
    { ...process.env, GITHUB_WORKSPACE: cwd, HOME: cwd, GITHUB_STEP_SUMMARY: 's', INPUT_DIFF: 'HEAD~1' },
    '2026-11-30',
    { annotations: github, summary, sarif },
  );
  const said = outcome.files.map(({ text }) => text).join('');
  expect(said.match(/What this release discloses: changes/g)).toHaveLength(2);
  expect(said).toContain('| license | `this release` | llama3.1 -\\> apache-2.0 |');
});

test('changes that a summary of GitHub has no room for are counted', async () => {
  const cwd = world();
  const datasets = Array.from({ length: 1000 }, (_, nth) => `- acme/${'x'.repeat(90)}-${nth}\n`).join('');
  for (const folder of ['a', 'b']) {
    mkdirSync(join(cwd, folder));
    writeFileSync(join(cwd, folder, 'README.md'), `---\nlicense: mit\ndatasets:\n${datasets}---\n# x\n`);
  }
  const outcome = await runAction(
    { ...process.env, GITHUB_WORKSPACE: cwd, HOME: cwd, GITHUB_STEP_SUMMARY: 's', INPUT_DIFF: 'HEAD' },
    '2026-11-30',
    { annotations: github, summary, sarif },
  );
  const [said = ''] = outcome.files
    .filter(({ text }) => text.includes('What this release'))
    .map(({ text }) => text);
  expect(said.length).toBeLessThan(101 * 1024);
  expect(said).toMatch(
    /\n\n\d+ more lines are left out: a summary holds no more\. `licet diff` has them\.\n$/,
  );
});

const WORK = {
  key: 'model:a/b',
  name: 'a/b',
  guess: false,
  relation: { is: 'merge', part: null },
  license: { state: 'known', label: 'mit' },
};
test.each([
  [{ subject: { name: {}, license: {} } }],
  [{ subject: { name: 'a', license: { label: ['mit'] } } }],
  [{ works: [{ ...WORK, name: 5 }] }],
  [{ works: [{ ...WORK, key: null }] }],
  [{ works: [{ ...WORK, relation: { is: {}, part: null } }] }],
  [{ works: [{ ...WORK, license: { reason: {} } }] }],
  [{ works: [null] }],
  [{ duties: [{ key: 5, state: 'open' }] }],
  [{ duties: [{}] }],
])('a dossier that holds what none of licet does is none: %j', async (more) => {
  const whole = { form: 1, subject: { name: 'a', license: { label: 'mit' } }, works: [WORK], duties: [] };
  const cwd = tempFolder({
    'whole.json': JSON.stringify({ disclosure: whole }),
    'x.json': JSON.stringify({ disclosure: { ...whole, ...more } }),
  });
  expect((await licet(cwd, 'diff', 'whole.json', 'whole.json')).code).toBe(0);
  for (const format of ['text', 'markdown', 'json']) {
    const { stderr, code } = await licet(cwd, 'diff', 'whole.json', 'x.json', '-f', format);
    expect(code).toBe(2);
    expect(stderr).toContain('licet: "x.json" is no dossier, no CycloneDX and no SPDX 3 document');
  }
});

test('a folder whose name is a pattern of Git is that folder alone', async () => {
  const cwd = world(':(top)a*');
  expect((await licet(join(cwd, ':(top)a*'), 'diff', 'HEAD')).stdout.split('\n').slice(0, 3)).toEqual(
    CHANGES,
  );
});

test.each([
  [['diff'], '`licet diff` takes one or two releases'],
  [['diff', 'no-such'], '"no-such" is no file, no folder and no revision here'],
  [['diff', '.', 'bad.json'], '"bad.json" is not valid JSON'],
  [['diff', '.', 'other.json'], '"other.json" is no dossier, no CycloneDX and no SPDX 3 document'],
  [['diff', '--', '--output=x'], '"--output=x" is no file, no folder and no revision here'],
])('%j is refused in one message', async (args, message) => {
  const cwd = tempFolder({ 'README.md': OLD, 'bad.json': '{', 'other.json': '{"disclosure":{"form":1}}' });
  const { stderr, code } = await licet(cwd, ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(`licet: ${message}`);
});
