import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { runAction } from '../../src/action/run.ts';
import { main } from '../../src/cli/main.ts';
import { json } from '../../src/core/report/formats/json.ts';
import { sarif } from '../../src/core/report/formats/sarif.ts';
import { RULE_PAGES } from '../../src/core/version.ts';
import manifest from '../../package.json' with { type: 'json' };
import { tempFolder } from '../support/temp-folder.ts';

const CARD = '---\nlicense: mit\n---\n# Tiny\n\nTiny was trained from scratch.\n';
const PLUGIN = `export default { plugins: [{ name: 'acme', rules: [
  {
    name: 'acme-bare',
    summary: 'Be told of',
    severity: 'info',
    *check() { yield { message: 'Card was read', at: { file: 'README.md', start: 0, end: 0 } }; },
  },
  {
    name: 'acme-paged',
    summary: 'Be told of too',
    severity: 'info',
    page: 'https://acme.example/paged',
    *check() {},
  },
] }] };\n`;

function at(files: Readonly<Record<string, string>>) {
  const folder = tempFolder({ '.git/HEAD': '', ...files });
  return {
    folder,
    run: (...args: string[]) =>
      main(args, { cwd: folder, env: { HOME: folder }, terminal: false, width: 80, today: '2026-11-24' }),
  };
}

interface Descriptor {
  readonly id: string;
  readonly helpUri?: string;
  readonly help: { readonly text: string; readonly markdown: string };
}
const rulesOf = (log: string) =>
  (JSON.parse(log) as { runs: [{ tool: { driver: { rules: readonly Descriptor[] } } }] }).runs[0].tool.driver
    .rules;

test('a config in code that lies there is not run, and the lint says so once', async () => {
  const { run } = at({
    'a/README.md': CARD,
    'b/README.md': CARD,
    'licet.config.mjs': 'throw new Error("run");\n',
  });
  expect(await run()).toEqual(
    expect.objectContaining({
      stdout: expect.stringMatching(
        /^✔ 2 repositories, 0 upstreams, data of \d{4}-\d\d-\d\d: no problems\n$/,
      ) as string,
      stderr: 'licet: "licet.config.mjs" was not run: code is read only where `--config` names it\n',
      code: 0,
    }),
  );
  expect((await run('--no-config')).stderr).toBe('');
});

test('the Action says so too', async () => {
  const { folder } = at({ 'README.md': CARD, 'licet.config.js': 'throw new Error("run");\n' });
  expect(
    (
      await runAction({ GITHUB_WORKSPACE: folder, HOME: folder }, '2026-11-24', {
        annotations: json,
        summary: json,
        sarif,
      })
    ).stderr,
  ).toBe('licet: "licet.config.js" was not run: code is read only where `--config` names it\n');
});

test('where the config leaves out all that was named, silence is explained', async () => {
  const { run } = at({ 'old/m/README.md': CARD, 'licet.config.yaml': 'ignores: [old/**]\n' });
  expect((await run('old/m')).stderr).toBe(
    'licet: nothing was linted: `ignores` of the config leaves out "old/m"\n',
  );
  expect((await run('old')).stderr).toContain('`ignores` of the config may leave it out');
});

test('--print-config shows every level, for a path and with the flags', async () => {
  const { run } = at({
    'README.md': CARD,
    'a/README.md': CARD,
    'a/licet.config.yaml': 'rules: { missing-phrase: error }\n',
    'p.mjs': PLUGIN,
  });
  const levels = async (...args: string[]) =>
    (JSON.parse((await run('--print-config', ...args)).stdout) as { rules: Record<string, string> }).rules;
  expect(Object.keys(await levels())).toEqual(rules.map(({ name }) => name).sort());
  expect([
    (await levels())['missing-phrase'],
    (await levels('a'))['missing-phrase'],
    (await levels('a/README.md'))['missing-phrase'],
  ]).toEqual(['warning', 'error', 'error']);
  expect(await levels('--preset', 'strict', '--rule', 'missing-phrase: info', '-c', 'p.mjs')).toMatchObject({
    'missing-notice': 'error',
    'missing-phrase': 'info',
    'acme-bare': 'info',
  });
});

test('a plugin that a YAML config names is told how to be brought', async () => {
  expect(
    await at({ 'README.md': CARD, 'own.yaml': 'plugins: [acme]\n' }).run('-c', 'own.yaml'),
  ).toMatchObject({
    code: 2,
    stderr:
      'licet: own.yaml:1:1: plugins are code\n  hint  Write the config as `licet.config.mjs`, import ' +
      'them there and name it with `--config`\n',
  });
});

test("every rule of licet's own has its page and its help in SARIF; the home is the package's", async () => {
  expect(RULE_PAGES).toBe(`${manifest.homepage}/blob/main/docs/rules`);
  expect(manifest.repository.url).toBe(`git+${manifest.homepage}.git`);
  const all = rulesOf((await at({ 'README.md': CARD }).run('-f', 'sarif')).stdout);
  expect(all.map(({ id }) => id)).toEqual(rules.map(({ name }) => name));
  for (const { id, helpUri, help } of all) {
    expect(helpUri).toBe(`${RULE_PAGES}/${id}.md`);
    expect(help.markdown).toMatch(/^## Why$/m);
    expect(help.markdown).not.toMatch(/```|^## (?:Wrong|Right)/m);
    for (const [, link = ''] of help.markdown.matchAll(/\]\(([^)]*)\)/g)) expect(link).toMatch(/^https:\/\//);
  }
});

test("the Action's SARIF has it as well", async () => {
  const { folder } = at({ 'README.md': CARD });
  const { files } = await runAction(
    { GITHUB_WORKSPACE: folder, HOME: folder, 'INPUT_SARIF-FILE': 'out.sarif' },
    '2026-11-24',
    { annotations: json, summary: json, sarif },
  );
  expect(rulesOf(files.find(({ path }) => path === 'out.sarif')?.text ?? '')[0]?.help.markdown).toMatch(
    /^## Why$/m,
  );
});

test("a plugin's rule has the page that it names, and none of licet's", async () => {
  const { run, folder } = at({ 'README.md': CARD, 'p.mjs': PLUGIN });
  const own = rulesOf((await run('-c', join(folder, 'p.mjs'), '-f', 'sarif')).stdout).filter(({ id }) =>
    id.startsWith('acme-'),
  );
  expect(own.map(({ id, helpUri }) => [id, helpUri])).toEqual([
    ['acme-bare', undefined],
    ['acme-paged', 'https://acme.example/paged'],
  ]);
  expect((await run('-c', 'p.mjs', '-f', 'markdown')).stdout).not.toContain('rules/acme-bare.md');
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['licet.config.yaml', { 'licet.config.yaml': 'extends: ./evil.mjs\n' }],
  ['team/own.json', { 'team/own.json': '{"extends": ["../evil.mjs"]}' }],
])('the Action runs no code behind "%s", which its input names', async (config, files) => {
  const folder = tempFolder({
    'README.md': CARD,
    ...files,
    'evil.mjs':
      `import fs from 'node:fs';\nfs.writeFileSync(new URL('ran', import.meta.url), '');\nexport ` +
      'default {};\n',
  });
  const { code, stdout } = await runAction(
    { GITHUB_WORKSPACE: folder, HOME: folder, INPUT_CONFIG: config },
    '2026-11-24',
    { annotations: json, summary: json, sarif: json },
  );
  expect([code, stdout, existsSync(join(folder, 'ran'))]).toEqual([
    2,
    expect.stringContaining('evil.mjs" is code') as string,
    false,
  ]);
  const named = await runAction(
    { GITHUB_WORKSPACE: folder, HOME: folder, INPUT_CONFIG: 'evil.mjs' },
    '2026-11-24',
    { annotations: json, summary: json, sarif: json },
  );
  expect([named.code, existsSync(join(folder, 'ran'))]).toEqual([0, true]);
});
