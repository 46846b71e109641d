import { expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { displayWidth } from '../../../src/core/report/terminal/display-width.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const said = (...argv: string[]) =>
  main(argv, {
    cwd: tempFolder({ 'README.md': '---\nlicense: mit\n---\n# Tiny\n' }),
    env: {},
    terminal: false,
    width: 80,
    today: '2026-11-26',
  });

test.each([
  [['licence', 'mit'], 'No command and no file named "licence"', 'Did you mean `licet license`?'],
  [['explian', 'missing-phrase'], 'No command and no file named "explian"', 'Did you mean `licet explain`?'],
  [['trees'], 'No command and no file named "trees"', 'Did you mean `licet tree`?'],
  // "init" is two letters off, and not what somebody wants who asks for a lint.
  [['lint'], '"lint" does not exist', 'Name a folder, a README.md or a pattern such as "models/*"'],
  [
    ['.', 'licence'],
    '"licence" does not exist',
    'Name a folder, a README.md or a pattern such as "models/*"',
  ],
  [['--fromat', 'json'], 'Unknown option "--fromat"', 'Did you mean `--format`?'],
  [['-o', 'out.sarif'], 'Unknown option "-o"', 'Name the file with the format: `--format sarif:out.sarif`'],
  [
    ['--ignore-pattern', 'old'],
    'Unknown option "--ignore-pattern"',
    'Write it under `ignores` in the config',
  ],
  [['--constructor'], 'Unknown option "--constructor"', 'See `licet --help`'],
  [['-f', 'sarfi', '.'], 'No format named "sarfi"', 'Did you mean `sarif`?'],
  [
    ['-f', 'xlsx', '.'],
    'No format named "xlsx"',
    'Use one of stylish, compact, json, ndjson, sarif, github, summary, markdown, html, gitlab, junit',
  ],
  [['--preset', 'strikt'], 'No preset named "strikt"', 'Did you mean `strict`?'],
  [
    ['--preset', 'everything'],
    'No preset named "everything"',
    'Presets are recommended, strict, publish, consume',
  ],
  [['help'], 'No command and no file named "help"', 'Run `licet --help`'],
  [['licenses', '--catgory', 'permissive'], 'unknown option "--catgory"', 'Did you mean `--category`?'],
  [['licenses', '--category', 'permisive'], 'no category "permisive"', 'Did you mean `permissive`?'],
  [['init', '--forc'], 'unknown option "--forc"', '`licet init` takes --help'],
  [
    ['explain', '--everything'],
    'unknown option "--everything"',
    '`licet explain` takes --config, --no-config, --help',
  ],
  [['tree', '--formt', 'dot'], 'unknown option "--formt"', 'Did you mean `--format`?'],
  [['--rule', 'missing-phrse: off'], 'No rule named "missing-phrse"', 'Did you mean `missing-phrase`?'],
])('licet %j says what is not known and what was meant', async (argv, message, hint) => {
  expect(await said(...argv)).toEqual({
    stdout: '',
    stderr: `licet: ${message}\n  hint  ${hint}\n`,
    code: 2,
  });
});

const COMMANDS = ['tree', 'licenses', 'license', 'compat', 'notice', 'resolve', 'init', 'explain'];

test.each([[], ...COMMANDS.map((command) => [command])])(
  'the help of licet %s fits into 80 columns',
  async (...command) => {
    const { stdout } = await said(...command, '--help');
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
  },
);
