import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { main } from '../../src/cli/main.ts';
import { ISSUES } from '../../src/core/version.ts';
import manifest from '../../package.json' with { type: 'json' };
import { tempFolder } from '../support/temp-folder.ts';

const CARD =
  '---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Llama Tiny\n\nBuilt with Llama\n';
const THROWS =
  `export default { plugins: [{ name: 'acme', rules: [{ name: 'acme-x', summary: 'Be', severity: ` +
  `'warning', ` +
  `*check() { throw new Error('boom', { cause: new Error('the cause') }); } }] }] };\n`;

function at(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const cwd = tempFolder({ '.git/HEAD': '', ...files });
  return (...argv: string[]) =>
    main(argv, {
      cwd,
      env: { HOME: cwd, ...env },
      terminal: false,
      width: 80,
      today: '2026-11-26',
      clock: () => performance.now(),
    });
}

const FILES = {
  'a/README.md': CARD,
  'a/config.json': '{}',
  'b/README.md': CARD,
  'licet.config.yaml': 'rules: { stale-lock: "off" }\n',
  'licet.lock.json':
    '{"version":1,"models":{"meta-llama/Llama-3.1-8B":' +
    '{"license":"llama3.1","source":"Hub","date":"2026-11-01"}}}',
};
/** The names of all lines that tell a time, in their order. */
const timed = (text: string) => [...text.matchAll(/^ +[\d.]+ ms {2}(.*)$/gm)].map(([, name]) => name ?? '');

describe('--debug', () => {
  test('tells at the end what was used, every stage and every rule, and changes no result', async () => {
    const run = at(FILES);
    const plain = await run('-f', 'compact');
    const { stdout, stderr, code } = await run('-f', 'compact', '--debug');
    expect([stdout, code]).toEqual([plain.stdout, plain.code]);
    expect(plain.stderr).toBe('');
    expect(stderr).toContain('  config    licet.config.yaml\n  lock      licet.lock.json\n');
    expect(stderr).toMatch(/^ {2}checked {3}2 repositories, 3 files \(3 read\), \d+ claims$/m);
    const names = timed(stderr);
    expect(names.slice(0, 9)).toEqual([
      'startup',
      'config',
      'discover',
      'read',
      'extract',
      'resolve',
      'evaluate',
      'report',
      'total, since the process started',
    ]);
    const asked = rules.filter(
      ({ name, kinds, optIn }) => !optIn && name !== 'stale-lock' && (kinds ?? ['model']).includes('model'),
    );
    expect(names.slice(9).sort()).toEqual(asked.map(({ name }) => name).sort());
  });

  test('the rules that took longest come first', async () => {
    const { stderr } = await at(FILES)('--debug');
    const times = [...(stderr.split('  rules\n')[1] ?? '').matchAll(/^ +([\d.]+) ms/gm)].map(([, ms]) =>
      Number(ms),
    );
    expect(times.length).toBeGreaterThan(20);
    expect(times).toEqual([...times].sort((x, y) => y - x));
  });

  test.each([
    ['1', true],
    ['yes', true],
    ['0', false],
    ['', false],
  ])('LICET_DEBUG=%s is heard: %s', async (value, heard) => {
    expect((await at(FILES, { LICET_DEBUG: value })()).stderr.includes('licet: debug')).toBe(heard);
  });

  test.each([
    ['tree'],
    ['notice'],
    ['bom'],
    ['dossier', 'a'],
    ['review', '--status'],
    ['resolve', '--frozen-lock'],
    ['license', 'mit'],
    ['explain', 'a/README.md'],
  ])('licet %s takes it', async (...argv) => {
    const run = at(FILES);
    const { stderr, stdout, code } = await run(...argv, '--debug');
    const plain = await run(...argv);
    expect([stdout, code]).toEqual([plain.stdout, plain.code]);
    expect(stderr).toMatch(/^licet: debug\n/m);
  });

  test('tells the stack of a usage error, and of what a config threw', async () => {
    const run = at({ ...FILES, 'c.mjs': THROWS });
    expect((await run('nowhere', '--debug')).stderr).toMatch(
      /^ {2}stack\n {4}UsageError: "nowhere".*\n {4}at /m,
    );
    expect((await run('nowhere')).stderr).not.toContain(' at ');
  });
});

describe("errors of licet's own", () => {
  test('are reported where the package says', () => expect(ISSUES).toBe(manifest.bugs));

  /** A world that fails in a way nobody foresaw. */
  const broken = (...argv: string[]) =>
    main(argv, {
      get cwd(): string {
        throw new TypeError('no such world');
      },
      env: {},
      terminal: false,
      width: 80,
      today: '2026-11-26',
    });

  test('are one message that says what failed and where to report it', async () => {
    expect(await broken('.')).toEqual({
      stdout: '',
      stderr:
        `licet: internal error: no such world\n` +
        `  hint  Report it at ${ISSUES} with the command; ` +
        '`--debug` shows the stack, in the Action the input `debug`\n',
      code: 2,
    });
    const { stderr } = await broken('--', '--debug');
    expect(stderr).not.toContain('  stack\n');
    expect((await broken('--debug')).stderr).toMatch(/^ {2}stack\n {4}TypeError: no such world\n {4}at /m);
  });

  test("a plugin's rule that throws is told likewise, to its author", async () => {
    const run = at({ ...FILES, 'c.mjs': THROWS });
    const { stderr, code } = await run('-c', 'c.mjs', 'a');
    expect([stderr, code]).toEqual([
      'licet: Rule "acme-x" of plugin "acme" failed on "a": boom\n' +
        '  hint  Report it to the author of the plugin; ' +
        '`--debug` shows the stack, in the Action the input `debug`\n',
      2,
    ]);
    const debugged = (await run('-c', 'c.mjs', 'a', '--debug')).stderr;
    expect(debugged).toMatch(/^ {4}Error: boom\n {4}at /m);
    expect(debugged).toContain('    Error: the cause\n');
  });
});

describe('a rule of a plugin that breaks its contract is told by plugin, rule and field', () => {
  const PLACE = `at: { file: 'README.md', start: 0, end: 3 }`;
  const findings = (body: string) =>
    `export default { plugins: [{ name: 'acme', rules: [{ name: 'acme-x', summary: 'Be', severity: ` +
    `'warning', ${body} }] }] };\n`;
  const yields = (problem: string) => findings(`*check() { yield ${problem}; }`);

  test.each([
    ['no message', yields(`{ ${PLACE} }`), 'it gives a finding whose `message` is not a text'],
    ['a message of a wrong type', yields(`{ ${PLACE}, message: 7 }`), '`message` is not a text'],
    [
      'no place',
      yields(`{ message: 'x' }`),
      '`at` is not a claim, or a place with `file`, `start` and `end`',
    ],
    ['a place without a file', yields(`{ message: 'x', at: { start: 0, end: 1 } }`), '`at` is not a claim'],
    ['offsets of no text', yields(`{ message: 'x', at: { file: 'a', start: 2, end: 1 } }`), '`at` is not'],
    [
      'an unknown severity',
      yields(`{ ${PLACE}, message: 'x', severity: 'fatal' }`),
      '`severity` is not info',
    ],
    [
      'a fix without edits',
      yields(`{ ${PLACE}, message: 'x', fix: { title: 'Do', safe: true } }`),
      '`fix.edits`',
    ],
    [
      'a half edit',
      yields(`{ ${PLACE}, message: 'x', fix: { title: 'Do', safe: true, edits: [{}] } }`),
      '`fix.edits`',
    ],
    ['an obligation of its own', yields(`{ ${PLACE}, message: 'x', obligation: {} }`), '`obligation` is not'],
    ['a text for a finding', yields(`'x'`), 'it gives a finding that is no object'],
    ['nothing', findings('check() {}'), '`check` gives no list of findings'],
  ])('%s', async (_, config, said) => {
    const root = tempFolder({ 'a/README.md': CARD, 'c.mjs': config });
    for (const format of ['stylish', 'json', 'sarif', 'github']) {
      const world = { cwd: root, env: {}, terminal: false, width: 80, today: '2026-11-29' };
      const { stderr, code } = await main(['-c', 'c.mjs', 'a', '-f', format], world);
      expect(code).toBe(2);
      expect(stderr).toContain('licet: Rule "acme-x" of plugin "acme" failed on "a": ');
      expect(stderr.replace(/\n +/g, ' ')).toContain(said);
      expect(stderr).not.toContain('internal error');
    }
  });
});
