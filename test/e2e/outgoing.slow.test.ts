import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { runAction } from '../../src/action/run.ts';
import { main } from '../../src/cli/main.ts';
import { jsonText, outgoing, printable } from '../../src/core/text/outgoing.ts';
import { formatNames } from '../../src/core/report/formats.ts';
import { github } from '../../src/core/report/formats/github.ts';
import { sarif } from '../../src/core/report/formats/sarif.ts';
import { summary } from '../../src/core/report/formats/summary.ts';
import { hubServer } from '../support/hub-server.ts';
import { streamsOf } from '../support/streams.ts';
import { tempFolder } from '../support/temp-folder.ts';

/**
 * What somebody may put wherever a text can stand: colors, signs of a terminal, directions, ends of lines,
 * commands of runners.
 */
const EVIL =
  'Evil\u001b[31m\u001b]0;t\u0007\u007f\u009b31m\u0085' +
  '\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u2028\u2029\r::debug::R\n' +
  '::error::I ##[add-mask]M ##vso[task.x]V #\u00ad#[group]G ::stop-commands::S';
/** The same, short enough and of letters that a file system takes. */
const NAME = 'e\u001b[31m\u009b\u202e\u2028\r::debug::R\n::error::I ##[add-mask]M ##vso[task.x]V';
const yaml = (text: string) => JSON.stringify(text);

const CARD = `---
license: ${yaml(EVIL)}
license_name: ${yaml(EVIL)}
license_link: ${yaml(EVIL)}
model_name: ${yaml(EVIL)}
${yaml(`licence ${EVIL}`)}: x
base_model: [${yaml(EVIL)}, meta-llama/Llama-3.1-8B, ${yaml(`acme/${EVIL}`)}, acme/unheard]
base_model_relation: finetune
datasets: [${yaml(EVIL)}]
---
# Evil ${EVIL}

This model is licensed under the ${EVIL} license. It is a fine-tune of ${EVIL} and of
[x](https://huggingface.co/acme/${EVIL}).

<!-- licet-disable ${EVIL.replaceAll('\n', ' ')} -- ${EVIL} -->
`;
const LOCK = {
  version: 1,
  models: {
    'acme/unheard': {
      license: EVIL,
      license_name: EVIL,
      license_link: EVIL,
      source: 'Hub',
      date: '2026-11-01',
      bases: [{ model: `zz/q word word word word word word word word ${EVIL}` }],
      copyright: [{ line: `Copyright 2024 ${EVIL}`, file: EVIL }],
    },
    'meta-llama/Llama-3.1-8B': {
      license: 'mit',
      source: 'Hub',
      date: '2026-11-01',
      copyright: [{ line: `Copyright 2024 ${EVIL}`, file: 'LICENSE' }],
    },
  },
};
const FILES: Readonly<Record<string, string>> = {
  '.git/HEAD': '',
  'README.md': CARD,
  [`${NAME}/README.md`]: CARD,
  [`${NAME}/config.json`]: '{"model_type":"llama"}',
  [`${NAME}-LICENSE`]: EVIL,
  'config.json': JSON.stringify({
    model_type: EVIL,
    _name_or_path: EVIL,
    auto_map: { AutoModel: `modeling_x.${EVIL}` },
  }),
  'adapter_config.json': JSON.stringify({ base_model_name_or_path: EVIL }),
  'mergekit_config.yml':
    `models:\n  - model: ${yaml(EVIL)}\n  - model: ${yaml(`acme/${EVIL}`)}\nmerge_method: ties\n` +
    `base_model: ${yaml(EVIL)}\n`,
  Modelfile: `FROM ${EVIL}\nLICENSE """${EVIL}"""\n`,
  'modeling_x.py': `# Copyright 2024 ${EVIL.replaceAll('\n', ' ')}. All rights reserved.\n# ${EVIL}\n`,
  LICENSE: `Copyright 2024 ${EVIL}\n\n${EVIL}\n`,
  'LICENSES/x.txt': EVIL,
  NOTICE: `acme/unheard\n${EVIL}\n`,
  'licet.lock.json': JSON.stringify(LOCK),
  'licet.config.yaml':
    `ignores: [${yaml(`x${EVIL}`)}]\npolicy: { deny: [llama3.1], use: { commercial: true } }\nfacts: ` +
    `[{ model: acme/known, license: mit, reason: ${yaml(EVIL)}, date: "2026-11-01" }]\noverrides: [{ ` +
    `files: ${yaml(EVIL)}, rules: {} }]\n`,
};

const STEERS = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\u007f-\u009f` +
    String.raw`\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]`,
);
const BEGUN = /^\s*:[:\ufffd](?:error|debug)/;
// eslint-disable-next-line no-control-regex
const COLOR = /\u001b\[(?:1|2|3[0-9]|39|4|22|24)m/g;

/**
 * Each line that steers something, or was begun by words of others. `own` lets pass licet's annotations,
 * `copied` the lines of a file.
 */
function steering(text: string, { own = false, copied = false } = {}): string[] {
  return text.split('\n').filter((line) => {
    const rest = own ? line.replace(/^::(?:error|warning|notice) [^:]*::/, '') : line;
    return (
      STEERS.test(rest) ||
      /::[^\s:][^\n]*::/.test(rest) ||
      /#\p{DI}*#(?:vso)?\[/iu.test(rest) ||
      (!copied && BEGUN.test(rest))
    );
  });
}

function at(files: Readonly<Record<string, string>> = FILES, env: Readonly<Record<string, string>> = {}) {
  const folder = tempFolder(files);
  const run = (...args: string[]) =>
    main(args, {
      cwd: folder,
      env: { HOME: folder, LICET_CACHE: join(folder, '.cache'), GITHUB_ACTIONS: 'true', ...env },
      terminal: false,
      width: 80,
      today: '2026-11-24',
    });
  return { folder, run };
}

/** What prints files, or a patch of them, as they are line by line. */
const COPIES = (args: readonly string[]) =>
  args.includes('--fix-dry-run') ||
  (args[0] === 'notice' && !args.includes('json') && !args.includes('markdown'));

const CALLS: readonly (readonly string[])[] = [
  ...formatNames.map((name) => ['.', '-f', name]),
  ['.', '--quiet'],
  ['.', '--print-config'],
  ['.', '--fix-dry-run'],
  ['.', '--fix'],
  ['.', '--suppress-all'],
  ['.', '--frozen-lock'],
  ['.', '--no-config'],
  ...['text', 'json', 'mermaid', 'dot'].map((name) => ['tree', '.', '-f', name]),
  ...['text', 'markdown', 'json'].map((name) => ['notice', '.', '-f', name]),
  ...['cyclonedx', 'spdx'].map((name) => ['bom', '.', '-f', name]),
  ...['html', 'markdown', 'json'].map((name) => ['dossier', '.', '-f', name]),
  ['dossier', '.', '--lang', 'ko'],
  ['review', '--status', '.'],
  ['review', '--status', '.', '-f', 'json'],
  ['diff', '.', '.', '-f', 'markdown'],
  ['notice', '.', '--check'],
  ['notice', '.', '--write'],
  ['resolve'],
  ['resolve', '--frozen-lock'],
  ['resolve', '--lock', 'other.json'],
  ['explain', NAME],
  ['explain', `${NAME}/README.md`],
  ['explain', EVIL],
  ['license', EVIL],
  ['license', EVIL, '-f', 'json'],
  ['license', 'LICENSE'],
  ['license', `${NAME}-LICENSE`],
  ['license', `${NAME}-LICENSE`, '-f', 'json'],
  ['license', `mit OR ${EVIL}`],
  ['licenses', EVIL],
  ['licenses', '--category', EVIL],
  ['licenses', EVIL, '-f', 'json'],
  ['compat', EVIL, 'mit'],
  ['compat', EVIL, 'mit', '-f', 'json'],
  ['compat', 'mit', 'mit', '--relation', EVIL],
  ['init', EVIL],
  [EVIL],
  [`--${EVIL}`],
  ['tree', `--${EVIL}`],
  ['-f', EVIL],
  ['-f', `${EVIL}:x`],
  ['tree', '-f', EVIL],
  ['notice', '-f', EVIL],
  ['bom', '-f', EVIL],
  ['bom', '--date', EVIL],
  ['dossier', '--lang', EVIL],
  ['dossier', '--links', EVIL],
  ['review', '--role', EVIL],
  ['diff', EVIL],
  ['bom', '--revision', EVIL],
  ['resolve', `hf:acme/${EVIL}`],
  ['--rule', EVIL],
  ['--rule', `missing-phrase: ${EVIL}`],
  ['--preset', EVIL],
  ['-c', EVIL],
  ['--lock', EVIL],
  ['--baseline', EVIL],
  ['--max-warnings', EVIL],
  ['--card', EVIL],
  ['--fix', '--fix-type', EVIL],
];

describe.skipIf(process.platform === 'win32')('of a hostile repository', () => {
  it.each(CALLS)('nothing that %s %s %s prints steers a terminal or a runner', async (...args) => {
    const { stdout, stderr, code } = await at().run(...args);
    expect(stderr).not.toContain('internal error');
    if (args[1] !== '--suppress-all') expect(stdout + stderr, `exit ${code}`).not.toBe('');
    expect(steering(stdout, { own: args.includes('github'), copied: COPIES(args) })).toEqual([]);
    expect(steering(stderr)).toEqual([]);
  });

  it.each([
    ['.'],
    ['tree', '.'],
    ['compat', EVIL, 'mit'],
    ['explain', 'missing-phrase'],
    ['licenses', 'gemma'],
  ])("%s %s keeps licet's own colors and no others", async (...args) => {
    const { run } = at();
    const [plain, colored] = [await run(...args), await run(...args, '--color')];
    expect(colored.stdout.replace(COLOR, '')).toBe(plain.stdout);
    if (args.includes('.')) expect(colored.stdout).toMatch(COLOR);
  });

  it('what is written into files is as still, and what is there already stays', async () => {
    const { run, folder } = at();
    for (const name of formatNames) await run('.', '-f', `${name}:out-${name}`);
    await run('.', '--suppress-all', '--baseline', 'out-baseline');
    await run('resolve', '--lock', 'out-lock');
    for (const file of readdirSync(folder).filter((one) => one.startsWith('out-')))
      expect(
        steering(readFileSync(join(folder, file), 'utf8'), { own: file.endsWith('github') }),
        file,
      ).toEqual([]);
    const before = readFileSync(join(folder, 'NOTICE'), 'utf8').trimEnd();
    expect((await run('notice', '.', '--write')).stdout).toContain('wrote NOTICE');
    const after = readFileSync(join(folder, 'NOTICE'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.length).toBeGreaterThan(before.length + 20);
    expect(steering(after.slice(before.length))).toEqual([]);
  });

  it.each([
    ['batch'],
    ['batch', '--select', 'x,license,upstreams,findings'],
    ['batch', '--index', 'models.tsv'],
    ['batch', '--progress'],
    ['index'],
    ['index', '--as-of', '2026-11-30'],
  ])('a stream of records goes through %s %s %s as still', async (...args) => {
    const day = '2026-11-01';
    const cardData = {
      license: EVIL,
      license_name: EVIL,
      license_link: EVIL,
      base_model: [EVIL, 'acme/unheard'],
    };
    const records = [
      { id: 'acme/one', cardData, lastModified: day, sha: EVIL, x: { [EVIL]: [EVIL] } },
      { id: 'acme/two', card: CARD, lastModified: day },
      { id: 'acme/three', files: FILES, siblings: [EVIL.replaceAll('\\', '')], lastModified: day },
      { id: EVIL, card: CARD, lastModified: day },
      { id: 'acme/four', kind: EVIL, card: '', lastModified: day },
      {
        id: 'acme/five',
        baseModels: { relation: EVIL, models: [EVIL] },
        cardData: { [EVIL]: 1 },
        lastModified: day,
      },
      ...Array.from({ length: 1000 }, () => null),
    ];
    const lines = records.map((one) => `${JSON.stringify(one)}\n`).join('') + `${EVIL}\n{"id":"${EVIL}`;
    const head = 'id license license_name license_link bases relation sha as_of'.replaceAll(' ', '\t');
    const index = `${head}\nacme/unheard\t${EVIL.replace(/\s/g, ' ')}\n`;
    let [told, progress] = ['', ''];
    const { stdout, stderr, code } = await main(args, {
      cwd: tempFolder({ 'models.tsv': index }),
      env: {},
      terminal: false,
      width: 80,
      today: '2026-11-24',
      streams: streamsOf(lines, {
        size: lines.length,
        print: (text) => (told += text),
        progress: (text) => (progress += text),
      }),
    });
    expect([code, told === '']).toEqual([0, false]);
    expect([stdout, told, stderr, progress].flatMap((text) => steering(text))).toEqual([]);
  });

  it.each([
    ['licet.config.json', JSON.stringify({ [EVIL]: 1 })],
    ['licet.config.json', JSON.stringify({ rules: { [EVIL]: 'off' } })],
    ['licet.config.json', JSON.stringify({ extends: EVIL })],
    ['licet.config.json', JSON.stringify({ extends: `./${EVIL}` })],
    ['licet.config.json', JSON.stringify({ policy: { deny: [EVIL] } })],
    ['licet.config.yaml', `a: [${EVIL}`],
    ['licet.lock.json', JSON.stringify({ version: 1, models: { [EVIL]: { license: 5 } } })],
    ['licet.lock.json', EVIL],
    ['licet-baseline.json', EVIL],
    ['licet.config.mjs', EVIL],
  ])('a broken %s %j is refused without a word of its own', async (file, text) => {
    const { 'licet.config.yaml': _, ...files } = FILES;
    const { run, folder } = at({ ...files, [file]: text });
    for (const args of [
      ['.'],
      ['tree'],
      ['notice'],
      ['bom'],
      ['resolve'],
      ['.', '--print-config'],
      ['explain', 'README.md'],
      ['.', '-c', file],
    ]) {
      const { stdout, stderr } = await run(...args);
      expect([steering(stdout, { copied: COPIES(args) }), steering(stderr)], args.join(' ')).toEqual([
        [],
        [],
      ]);
    }
    const action = await acted({ INPUT_PATHS: '.' }, folder);
    expect(action.filter((one) => steering(one, { own: true }).length > 0)).toEqual([]);
  });

  it.each([
    { INPUT_PATHS: '.' },
    { INPUT_PATHS: EVIL },
    { INPUT_CONFIG: EVIL },
    { INPUT_RULES: EVIL },
    { INPUT_ONLINE: EVIL },
    { 'INPUT_MAX-WARNINGS': EVIL },
    { 'INPUT_FAIL-ON': EVIL },
    { 'INPUT_SARIF-FILE': 'x.sarif' },
    { INPUT_PRESET: EVIL },
  ])('the Action with %j gives the runner no command but its own', async (inputs) => {
    const texts = await acted(inputs, at().folder);
    expect(texts.join('')).not.toBe('');
    expect(texts.filter((one) => steering(one, { own: true }).length > 0)).toEqual([]);
  });

  it('what the Hub answers is as still', async () => {
    const hub = await hubServer({
      'acme/unheard': {
        cardData: { license: EVIL, license_name: EVIL, base_model: [`acme/${EVIL}`, 'acme/next'] },
      },
      'acme/next': { cardData: { license: 'other', license_name: EVIL, license_link: EVIL } },
    });
    const { 'licet.lock.json': _, ...files } = FILES;
    const { run, folder } = at(files, { HF_ENDPOINT: hub.url });
    for (const args of [
      ['.', '--online'],
      ['tree', '--online'],
      ['notice', '--online'],
      ['bom', '--online'],
      ['resolve', '--online'],
      ['.'],
    ]) {
      const { stdout, stderr } = await run(...args);
      expect([steering(stdout, { copied: COPIES(args) }), steering(stderr)], args.join(' ')).toEqual([
        [],
        [],
      ]);
    }
    expect(statSync(join(folder, 'licet.lock.json')).size).toBeGreaterThan(100);
    expect(steering(readFileSync(join(folder, 'licet.lock.json'), 'utf8'))).toEqual([]);
  });
});

/** All that the Action leaves behind. */
async function acted(inputs: Readonly<Record<string, string>>, folder: string): Promise<string[]> {
  const { stdout, stderr, files } = await runAction(
    {
      GITHUB_WORKSPACE: folder,
      HOME: folder,
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: 'o',
      GITHUB_STEP_SUMMARY: 's',
      ...inputs,
    },
    '2026-11-24',
    { annotations: github, summary, sarif },
  );
  return [stdout, stderr, ...files.map(({ text }) => text)];
}

test('a patch keeps the words of its file where no runner hears them', async () => {
  const { run } = at(
    {
      '.git/HEAD': '',
      'README.md':
        '---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n' +
        '---\n##[Chat](x)\n',
    },
    { GITHUB_ACTIONS: '' },
  );
  expect((await run('.', '--fix-dry-run')).stdout).toContain('\n ##[Chat](x)\n');
});

describe('a value as JSON', () => {
  it('is read as the same value, and is still', () => {
    const evil = fc.string({ unit: fc.constantFrom(...'a:#[]{}",\\vso \n\r\t', ...EVIL) });
    fc.assert(
      fc.property(fc.dictionary(evil, fc.array(evil)), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = jsonText(value, indent);
        expect(JSON.parse(text)).toEqual(value);
        expect(steering(text)).toEqual([]);
        expect(outgoing(text)).toBe(text);
      }),
    );
  });
});

describe('a text that leaves', () => {
  it.each([
    ['::error::x', ':\ufffderror::x'],
    ['  ::add-mask::x', '  :\ufffdadd-mask::x'],
    ['\u3000::error file=a::x', '\u3000:\ufffderror file=a::x'],
    [':\u00ad:error::x', ':\u00ad\ufffderror::x'],
    ['a ##[error]', 'a #\ufffd[error]'],
    ['##VSO[task.x]', '#\ufffdVSO[task.x]'],
    ['#\u00ad#\u00adv\u00adso[x]', '#\u00ad\ufffd\u00adv\u00adso[x]'],
    ['a\rb', 'a\ufffdb'],
    ['\u001b[31mred', '\ufffd[31mred'],
  ])('%j is %j', (text, still) => {
    expect(outgoing(text)).toBe(still);
    expect(printable(text)).toBe(still.replaceAll('\u3000', '\u3000'));
  });

  it.each([
    '# Title\n## [link](x)\n',
    'a::b',
    'std::vector',
    '::\n',
    'a\tb\r\nc\n',
    '한국어 模型 العربية',
    '#[derive]',
    'https://x/::1',
  ])('%j stays', (text) => {
    expect(outgoing(text)).toBe(text);
  });

  it('is as long as it was, and a second time the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'::::##[vso]e \n\r') }), (text) => {
        const [once, line] = [outgoing(text), printable(text)];
        expect([once.length, line.length]).toEqual([text.length, text.length]);
        expect([outgoing(once), printable(line), outgoing(line)]).toEqual([once, line, line]);
        expect(steering(once.replaceAll('\r\n', '\n')).filter((one) => !BEGUN.test(one))).toEqual([]);
      }),
    );
  });

  it("keeps GitHub's annotations where they are licet's own, and nothing behind them", () => {
    expect(outgoing('::error file=a,line=1::b ##[x] ::c::\n::add-mask::x\n', { commands: 'own' })).toBe(
      '::error file=a,line=1::b #\ufffd[x] :\ufffdc::\n:\ufffdadd-mask::x\n',
    );
  });
});
