import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';

/**
 * The Action's entry, run as the runner runs it: from a folder of its own, with the inputs' defaults, and no
 * secret.
 */
const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const ACTION = parse(readFileSync(path('action.yml'), 'utf8')) as {
  readonly inputs: Record<string, { readonly default: string }>;
  readonly outputs: Record<string, unknown>;
};
const ENTRY =
  `import { actionFromEnvironment } from '${new URL('../../src/action/main.ts', import.meta.url).href}';\n` +
  'await actionFromEnvironment();';
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function runner(
  inputs: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
  besides: Readonly<Record<string, string>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'licet-action-'));
  made.push(folder);
  cpSync(path('examples/lora-bad'), join(folder, 'work space/my models/a'), { recursive: true });
  cpSync(path('examples/minimal'), join(folder, 'work space/b'), { recursive: true });
  for (const [file, text] of Object.entries(more)) {
    mkdirSync(dirname(join(folder, 'work space', file)), { recursive: true });
    writeFileSync(join(folder, 'work space', file), text);
  }
  const given = Object.entries(ACTION.inputs).map(([name, { default: otherwise }]): [string, string] => [
    `INPUT_${name.toUpperCase()}`,
    inputs[name] ?? otherwise,
  ]);
  const files = {
    GITHUB_WORKSPACE: join(folder, 'work space'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  };
  const env = {
    PATH: process.env['PATH'],
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    ...files,
    ...Object.fromEntries(given),
    ...besides,
  };
  const done = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', ENTRY],
    { cwd: folder, encoding: 'utf8', env },
  );
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
  const outputs: Record<string, string> = Object.fromEntries(
    (read('output') ?? '')
      .trim()
      .split('\n')
      .map((line): [string, string] => [line.replace(/=.*/s, ''), line.replace(/^[^=]*=/, '')]),
  );
  return { ...done, read, outputs };
}

test(
  'the entry annotates, counts, sums up and fails, with paths from the workspace',
  { timeout: 60_000 },
  () => {
    const { status, stdout, stderr, outputs, read } = runner({ paths: 'my models/a\nb' });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('::error file=my models/a/README.md,line=3,');
    expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(ACTION.outputs).toSorted());
    expect(outputs).toMatchObject({ errors: '1', repositories: '2', 'sarif-file': '' });
    expect(read('summary')).toContain('incompatible-license');
  },
);

test(
  'the entry writes a SARIF file into a folder that is not there, and never fails where told so',
  { timeout: 60_000 },
  () => {
    const { status, stdout, outputs, read } = runner({
      'sarif-file': 'out dir/x.sarif',
      'fail-on': 'never',
      annotations: 'False',
      summary: 'false',
    });
    expect([status, stdout, outputs['sarif-file'], read('summary')]).toEqual([
      0,
      '',
      'out dir/x.sarif',
      undefined,
    ]);
    expect(JSON.parse(read('work space/out dir/x.sarif') ?? '')).toMatchObject({ version: '2.1.0' });
  },
);

test(
  'the entry runs in a folder of the workspace, and tells paths from the workspace',
  { timeout: 60_000 },
  () => {
    const { status, stdout, outputs, read } = runner(
      {
        'working-directory': 'my models',
        baseline: 'known.json',
        'sarif-file': 'x.sarif',
      },
      {
        'my models/licet.config.yaml':
          'overrides: [{ files: a, rules: { incompatible-license: "off" }, reason: agreed }]\n',
        'my models/known.json': JSON.stringify({
          version: 2,
          repositories: {
            a: [
              {
                file: 'adapter_config.json',
                rule: 'missing-license-text',
                message: 'Text of license "gemma" is not in the repository',
                upstream: 'google/gemma-3-4b-it',
              },
            ],
          },
        }),
      },
    );
    expect([status, outputs['errors'], outputs['suppressed'], outputs['repositories']]).toEqual([
      0,
      '0',
      '2',
      '1',
    ]);
    expect(stdout).toContain('::warning file=my models/a/adapter_config.json,line=2,');
    expect(stdout).toContain('::notice title=licet::2 findings suppressed (1 by config, 1 by baseline)');
    expect(read('summary')).toContain('| `my models/licet.config.yaml` | agreed |');
    expect(read('summary')).toContain('| `my models/known.json` | no reason given |');
    // GitHub would open alerts for them.
    const sarif = read('work space/x.sarif') ?? '';
    expect(sarif).toContain('"uri": "my%20models/a/adapter_config.json"');
    expect(sarif).not.toContain('suppressions');
  },
);

test.each([
  [{ debug: 'true' }, {}],
  [{}, { RUNNER_DEBUG: '1' }],
])('the entry logs what it used with %j and %j', { timeout: 60_000 }, (inputs, env) => {
  const { stdout, stderr } = runner({ paths: 'b', ...inputs }, {}, env);
  expect(stderr).toMatch(/^licet: debug$/m);
  expect(stdout).not.toContain('debug');
});

test('the entry fails on what would be an error if it were certain', { timeout: 60_000 }, () => {
  const files = {
    'c/README.md': '---\nlicense: apache-2.0\nbase_model: CohereLabs/c4ai-command-r-v01\n---\n# Chat\n',
  };
  expect(runner({ paths: 'c' }, files).status).toBe(0);
  const { status, stderr } = runner({ paths: 'c', 'fail-on': 'likely' }, files);
  expect([status, stderr]).toEqual([
    1,
    'licet: 1 finding fails this run (fail-on: likely): incompatible-license\n',
  ]);
});

test.each([
  [{ 'working-directory': '../out' }, 'Input "working-directory" is "../out"'],
  [{ 'working-directory': 'nowhere' }, 'and there is no such folder'],
  [{ 'fail-on': 'nevr' }, 'Input "fail-on" is "nevr"%0A  hint  Did you mean `never`?'],
  [{ 'sarif-file': 'x\nerrors=0' }, 'Input "sarif-file" has several lines%0A  hint  It takes one path'],
  [{ paths: 'none' }, '"none" does not exist%0A'],
])('the entry says what is wrong with %j in one annotation', { timeout: 60_000 }, (inputs, message) => {
  const { status, stdout, stderr, read } = runner(inputs);
  expect(status).toBe(2);
  expect(stdout).toMatch(/^::error title=licet::[^\n]*\n$/);
  expect(stdout).toContain(message);
  expect(stderr).toMatch(/^licet: /);
  expect(read('output')).toBeUndefined();
});

test('the entry says which file it cannot write, with no stack trace', { timeout: 60_000 }, () => {
  const { status, stdout, stderr, outputs } = runner({ 'sarif-file': 'b' });
  expect([status, stderr, outputs['errors']]).toEqual([
    2,
    'licet: "b" could not be written: a folder is there\n',
    '1',
  ]);
  expect(stdout).toContain('::error title=licet::"b" could not be written');
});

test(
  'the entry writes bill of materials and dossier, tells their paths, and what changed since a commit',
  { timeout: 60_000 },
  () => {
    const now = runner(
      {
        paths: 'my models/a',
        name: 'acme/haiku',
        preset: 'publish',
        bom: 'out/model.cdx.json',
        dossier: 'out/dossier.html',
        'dossier-language': 'ko',
      },
      {},
      { GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'acme/m', GITHUB_SHA: 'abc' },
    );
    expect(now.status).toBe(1);
    expect(now.stdout).toContain('No review of this release is recorded');
    expect(now.outputs).toMatchObject({ bom: 'out/model.cdx.json', dossier: 'out/dossier.html' });
    expect(JSON.parse(now.read('work space/out/model.cdx.json') ?? '')).toMatchObject({ specVersion: '1.6' });
    const page = now.read('work space/out/dossier.html') ?? '';
    expect(page).toContain('<html lang="ko">');
    expect(page).toContain('href="https://git.example/acme/m/blob/abc/my%20models/a/README.md#L');
  },
);

test('one document is not written for two repositories', { timeout: 60_000 }, () => {
  const { status, stdout } = runner({ paths: 'my models/a\nb', bom: 'x.json' });
  expect(status).toBe(2);
  expect(stdout).toContain('Input "bom" names one file, and 2 repositories were linted');
});
