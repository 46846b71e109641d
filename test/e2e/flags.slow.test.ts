import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPTION_NAMES } from '../../src/cli/options.ts';
import { main } from '../../src/cli/main.ts';
import { hubServer, SHA } from '../support/hub-server.ts';
import { streamsOf } from '../support/streams.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The one line of a run without problems. */
const NO_PROBLEMS = expect.stringMatching(/^✔ .*: no problems[^\n]*\n$/) as string;

/** A fine-tune that drops its base's terms (an error) and lacks its phrase (a warning with a safe fix). */
const BAD =
  '---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n' +
  '---\n# Chat\n';
const CLEAN = '---\nlicense: mit\n---\n# Tiny\n\nTiny was trained from scratch.\n';
const UNHEARD = '---\nlicense: mit\nbase_model: acme/unheard\n---\n# Tiny\n';
const lock = (license: string) =>
  JSON.stringify({ version: 1, models: { 'acme/unheard': { license, source: 'Hub', date: '2026-11-01' } } });

/** A folder, and licet in it. */
function at(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
  terminal = false,
  stdin = '',
) {
  const folder = tempFolder({ '.git/HEAD': '', ...files });
  const run = (...args: string[]) =>
    main(args, {
      cwd: folder,
      env: { HOME: folder, LICET_CACHE: join(folder, '.cache'), ...env },
      terminal,
      width: 80,
      today: '2026-11-24',
      streams: streamsOf(stdin),
    });
  const rulesOf = async (...args: string[]) =>
    (await run('-f', 'ndjson', ...args)).stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { rule: string }).rule);
  return {
    folder,
    run,
    rulesOf,
    read: (file: string) => readFileSync(join(folder, file), 'utf8'),
    write: (file: string, text: string) => writeFileSync(join(folder, file), text),
    has: (file: string) => existsSync(join(folder, file)),
  };
}

/** For each flag of `licet --help`, what is not so without it. */
const CASES: Readonly<Record<string, () => Promise<void>>> = {
  '--name': async () => {
    const { rulesOf } = at({ 'README.md': BAD });
    expect(await rulesOf('--name', 'acme/Chat-8B')).toContain('missing-name-prefix');
    expect(await rulesOf('--name', 'acme/Llama-Chat-8B')).not.toContain('missing-name-prefix');
  },
  '--stdin': async () => {
    const { rulesOf } = at({ 'README.md': CLEAN }, {}, false, BAD);
    expect(await rulesOf()).toEqual([]);
    expect(await rulesOf('--stdin')).toContain('incompatible-license');
  },
  '--stdin-filename': async () => {
    const { rulesOf } = at({ 'README.md': CLEAN, 'a/README.md': CLEAN }, {}, false, BAD);
    const [first] = (await rulesOf('--stdin', '--stdin-filename', 'a/README.md')).slice(0, 1);
    expect(first).toBe('incompatible-license');
  },
  '--jobs': async () => {
    const { run } = at({ 'README.md': BAD });
    expect((await run('--jobs', '2')).stdout).toBe((await run()).stdout);
    expect((await run('--jobs', 'none')).code).toBe(2);
  },
  '-j': async () => {
    const { run } = at({ 'README.md': BAD });
    expect((await run('-j', '2')).stdout).toBe((await run()).stdout);
    expect((await run('-j', 'none')).code).toBe(2);
  },
  '--card': async () =>
    expect(
      await at({ 'README.md': CLEAN, 'CARD.md': BAD, 'config.json': '{}' }).rulesOf('--card', 'CARD.md'),
    ).toContain('incompatible-license'),
  '--rule': async () =>
    expect(
      await at({ 'README.md': BAD }).rulesOf(
        '--rule',
        'incompatible-license: off',
        '--rule',
        'missing-phrase: off',
      ),
    ).not.toEqual(expect.arrayContaining([expect.stringMatching(/incompatible-license|missing-phrase/)])),
  '--preset': async () =>
    expect((await at({ 'README.md': BAD }).run('--preset', 'strict', '-f', 'compact')).stdout).toMatch(
      / error {2}Missing phrase/,
    ),
  '--config': async () =>
    expect(
      await at({ 'README.md': BAD, 'other.yaml': 'rules: { incompatible-license: "off" }\n' }).rulesOf(
        '--config',
        'other.yaml',
      ),
    ).not.toContain('incompatible-license'),
  '-c': async () =>
    expect(
      await at({ 'README.md': BAD, 'other.yaml': 'rules: { incompatible-license: "off" }\n' }).rulesOf(
        '-c',
        'other.yaml',
      ),
    ).not.toContain('incompatible-license'),
  '--no-config': async () =>
    expect(
      await at({ 'README.md': BAD, 'licet.config.yaml': 'rules: { incompatible-license: "off" }\n' }).rulesOf(
        '--no-config',
      ),
    ).toContain('incompatible-license'),
  '--frozen-config': async () => {
    const files = {
      'README.md': BAD,
      'licet.config.yaml': 'rules: { incompatible-license: "off" }\n',
      'other/licet.config.yaml': 'rules: { missing-phrase: "off" }\n',
    };
    for (const named of ['other', 'other/licet.config.yaml']) {
      const found = await at(files).rulesOf('--frozen-config', named);
      expect([found.includes('incompatible-license'), found.includes('missing-phrase')]).toEqual([
        true,
        false,
      ]);
    }
  },
  '--no-inline-config': async () => {
    const { run } = at({
      'README.md':
        `${BAD}\n<!-- licet-disable -->\n` + '<!-- licet-disable-line gone, missing-phrase -- why -->\n',
    });
    expect(await run()).toMatchObject({
      code: 0,
      stdout: expect.not.stringContaining('incompatible-license') as string,
    });
    const { stdout, code } = await run('--no-inline-config', '-f', 'compact');
    expect([code, stdout.includes('incompatible-license')]).toEqual([1, true]);
    expect(stdout.split('\n').filter((line) => line.includes('unused-directive'))).toEqual([
      'README.md:8:1  info  Directive for all rules does not count: comments turn nothing off in ' +
        'this run  unused-directive',
      'README.md:9:1  info  Directive for "gone, missing-phrase" does not count: comments turn ' +
        'nothing off in this run  unused-directive',
    ]);
  },
  '--print-config': async () =>
    expect(
      JSON.parse(
        (await at({ 'README.md': BAD, 'licet.config.yaml': 'ignores: [old/**]\n' }).run('--print-config'))
          .stdout,
      ),
    ).toMatchObject({ files: ['licet.config.yaml'], ignores: ['old/**'] }),
  '--no-error-on-unmatched-pattern': async () => {
    const { run } = at({ 'src/config.json': '{}', 'm/README.md': BAD, 'licet.config.yaml': '' });
    expect(await run('src/config.json', 'licet.config.yaml', 'none/*')).toMatchObject({ code: 2 });
    expect(await run('--no-error-on-unmatched-pattern', 'src/config.json', 'none/*')).toEqual(
      expect.objectContaining({ stdout: '', stderr: '', code: 0 }),
    );
    expect(await run('--no-error-on-unmatched-pattern', 'src/config.json', 'm/README.md')).toMatchObject({
      code: 1,
    });
  },
  '--online': async () => {
    const hub = await hubServer({ 'acme/unheard': { cardData: { license: 'cc-by-nc-4.0' } } });
    expect(await at({ 'README.md': UNHEARD }, { HF_ENDPOINT: hub.url }).rulesOf('--online')).not.toContain(
      'unresolved-upstream',
    );
  },
  '--hub-cache': async () => {
    const files = {
      'README.md': UNHEARD,
      '.cache/huggingface/hub/models--acme--unheard/refs/main': SHA,
      [`.cache/huggingface/hub/models--acme--unheard/snapshots/${SHA}/README.md`]: '---\nlicense: mit\n---\n',
    };
    expect(await at(files).rulesOf('--hub-cache')).not.toContain('unresolved-upstream');
  },
  '--lock': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'other.json': lock('mit') }).rulesOf('--lock', 'other.json'),
    ).not.toContain('unresolved-upstream'),
  '--frozen-lock': async () =>
    expect(
      (await at({ 'README.md': BAD, 'licet.lock.json': lock('mit') }).run('--frozen-lock', '-f', 'compact'))
        .stdout,
    ).toContain('licet.lock.json does not have it'),
  '--fix': async () => {
    const { run, read } = at({ 'README.md': BAD });
    expect((await run('--fix')).stderr).toMatch(/^licet: 1 file changed$/m);
    expect(read('README.md')).toContain('\nBuilt with Llama\n');
  },
  '--fix-dry-run': async () => {
    const { run, read } = at({ 'README.md': BAD });
    expect((await run('--fix-dry-run')).stdout).toMatch(/^\+Built with Llama$/m);
    expect(read('README.md')).toBe(BAD);
  },
  '--fix-type': async () => {
    const { run, read } = at({ 'README.md': BAD });
    await run('--fix', '--fix-type', 'missing-notice', '--fix-type', 'missing-license');
    expect(read('README.md')).toBe(BAD);
  },
  '--fix-unsafe': async () => {
    const { run } = at({ 'README.md': BAD });
    const safe = (await run('--fix-dry-run')).stdout;
    const all = (await run('--fix-dry-run', '--fix-unsafe', 'missing-license,missing-notice')).stdout;
    expect(all.length).toBeGreaterThan(safe.length);
  },
  '--suppress-all': async () => {
    const { run, rulesOf, write } = at({ 'README.md': BAD });
    expect(await run('--suppress-all')).toMatchObject({ stdout: NO_PROBLEMS, stderr: '', code: 0 });
    write('README.md', BAD.replace('---\n# ', 'tags: [chat]\n---\n# '));
    expect(await rulesOf()).toEqual([]);
  },
  '--prune-suppressions': async () => {
    const { run, read, write } = at({ 'README.md': BAD });
    await run('--suppress-all');
    const all = read('licet-baseline.json');
    write('README.md', BAD.replace('apache-2.0', 'llama3.1'));
    expect((await run()).stderr).toMatch(
      /^licet: 1 of the findings in "licet-baseline.json" is no longer there\n/,
    );
    expect(read('licet-baseline.json')).toBe(all);
    expect((await run('--prune-suppressions')).stderr).toBe('');
    const entries = (text: string) => text.split('"rule":').length - 1;
    expect(entries(read('licet-baseline.json'))).toBe(entries(all) - 1);
  },
  '--baseline': async () => {
    const { run, has } = at({ 'README.md': BAD });
    await run('--suppress-all', '--baseline', 'known/today.json');
    expect([has('known/today.json'), has('licet-baseline.json')]).toEqual([true, false]);
    expect(await run('--baseline', 'known/today.json')).toMatchObject({ stdout: NO_PROBLEMS, code: 0 });
  },
  '--format': async () => {
    const { run, read } = at({ 'README.md': BAD });
    const { stdout } = await run(
      '--format',
      'compact',
      '--format',
      'json:out/report.json',
      '--format',
      'sarif:out/log.sarif',
    );
    expect(stdout).toMatch(/^README\.md:2:10 {2}error {2}/);
    expect(JSON.parse(read('out/report.json'))).toMatchObject({ version: 1 });
    expect(JSON.parse(read('out/log.sarif'))).toMatchObject({ version: '2.1.0' });
  },
  '-f': async () => expect((await at({ 'README.md': BAD }).run('-f', 'gitlab')).stdout).toMatch(/^\[\n/),
  '--quiet': async () => {
    const { stdout } = await at({ 'README.md': BAD }).run('--quiet', '-f', 'compact');
    expect([/ error {2}/.test(stdout), / warn {2}/.test(stdout)]).toEqual([true, false]);
  },
  '--max-warnings': async () =>
    expect(await at({ 'README.md': UNHEARD }).run('--max-warnings', '0')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^licet: Too many warnings \(\d+, at most 0\)\n$/) as string,
    }),
  '--fail-on': async () => {
    const { run } = at({ 'README.md': UNHEARD });
    expect([(await run()).code, (await run('--fail-on', 'warning')).code]).toEqual([0, 1]);
  },
  '--color': async () =>
    expect((await at({ 'README.md': BAD }, { NO_COLOR: '1' }).run('--color')).stdout).toContain('\u001b['),
  '--no-color': async () =>
    expect(
      (await at({ 'README.md': BAD }, { FORCE_COLOR: '1' }, true).run('--no-color')).stdout,
    ).not.toContain('\u001b['),
  '--debug': async () =>
    expect((await at({ 'README.md': BAD }).run('--debug')).stderr).toMatch(/^licet: debug\n/m),
  '--help': async () =>
    expect((await at({ 'README.md': BAD }).run('--help')).stdout).toMatch(/^licet: a license linter/),
  '-h': async () =>
    expect((await at({ 'README.md': BAD }).run('-h')).stdout).toMatch(/^licet: a license linter/),
  '--version': async () =>
    expect((await at({ 'README.md': BAD }).run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+(?:-\w+)?\n$/),
  '-v': async () =>
    expect((await at({ 'README.md': BAD }).run('-v')).stdout).toMatch(/^\d+\.\d+\.\d+(?:-\w+)?\n$/),
};

describe('the flags of `licet --help`', () => {
  test('are those that are taken, and each has a case here', async () => {
    const { stdout } = await at({}).run('--help');
    const named = new Set([...stdout.matchAll(/(?<![\w-])-{1,2}[a-z][\w-]*/g)].map(([flag]) => flag));
    expect([...named].sort()).toEqual(Object.keys(CASES).sort());
    expect([...named].filter((flag) => flag.startsWith('--')).sort()).toEqual(
      OPTION_NAMES.map((name) => `--${name}`).sort(),
    );
  });

  test.each(Object.entries(CASES))('%s', async (_, check) => check());
});

const WARNED = { 'README.md': UNHEARD };
const PLUGIN = (text: string) => ({
  'README.md': CLEAN,
  'p.mjs': `export default { plugins: [{ name: 'p', ${text} }] };\n`,
});

describe('the exit status', () => {
  test.each([
    ['a clean repository', 0, { 'README.md': CLEAN }, []],
    ['warnings alone', 0, WARNED, []],
    ['as many warnings as are allowed', 0, WARNED, ['--max-warnings', '9']],
    ['--help', 0, {}, ['--help']],
    ['--version', 0, {}, ['--version']],
    ['--print-config', 0, {}, ['--print-config']],
    [
      'errors that a config turns off',
      0,
      { 'README.md': BAD, 'licet.config.yaml': 'rules: { incompatible-license: "off" }\n' },
      [],
    ],
    [
      'all that is named being ignored',
      0,
      { 'old/m/README.md': BAD, 'licet.config.yaml': 'ignores: [old/**]\n' },
      ['old/m'],
    ],
    ['a dry run', 0, { 'README.md': BAD }, ['--fix-dry-run']],
    ['an error', 1, { 'README.md': BAD }, []],
    ['an error, shown quietly', 1, { 'README.md': BAD }, ['--quiet']],
    ['an error that --fix leaves', 1, { 'README.md': BAD }, ['--fix']],
    ['an error in one of two', 1, { 'a/README.md': BAD, 'b/README.md': CLEAN }, []],
    ['too many warnings', 1, WARNED, ['--max-warnings', '0']],
    ['too many warnings, not shown', 1, WARNED, ['--max-warnings', '0', '--quiet']],
    ['an unknown option', 2, {}, ['--fixx']],
    ['an option without its value', 2, {}, ['--name']],
    ['a value for an option that takes none', 2, {}, ['--fix=yes']],
    ['a count that is none', 2, {}, ['--max-warnings', 'many']],
    ['an unknown rule', 2, { 'README.md': CLEAN }, ['--rule', 'missing-frase: off']],
    ['an unknown level', 2, { 'README.md': CLEAN }, ['--rule', 'missing-phrase: loud']],
    ['an unknown preset', 2, { 'README.md': CLEAN }, ['--preset', 'strct']],
    ['an unknown format', 2, { 'README.md': CLEAN }, ['-f', 'xml']],
    ["a format of JavaScript's own names", 2, { 'README.md': CLEAN }, ['-f', 'constructor']],
    ['two formats on standard output', 2, { 'README.md': CLEAN }, ['-f', 'json', '-f', 'sarif']],
    ['a report that cannot be written', 2, { 'README.md': CLEAN }, ['-f', 'json:README.md/out.json']],
    [
      'a baseline that cannot be written',
      2,
      { 'README.md': BAD },
      ['--suppress-all', '--baseline', 'README.md/known.json'],
    ],
    ['a baseline that is not there', 2, { 'README.md': CLEAN }, ['--baseline', 'none.json']],
    ['a baseline that is none', 2, { 'README.md': CLEAN, 'licet-baseline.json': '[]' }, []],
    ['two ways with a baseline', 2, { 'README.md': BAD }, ['--suppress-all', '--prune-suppressions']],
    ['kinds of fixes without --fix', 2, { 'README.md': BAD }, ['--fix-type', 'missing-phrase']],
    ['unsafe fixes without --fix', 2, { 'README.md': BAD }, ['--fix-unsafe']],
    ['fixes of an unknown rule', 2, { 'README.md': BAD }, ['--fix', '--fix-type', 'missing-frase']],
    ['a path that is not there', 2, { 'README.md': CLEAN }, ['nowhere']],
    ['a folder without a model', 2, { 'src/a.ts': '' }, ['src/a.ts']],
    ['a card that is not there', 2, { 'README.md': CLEAN }, ['--card', 'CARD.md']],
    ['a config that is not there', 2, { 'README.md': CLEAN }, ['--config', 'none.yaml']],
    ['an unknown key of the config', 2, { 'README.md': CLEAN, 'licet.config.yaml': 'rulez: {}\n' }, []],
    [
      'a plugin in a config that nobody named',
      2,
      { 'README.md': CLEAN, 'licet.config.yaml': 'plugins: [x]\n' },
      [],
    ],
    [
      'a config whose code throws',
      2,
      { 'README.md': CLEAN, 'p.mjs': 'throw new Error("no");\n' },
      ['-c', 'p.mjs'],
    ],
    [
      "a plugin's rule that throws",
      2,
      PLUGIN(
        `rules: [{ name: 'r', summary: 'Be', severity: 'warning', *check() { throw new Error('no'); } }]`,
      ),
      ['-c', 'p.mjs'],
    ],
    [
      "a plugin's format that throws",
      2,
      PLUGIN(`formats: { f() { throw new Error('no'); } }`),
      ['-c', 'p.mjs', '-f', 'f'],
    ],
    ["a plugin's format without a text", 2, PLUGIN('formats: { f: () => 7 }'), ['-c', 'p.mjs', '-f', 'f']],
    [
      "a plugin's rule under a name that is taken",
      2,
      PLUGIN(`rules: [{ name: 'missing-phrase', summary: 'Be', severity: 'warning', *check() {} }]`),
      ['-c', 'p.mjs'],
    ],
    [
      "a plugin's rule without a severity",
      2,
      PLUGIN(`rules: [{ name: 'r', summary: 'Be', *check() {} }]`),
      ['-c', 'p.mjs'],
    ],
    ['a frozen lock that is not there', 2, { 'README.md': CLEAN }, ['--frozen-lock']],
    ['a lock that is none', 2, { 'README.md': CLEAN, 'licet.lock.json': '[]' }, []],
  ] as [string, number, Record<string, string>, string[]][])('of %s is %i', async (_, code, files, args) => {
    const outcome = await at(files).run(...args);
    expect(outcome).toMatchObject({ code });
    expect(outcome.stderr).not.toContain('internal error');
    // A wrong call says so in one message and prints no report.
    if (code === 2) expect(outcome.stderr).toMatch(/^licet: [^\n]+\n(?: {2}hint {2}[^\n]+\n)?$/);
  });
});
