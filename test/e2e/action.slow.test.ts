import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

function runner(inputs: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'licet-action-'));
  made.push(folder);
  cpSync(path('examples/lora-bad'), join(folder, 'work space/my models/a'), { recursive: true });
  cpSync(path('examples/minimal'), join(folder, 'work space/b'), { recursive: true });
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
  { timeout: 30_000 },
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
  { timeout: 30_000 },
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

test.each([
  [{ 'fail-on': 'nevr' }, 'Input "fail-on" is "nevr"%0A  hint  It takes error, warning or never'],
  [{ 'sarif-file': 'x\nerrors=0' }, 'Input "sarif-file" has several lines%0A  hint  It takes one path'],
  [{ paths: 'none' }, '"none" does not exist%0A'],
])('the entry says what is wrong with %j in one annotation', { timeout: 30_000 }, (inputs, message) => {
  const { status, stdout, stderr, read } = runner(inputs);
  expect(status).toBe(2);
  expect(stdout).toMatch(/^::error title=licet::[^\n]*\n$/);
  expect(stdout).toContain(message);
  expect(stderr).toMatch(/^licet: /);
  expect(read('output')).toBeUndefined();
});

test('the entry says which file it cannot write, with no stack trace', { timeout: 30_000 }, () => {
  const { status, stdout, stderr, outputs } = runner({ 'sarif-file': 'b' });
  expect([status, stderr, outputs['errors']]).toEqual([
    2,
    'licet: "b" could not be written: a folder is there\n',
    '1',
  ]);
  expect(stdout).toContain('::error title=licet::"b" could not be written');
});
