import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { main } from '../../../src/cli/main.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const FILES = { 'README.md': '---\nlicense: mit\n---\n# Tiny\n' };
const run = (files: Readonly<Record<string, string>>, ...argv: string[]) =>
  main(argv, {
    cwd: tempFolder({ ...FILES, ...files }),
    env: {},
    terminal: false,
    width: 80,
    today: '2026-11-26',
  });

const PLUGIN =
  "export default { plugins: [{ name: 'acme', rules: [" +
  "{ name: 'missing-contact', formerly: ['no-contact'], summary: 'Name somebody', severity: 'warning', " +
  "page: 'https://acme.example/contact', *check() {} }, " +
  "{ name: 'house-style', summary: 'Write well', severity: 'info', *check() {} }] }] };\n";

interface Row {
  readonly name: string;
  readonly formerly: readonly string[];
  readonly levels: Readonly<Record<string, string>>;
  readonly page: string | null;
}

describe('licet rules', () => {
  test('lists every rule with its level under each preset', async () => {
    const { stdout, stderr, code } = await run({}, 'rules');
    const lines = stdout.trimEnd().split('\n');
    expect([stderr, code, lines.length]).toEqual(['', 0, rules.length + 1]);
    expect(lines[0]).toMatch(/^rule +recommended +strict +publish +consume +what it asks$/);
    expect(lines.find((line) => line.startsWith('missing-phrase '))).toMatch(
      /^missing-phrase +warning +error +error +info +Show the phrase that an upstream license requires$/,
    );
  });

  test('as JSON tells the former names and the page too', async () => {
    const { stdout } = await run({}, 'rules', '--format', 'json');
    const rows = JSON.parse(stdout) as readonly Row[];
    expect(rows.map(({ name }) => name)).toEqual(rules.map(({ name }) => name));
    expect(rows.find(({ name }) => name === 'incompatible-license')).toEqual({
      name: 'incompatible-license',
      formerly: ['dropped-terms'],
      summary: 'Keep the restrictions of an upstream license when relicensing',
      levels: { recommended: 'error', strict: 'error', publish: 'error', consume: 'error' },
      page: 'https://github.com/licet/licet/blob/main/docs/rules/incompatible-license.md',
    });
  });

  test('lists the rules of the plugins of a named config after its own', async () => {
    const files = { 'licet.config.mjs': PLUGIN };
    const { stdout } = await run(files, 'rules', '-c', 'licet.config.mjs', '-f', 'json');
    const rows = JSON.parse(stdout) as readonly Row[];
    expect(rows.slice(-2)).toMatchObject([
      { name: 'missing-contact', formerly: ['no-contact'], page: 'https://acme.example/contact' },
      { name: 'house-style', formerly: [], page: null },
    ]);
    expect(rows.at(-2)?.levels['strict']).toBe('error');
  });

  test.each([
    [['rules', 'missing-phrase'], 'takes no "missing-phrase"', 'licet explain missing-phrase'],
    [['rules', '-f', 'xml'], 'No format named "xml"', 'Use one of text, json'],
    [['rules', '--fromat', 'json'], 'Unknown option "--fromat"', '--format'],
  ])('%j is a wrong call', async (argv, message, hint) => {
    const { stdout, stderr, code } = await run({}, ...argv);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});

const IS_NOW = 'hint  It is now "incompatible-license"';

describe('the former name of a rule', () => {
  test('is no name of another rule, and stands once', () => {
    const names = rules.flatMap(({ name, formerly = [] }) => [name, ...formerly]);
    expect(names.length).toBeGreaterThan(rules.length);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['--rule', {}, ['--rule', 'dropped-terms: off', '.'], 'No rule named "dropped-terms"'],
    ['--fix-unsafe', {}, ['--fix', '--fix-unsafe', 'dropped-terms', '.'], 'No rule named "dropped-terms"'],
    ['--fix-type', {}, ['--fix', '--fix-type', 'dropped-terms', '.'], 'No rule named "dropped-terms"'],
    ['licet explain', {}, ['explain', 'dropped-terms'], 'No rule named "dropped-terms"'],
    [
      'the rules of a config',
      { 'licet.config.yaml': 'rules:\n  dropped-terms: off\n' },
      ['.'],
      'licet.config.yaml:2:3: "rules.dropped-terms" is no rule',
    ],
    [
      'an override',
      { 'licet.config.yaml': 'overrides:\n  - files: old\n    rules: {dropped-terms: off}\n' },
      ['.'],
      'licet.config.yaml:3:13: "overrides.0.rules.dropped-terms" is no rule',
    ],
    [
      'a config with plugins',
      { 'licet.config.mjs': PLUGIN.replace('{ plugins', "{ rules: { 'dropped-terms': 'off' }, plugins") },
      ['-c', 'licet.config.mjs', '.'],
      '"rules.dropped-terms" is no rule',
    ],
  ])('in %s is refused with the new one', async (_, files, argv, message) => {
    const { stdout, stderr, code } = await run(files, ...argv);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(message);
    expect(stderr).toContain(IS_NOW);
  });

  test('in a comment turns nothing off and is told with the new one', async () => {
    const card =
      '---\n# licet-disable-next-line dropped-terms\nlicense: mit\n' +
      'base_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n# A\n';
    const { stdout } = await run({ 'README.md': card }, '-f', 'json', '--name', 'acme/Tide', '.');
    const { repositories } = JSON.parse(stdout) as {
      repositories: readonly {
        findings: readonly { rule: string; message: string; fix?: { title: string } }[];
      }[];
    };
    const findings = repositories.flatMap((one) => one.findings);
    expect(findings.find(({ rule }) => rule === 'unused-directive')).toMatchObject({
      message: 'Directive names "dropped-terms", an unknown rule',
      fix: { title: 'It is now "incompatible-license"' },
    });
    expect(findings.map(({ rule }) => rule)).toContain('incompatible-license');
  });

  test('is no name for a rule of a plugin', async () => {
    const files = { 'licet.config.mjs': PLUGIN.replace("name: 'house-style'", "name: 'dropped-terms'") };
    const { stderr, code } = await run(files, '-c', 'licet.config.mjs', '.');
    expect([stderr, code]).toEqual([
      'licet: Rule "dropped-terms" of plugin "acme" has a name that is taken\n  hint  Give it another\n',
      2,
    ]);
  });
});
