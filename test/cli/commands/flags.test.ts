import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { hubServer, SHA } from '../../support/hub-server.ts';
import { COMMANDS } from '../../support/commands.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const LLAMA =
  '---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n' +
  '# Llama Acme\n';
const UNHEARD = '---\nlicense: mit\nbase_model: acme/unheard\n---\n# Tiny\n';
const DOWNLOADED = {
  '.cache/huggingface/hub/models--acme--unheard/refs/main': SHA,
  [`.cache/huggingface/hub/models--acme--unheard/snapshots/${SHA}/README.md`]: '---\nlicense: gemma\n---\n',
};
const lock = (license: string) =>
  JSON.stringify({ version: 1, models: { 'acme/unheard': { license, source: 'Hub', date: '2026-11-01' } } });
const facts = (license: string) =>
  `facts: [{ model: acme/unheard, license: ${license}, reason: a letter, date: "2026-11-01" }]\n`;
const served = async () => ({
  HF_ENDPOINT: (await hubServer({ 'acme/unheard': { cardData: { license: 'gemma' } } })).url,
});

/** A folder, and licet in it. */
function at(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const folder = tempFolder({ '.git/HEAD': '', ...files });
  const run = (...args: string[]) =>
    main(args, {
      cwd: folder,
      env: { HOME: folder, LICET_CACHE: join(folder, '.cache'), ...env },
      terminal: false,
      width: 80,
      today: '2026-11-24',
    });
  return {
    run,
    said: async (...args: string[]) => (await run(...args)).stdout,
    read: (file: string) => readFileSync(join(folder, file), 'utf8'),
    has: (file: string) => existsSync(join(folder, file)),
  };
}

/** For each flag of `licet <command> --help`, what is not so without it. */
const EMPTY = { 'empty/README.md': '# Empty\n', 'empty/config.json': '{}' };

/** A call says something else with these flags than with others. */
async function differs(
  call: readonly string[],
  flags: readonly string[],
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { said } = at({ ...EMPTY, ...files }, env);
  expect(await said(...call, ...flags)).not.toBe(await said(...call));
}

/** What a review signs, a dossier tells and a difference shows is other with the flag than without. */
function disclosingCases(
  command: string,
  call: readonly string[],
): Readonly<Record<string, () => Promise<void>>> {
  const told: Readonly<Record<string, () => Promise<void>>> = {
    '--online': async () => differs(call, ['--online'], { 'README.md': UNHEARD }, await served()),
    '--hub-cache': () => differs(call, ['--hub-cache'], { 'README.md': UNHEARD, ...DOWNLOADED }),
    '--lock': () =>
      differs(call, ['--lock', 'other.json'], { 'README.md': UNHEARD, 'other.json': lock('gemma') }),
    '--frozen-lock': () =>
      differs(call, ['--frozen-lock'], { 'README.md': LLAMA, 'licet.lock.json': lock('mit') }),
    '--config': () =>
      differs(call, ['--config', 'other.yaml'], { 'README.md': UNHEARD, 'other.yaml': facts('gemma') }),
    '--no-config': () =>
      differs(call, ['--no-config'], { 'README.md': UNHEARD, 'licet.config.yaml': facts('gemma') }),
    '--name': () => differs(call, ['--name', 'acme/x'], { 'README.md': LLAMA }),
    '--card': () =>
      differs(call, ['--card', 'CARD.md'], {
        'README.md': '# Tools\n',
        'CARD.md': LLAMA,
        'config.json': '{}',
        'empty/CARD.md': '# Empty\n',
      }),
    '--format': () =>
      differs(call, ['--format', command === 'review' ? 'text' : 'markdown'], { 'README.md': LLAMA }),
  };
  return Object.fromEntries(Object.entries(told).map(([flag, run]) => [`${command} ${flag}`, run]));
}

const SIGN = ['review', '--role', 'legal', '--decision', 'no', '--by', 'Kim'];
const signedAs = async (...flags: readonly string[]) => {
  const { run, read } = at({ 'README.md': LLAMA });
  expect((await run(...SIGN, ...flags)).code).toBe(0);
  return read('licet.review.yaml');
};

const statedAs = async (...flags: readonly string[]) => {
  const { run, read } = at({ 'README.md': LLAMA });
  expect((await run('review', '--by', 'Kim', '--state', 'logs', '--answer', 'in-part', ...flags)).code).toBe(
    0,
  );
  return read('licet.review.yaml');
};

const CASES: Readonly<Record<string, () => Promise<void>>> = {
  ...disclosingCases('dossier', ['dossier', '.', '-f', 'json']),
  ...disclosingCases('review', ['review', '--status', '.', '-f', 'json']),
  ...disclosingCases('diff', ['diff', 'empty', '.', '-f', 'json']),
  'dossier --lang': () => differs(['dossier', '.'], ['--lang', 'ko'], { 'README.md': LLAMA }),
  'dossier --links': () =>
    differs(['dossier', '.'], ['--links', 'https://a.example'], { 'README.md': LLAMA }),
  'dossier --date': () => differs(['dossier', '.'], ['--date', '2026-11-30'], { 'README.md': LLAMA }),
  'dossier --revision': () => differs(['dossier', '.'], ['--revision', SHA], { 'README.md': LLAMA }),
  'dossier --output': async () => {
    const { said, read } = at({ 'README.md': LLAMA });
    expect(await said('dossier', '.', '--output', 'd.html')).toBe('');
    expect(read('d.html')).toContain('<!doctype html>');
  },
  'review --role': async () => expect(await signedAs()).toContain('role: legal'),
  'review --decision': async () => expect(await signedAs()).toContain('decision: no'),
  'review --by': async () => expect(await signedAs()).toContain('by: Kim'),
  'review --note': async () => expect(await signedAs('--note', 'not yet')).toContain('note: not yet'),
  'review --date': async () => expect(await signedAs('--date', '2026-01-02')).toContain('date: 2026-01-02'),
  'review --state': async () => expect(await statedAs()).toContain('says: logs'),
  'review --answer': async () => expect(await statedAs()).toContain('answer: in-part'),
  'review --evidence': async () =>
    expect(await statedAs('--evidence', 'a disk')).toContain('evidence: a disk'),
  'review --revision': async () =>
    expect(/sha256: .*/.exec(await signedAs('--revision', SHA))?.[0]).not.toBe(
      /sha256: .*/.exec(await signedAs())?.[0],
    ),
  'review --status': async () =>
    expect(await at({ 'README.md': LLAMA }).said('review', '--status')).toContain('Not reviewed'),
  'tree --format': async () =>
    expect(await at({ 'README.md': LLAMA }).said('tree', '--format', 'dot')).toMatch(/^digraph /),
  'tree --name': async () =>
    expect(await at({ 'README.md': LLAMA }).said('tree', '--name', 'acme/Llama-8B')).toMatch(
      /^acme\/Llama-8B /,
    ),
  'tree --online': async () =>
    expect(await at({ 'README.md': UNHEARD }, await served()).said('tree', '--online')).toContain('gemma'),
  'tree --hub-cache': async () =>
    expect(await at({ 'README.md': UNHEARD, ...DOWNLOADED }).said('tree', '--hub-cache')).toContain('gemma'),
  'tree --lock': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'other.json': lock('gemma') }).said('tree', '--lock', 'other.json'),
    ).toContain('gemma'),
  'tree --frozen-lock': async () =>
    expect(
      await at({ 'README.md': LLAMA, 'licet.lock.json': lock('mit') }).said('tree', '--frozen-lock'),
    ).toContain('unknown (offline)'),
  'tree --card': async () =>
    expect(
      await at({ 'README.md': '# Tools\n', 'CARD.md': LLAMA, 'config.json': '{}' }).said(
        'tree',
        '--card',
        'CARD.md',
      ),
    ).toContain('meta-llama/Llama-3.1-8B'),
  'tree --config': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'other.yaml': facts('gemma') }).said('tree', '--config', 'other.yaml'),
    ).toContain('gemma'),
  'tree --no-config': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'licet.config.yaml': facts('gemma') }).said('tree', '--no-config'),
    ).not.toContain('gemma'),
  'bom --format': async () =>
    expect(await at({ 'README.md': LLAMA }).said('bom', '--format', 'spdx')).toContain('SpdxDocument'),
  'bom --spec-version': async () =>
    expect(await at({ 'README.md': LLAMA }).said('bom', '--spec-version', '1.7')).toContain(
      '"specVersion": "1.7"',
    ),
  'bom --output': async () => {
    const { said, read } = at({ 'README.md': LLAMA });
    expect(await said('bom', '--output', 'model.cdx.json')).toBe('');
    expect(read('model.cdx.json')).toContain('"bomFormat": "CycloneDX"');
  },
  'bom --date': async () =>
    expect(await at({ 'README.md': LLAMA }).said('bom', '--date', '2026-11-30')).toContain(
      '"timestamp": "2026-11-30T00:00:00Z"',
    ),
  'bom --revision': async () =>
    expect(await at({ 'README.md': LLAMA }).said('bom', '--revision', SHA)).toContain(`"version": "${SHA}"`),
  'bom --name': async () =>
    expect(await at({ 'README.md': LLAMA }).said('bom', '--name', 'acme/Llama-8B')).toContain(
      'pkg:huggingface/acme/Llama-8B',
    ),
  'bom --card': async () =>
    expect(
      await at({ 'README.md': '# Tools\n', 'CARD.md': LLAMA, 'config.json': '{}' }).said(
        'bom',
        '--card',
        'CARD.md',
      ),
    ).toContain('pkg:huggingface/meta-llama/Llama-3.1-8B'),
  'bom --online': async () =>
    expect(await at({ 'README.md': UNHEARD }, await served()).said('bom', '--online')).toContain('gemma'),
  'bom --hub-cache': async () =>
    expect(await at({ 'README.md': UNHEARD, ...DOWNLOADED }).said('bom', '--hub-cache')).toContain('gemma'),
  'bom --lock': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'other.json': lock('gemma') }).said('bom', '--lock', 'other.json'),
    ).toContain('gemma'),
  'bom --frozen-lock': async () =>
    expect(
      await at({ 'README.md': LLAMA, 'licet.lock.json': lock('mit') }).said('bom', '--frozen-lock'),
    ).toContain('"value": "offline"'),
  'bom --config': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'other.yaml': facts('gemma') }).said('bom', '--config', 'other.yaml'),
    ).toContain('gemma'),
  'bom --no-config': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'licet.config.yaml': facts('gemma') }).said('bom', '--no-config'),
    ).not.toContain('gemma'),
  'licenses --category': async () =>
    expect(
      (
        JSON.parse(
          await at({}).said('licenses', 'gpl', '--category', 'network-copyleft', '--format', 'json'),
        ) as {
          category: string;
        }[]
      ).map(({ category }) => category),
    ).toEqual(['network-copyleft', 'network-copyleft', 'network-copyleft']),
  'licenses --format': async () =>
    expect(JSON.parse(await at({}).said('licenses', 'gemma', '--format', 'json'))).toContainEqual(
      expect.objectContaining({ id: 'gemma' }),
    ),
  'license --format': async () =>
    expect(JSON.parse(await at({}).said('license', 'gemma', '--format', 'json'))).toMatchObject({
      id: 'gemma',
    }),
  'compat --relation': async () =>
    expect(await at({}).said('compat', 'mit', 'apache-2.0', '--relation', 'merge')).toMatch(
      /^ok {2}mit → apache-2\.0, as merge/,
    ),
  'compat --format': async () =>
    expect(JSON.parse(await at({}).said('compat', 'mit', 'apache-2.0', '--format', 'json'))).toMatchObject({
      verdict: 'ok',
    }),
  'notice --write': async () => {
    const { said, read } = at({ 'README.md': LLAMA });
    expect(await said('notice', '--write')).toBe('wrote NOTICE\n');
    expect(read('NOTICE')).toContain('Llama 3.1 is licensed under');
  },
  'notice --check': async () =>
    expect(await at({ 'README.md': LLAMA }).run('notice', '--check')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^\+Llama 3\.1 is licensed under/m) as string,
    }),
  'notice --format': async () =>
    expect(await at({ 'README.md': LLAMA }).said('notice', '--format', 'markdown')).toMatch(
      /^## License and attribution/m,
    ),
  'notice --online': async () =>
    expect(await at({ 'README.md': UNHEARD }, await served()).said('notice', '--online')).toContain('Gemma'),
  'notice --hub-cache': async () =>
    expect(await at({ 'README.md': UNHEARD, ...DOWNLOADED }).said('notice', '--hub-cache')).toContain(
      'Gemma',
    ),
  'notice --name': async () =>
    expect(
      JSON.parse(
        await at({ 'README.md': LLAMA }).said('notice', '--name', 'acme/Llama-8B', '--format', 'json'),
      ),
    ).toMatchObject([{ name: 'acme/Llama-8B' }]),
  'notice --card': async () =>
    expect(
      await at({ 'README.md': '# Tools\n', 'CARD.md': LLAMA, 'config.json': '{}' }).said(
        'notice',
        '--card',
        'CARD.md',
      ),
    ).toContain('meta-llama/Llama-3.1-8B'),
  'notice --config': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'other.yaml': facts('gemma') }).said(
        'notice',
        '--config',
        'other.yaml',
      ),
    ).toContain('Gemma'),
  'notice --no-config': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'licet.config.yaml': facts('gemma') }).said('notice', '--no-config'),
    ).not.toContain('Gemma'),
  'resolve --online': async () =>
    expect(await at({ 'README.md': UNHEARD }, await served()).said('resolve', '--online')).toContain(
      '+ acme/unheard  gemma',
    ),
  'resolve --hub-cache': async () =>
    expect(await at({ 'README.md': UNHEARD, ...DOWNLOADED }).said('resolve', '--hub-cache')).toContain(
      '+ acme/unheard  gemma',
    ),
  'resolve --frozen-lock': async () => {
    const { run, has } = at({ 'README.md': LLAMA });
    expect(await run('resolve', '--frozen-lock')).toMatchObject({ code: 1 });
    expect(has('licet.lock.json')).toBe(false);
  },
  'resolve --lock': async () => {
    const { run, has } = at({ 'README.md': LLAMA });
    await run('resolve', '--lock', 'other.json');
    expect([has('other.json'), has('licet.lock.json')]).toEqual([true, false]);
  },
  'resolve --config': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'other.yaml': facts('gemma') }).run(
        'resolve',
        '--config',
        'other.yaml',
      ),
    ).toMatchObject({ code: 0 }),
  'resolve --no-config': async () =>
    expect(
      await at({ 'README.md': UNHEARD, 'licet.config.yaml': facts('gemma') }).run('resolve', '--no-config'),
    ).toMatchObject({ code: 1 }),
  'resolve --format': async () =>
    expect(JSON.parse(await at({ 'README.md': LLAMA }).said('resolve', '--format', 'json'))).toMatchObject([
      { lock: 'licet.lock.json', written: true, models: 1, added: [{ license: 'llama3.1' }], unresolved: [] },
    ]),
  'resolve --name': async () =>
    expect(await at({ 'README.md': UNHEARD }).run('resolve', '--name', 'acme/unheard')).toMatchObject({
      code: 0,
    }),
  'explain --config': async () =>
    expect(
      await at({ 'README.md': LLAMA, 'other.yaml': 'rules: { missing-phrase: error }\n' }).said(
        'explain',
        '--config',
        'other.yaml',
        'README.md',
      ),
    ).toMatch(/^ {2}error +missing-phrase/m),
  'explain --no-config': async () =>
    expect(
      await at({ 'README.md': LLAMA, 'licet.config.yaml': 'rules: { missing-phrase: error }\n' }).said(
        'explain',
        '--no-config',
        'README.md',
      ),
    ).toMatch(/^ {2}warning +missing-phrase/m),
  'explain --format': async () =>
    expect(JSON.parse(await at({}).said('explain', 'missing-phrase', '--format', 'json'))).toMatchObject({
      severity: 'warning',
    }),
};

const flagsIn = (help: string) =>
  new Set(
    [...help.matchAll(/(?<![\w-])--[a-z][\w-]*/g)].map(([flag]) => flag).filter((flag) => flag !== '--help'),
  );

/** Taken by every command, and told of in the help of licet alone. */
const ALWAYS: readonly string[] = ['--color', '--no-color', '--debug'];

describe('the flags of each command', () => {
  test('each in its help has a case here', async () => {
    const { said } = at({});
    const named: string[] = [];
    for (const command of COMMANDS)
      named.push(...[...flagsIn(await said(command, '--help'))].map((flag) => `${command} ${flag}`));
    expect(named.sort()).toEqual(Object.keys(CASES).sort());
  });

  test.each(COMMANDS)('%s takes those that its help names, and no others', async (command) => {
    const { run, said } = at({});
    const all = new Set([
      ...flagsIn(await said('--help')),
      ...Object.keys(CASES).map((one) => one.split(' ')[1] ?? ''),
    ]);
    const taken: string[] = [];
    // The first flag that is not known ends the reading.
    for (const flag of all)
      if (!(await run(command, flag, '--nonsense')).stderr.includes(`Unknown option "${flag}"`))
        taken.push(flag);
    expect(taken.filter((flag) => !ALWAYS.includes(flag)).sort()).toEqual(
      [...flagsIn(await said(command, '--help'))].sort(),
    );
  });

  test.each(COMMANDS)('%s takes those of color and --debug as licet does', async (command) => {
    for (const flag of ALWAYS) expect((await at({}).run(command, flag, '--help')).code).toBe(0);
  });

  test('color is forced and forbidden by flag, whatever the environment says', async () => {
    const colored = async (...args: string[]) =>
      (await at({}, { NO_COLOR: '1' }).said('compat', 'mit', 'mit', ...args)).includes('\u001b[');
    const forced = async (...args: string[]) =>
      (await at({}, { FORCE_COLOR: '1' }).said('compat', 'mit', 'mit', ...args)).includes('\u001b[');
    expect([await colored(), await colored('--color'), await forced(), await forced('--no-color')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('the help of licet names every command', async () => {
    const help = await at({}).said('--help');
    for (const command of COMMANDS)
      expect(help).toMatch(new RegExp(`^ {2}(?:[\\w, X.…]*, )?${command}\\b`, 'm'));
  });

  test.each(Object.entries(CASES))('%s', async (_, check) => check());
});

describe('the exit status of', () => {
  test.each([
    ['tree', 0, ['tree']],
    ['tree of nothing', 2, ['tree', 'nowhere']],
    ['tree in an unknown format', 2, ['tree', '--format', 'png']],
    ['licenses', 0, ['licenses']],
    ['license', 0, ['license', 'mit']],
    ['an unknown license', 1, ['license', 'nothing-of-the-sort']],
    ['license without a name', 2, ['license']],
    ['compat that goes together', 0, ['compat', 'mit', 'apache-2.0']],
    ['compat that cannot tell', 0, ['compat', 'mit', 'cc']],
    ['compat with an unknown name', 2, ['compat', 'mit', 'what-is-this']],
    ['compat that conflicts', 1, ['compat', 'llama3.1', 'apache-2.0']],
    ['compat of one', 2, ['compat', 'mit']],
    ['notice', 0, ['notice']],
    ['a notice that lacks', 1, ['notice', '--check']],
    ['both ways of a notice', 2, ['notice', '--check', '--write']],
    ['a notice in an unknown format', 2, ['notice', '--format', 'pdf']],
    ['bom', 0, ['bom']],
    ['a bom of an unknown version', 2, ['bom', '--spec-version', '9']],
    ['resolve', 0, ['resolve']],
    ['a frozen lock that would change', 1, ['resolve', '--frozen-lock']],
    ['resolve on the Hub', 2, ['resolve', 'hf:acme/x']],
    ['explain of a rule', 0, ['explain', 'missing-phrase']],
    ['explain of a file', 0, ['explain', 'README.md']],
    ['explain of nothing', 0, ['explain']],
    ['explain of two', 2, ['explain', 'missing-phrase', 'README.md']],
    ['help', 0, ['help']],
    ['help of a command', 0, ['help', 'tree']],
    ['help of what is none', 2, ['help', 'nothing']],
    ['version', 0, ['version']],
    ['-V', 0, ['-V']],
    ['explain of an unknown rule', 2, ['explain', 'missing-frase']],
    ['init', 0, ['init']],
    ['init of something', 2, ['init', 'x']],
  ] as [string, number, string[]][])('%s is %i', async (_, code, args) => {
    const outcome = await at({ 'README.md': LLAMA }).run(...args);
    expect(outcome).toMatchObject({ code });
    if (code === 2)
      expect(outcome).toMatchObject({
        stdout: '',
        stderr: expect.stringMatching(/^licet: [^\n]+\n(?: {2}hint {2}[^\n]+\n)?$/) as string,
      });
  });

  test('init where a config is, is 2', async () =>
    expect(await at({ 'licet.config.yml': '' }).run('init')).toMatchObject({ code: 2, stdout: '' }));

  test.each(COMMANDS)('%s with an unknown option is 2, and with --help 0', async (command) => {
    const { run } = at({});
    expect(await run(command, '--nonsense')).toMatchObject({ code: 2, stdout: '' });
    expect(await run(command, '--help')).toMatchObject({ code: 0, stderr: '' });
    expect(await run(command, '-h')).toMatchObject({ code: 0, stderr: '' });
  });
});
