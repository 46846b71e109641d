import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runAction } from '../../src/action/run.ts';
import { main } from '../../src/cli/main.ts';
import { github } from '../../src/core/report/formats/github.ts';
import { sarif } from '../../src/core/report/formats/sarif.ts';
import { summary } from '../../src/core/report/formats/summary.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** An error, and what a pull request may put beside it to have it pass in silence. */
const BAD =
  '---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n' +
  '---\n# Chat\n';
const CLEAN = '---\nlicense: mit\n---\n# Tiny\n\nTiny was trained from scratch.\n';
const LOCK = JSON.stringify({
  version: 1,
  models: { 'meta-llama/Llama-3.1-8B': { license: 'apache-2.0', source: 'Hub', date: '2026-11-01' } },
});
const OFF = 'rules: { incompatible-license: "off" }\n';

/** A baseline that knows all of `BAD` at some path. */
async function baseline(path: string): Promise<string> {
  const folder = tempFolder({ '.git/HEAD': '', [`${path}README.md`]: BAD });
  await main(['--suppress-all'], {
    cwd: folder,
    env: { HOME: folder },
    terminal: false,
    width: 80,
    today: '2026-11-24',
  });
  return readFileSync(join(folder, 'licet-baseline.json'), 'utf8');
}

function at(files: Readonly<Record<string, string>>) {
  const folder = tempFolder({ '.git/HEAD': '', ...files });
  const host = { cwd: folder, env: { HOME: folder }, terminal: false, width: 80, today: '2026-11-24' };
  const run = (...args: string[]) => main(['-f', 'compact', ...args], host);
  const act = (inputs: Readonly<Record<string, string>>) =>
    runAction(
      {
        GITHUB_WORKSPACE: folder,
        HOME: folder,
        ...Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
        ),
      },
      '2026-11-24',
      { annotations: github, summary, sarif },
    );
  return { folder, run, act };
}

const SILENCED: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
  'a config': async () => ({ 'licet.config.yaml': OFF }),
  'a config under `licet` in package.json': async () => ({
    'package.json': '{"licet":{"rules":{"incompatible-license":"off"}}}',
  }),
  'a config that leaves the model out': async () => ({
    'licet.config.yaml': 'ignores: [m]\n',
    'other/README.md': CLEAN,
  }),
  'a config nearer to the model': async () => ({ 'm/licet.config.yaml': OFF }),
  'a lock': async () => ({ 'licet.lock.json': LOCK }),
  'a lock nearer to the model': async () => ({ 'm/licet.lock.json': LOCK }),
  'a baseline': async () => ({ 'licet-baseline.json': await baseline('m/') }),
  'a .gitignore': async () => ({ '.gitignore': 'm/\n', 'other/README.md': CLEAN }),
  'a comment': async () => ({ 'm/README.md': `${BAD}<!-- licet-disable -->\n` }),
};

describe.each(Object.entries(SILENCED))('what %s silences', (_, files) => {
  test('is heard with --frozen-config and --no-inline-config', async () => {
    const { run, act } = at({
      'm/README.md': BAD,
      'base/.git/HEAD': '',
      'base/README.md': BAD,
      ...(await files()),
    });
    expect((await run('.', '--rule', 'stale-lock: off')).stdout).not.toContain('m/README.md:2:10  error');
    for (const named of ['base', 'base/']) {
      const { stdout, code } = await run('.', '--frozen-config', named, '--no-inline-config');
      expect(stdout).toContain('m/README.md:2:10  error');
      expect([stdout.includes('base/README.md'), code]).toEqual([false, 1]);
    }
    const { stdout, code } = await act({ 'frozen-config': 'base', 'no-inline-config': 'true' });
    expect([stdout.includes('::error file=m/README.md,line=2'), stdout.includes('file=base/'), code]).toEqual(
      [true, false, 1],
    );
  });
});

describe('what the frozen files say', () => {
  test.each([
    [
      'config, with globs from the current folder',
      {
        'base/licet.config.yaml': 'overrides: [{ files: [m/**], rules: { incompatible-license: "off" } }]\n',
      },
    ],
    ['config with ignores', { 'base/licet.config.yaml': 'ignores: [m]\n', 'other/README.md': CLEAN }],
    ['lock', { 'base/licet.lock.json': LOCK }],
  ])('counts: %s', async (_, files) => {
    const { run, act } = at({ 'm/README.md': BAD, 'base/.git/HEAD': '', ...files });
    expect(await run('.')).toMatchObject({ code: 1 });
    expect(await run('.', '--frozen-config', 'base')).toMatchObject({ code: 0 });
    expect(await act({ 'frozen-config': 'base' })).toMatchObject({ code: 0 });
  });

  test('counts: baseline, also one that is named', async () => {
    const { run, act } = at({
      'm/README.md': BAD,
      'base/.git/HEAD': '',
      'base/licet-baseline.json': await baseline('m/'),
      'known.json': await baseline('m/'),
    });
    expect(await run('.', '--frozen-config', 'base')).toMatchObject({ stdout: '', code: 0 });
    expect(await act({ 'frozen-config': 'base' })).toMatchObject({
      stdout: expect.stringMatching(
        /^::notice title=licet::5 findings suppressed \(5 by baseline\)\n$/,
      ) as string,
      code: 0,
    });
    expect(await act({ baseline: 'known.json' })).toMatchObject({ code: 0 });
    expect(await act({ baseline: 'gone.json' })).toMatchObject({ code: 2 });
    expect(await act({})).toMatchObject({ code: 1 });
  });

  test(
    'a lock that is named counts instead of the one beside them, and a frozen lock has to be one of ' +
      'the two',
    async () => {
      const { run, act } = at({
        'm/README.md': BAD,
        'licet.lock.json': LOCK,
        'other.json': LOCK,
        'base/x': '',
      });
      expect(await run('.', '--frozen-config', 'base', '--lock', 'other.json')).toMatchObject({ code: 0 });
      expect(await act({ lock: 'other.json', 'frozen-config': 'base' })).toMatchObject({ code: 0 });
      expect(await run('.', '--frozen-config', 'base', '--frozen-lock')).toMatchObject({
        code: 2,
        stderr: 'licet: No licet.lock.json beside the frozen config\n  hint  Name one with `--lock`\n',
      });
    },
  );

  test('is what --print-config prints', async () => {
    const { run } = at({
      'README.md': BAD,
      'licet.config.yaml': OFF,
      'base/licet.config.yaml': 'ignores: [x]\n',
    });
    expect(JSON.parse((await run('--print-config', '--frozen-config', 'base')).stdout)).toMatchObject({
      files: ['base/licet.config.yaml'],
      ignores: ['x'],
      rules: { 'incompatible-license': 'error' },
    });
  });

  test.each([
    [['--frozen-config', 'gone'], 'Frozen config "gone" does not exist'],
    [
      ['--frozen-config', 'code'],
      'Frozen config "code" holds a config that is code, which is run only where it is named\n  hint ' +
        ' Write `--frozen-config code/licet.config.mjs`',
    ],
    [['--frozen-config', 'base', '-c', 'x'], 'Options "--frozen-config" and "--config" do not go together'],
    [
      ['--frozen-config', 'base', '--no-config'],
      'Options "--frozen-config" and "--no-config" do not go together',
    ],
    [
      ['--frozen-config', 'base', '--suppress-all'],
      'Options "--frozen-config" and "--suppress-all" cannot be used together',
    ],
    [
      ['--frozen-config', 'base', '--prune-suppressions'],
      'Options "--frozen-config" and "--prune-suppressions" cannot be used together',
    ],
  ])('%j is refused', async (args, said) => {
    const { run } = at({ 'README.md': CLEAN, 'base/x': '', 'code/licet.config.mjs': 'export default {};\n' });
    const { stderr, code } = await run(...args);
    expect([stderr.startsWith(`licet: ${said}`), code]).toEqual([true, 2]);
  });
});

test('the recipe for pull requests names inputs that the Action has', () => {
  const [, recipe = ''] =
    /^on: pull_request$([^]*?)^```$/m.exec(
      readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8'),
    ) ?? [];
  const { jobs } = parse(`on: pull_request${recipe}`) as {
    readonly jobs: {
      readonly licenses: {
        readonly steps: readonly {
          readonly uses: string;
          readonly with: Readonly<Record<string, unknown>>;
        }[];
      };
    };
  };
  const { inputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
    readonly inputs: Readonly<Record<string, unknown>>;
  };
  const [head, base, own] = jobs.licenses.steps;
  expect([head?.with['path'], base?.with['path'] === own?.with['frozen-config']]).toEqual([undefined, true]);
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? { none: 0 })));
});
