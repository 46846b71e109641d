import { expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { formatNames } from '../../../src/core/report/formats.ts';
import { displayWidth } from '../../../src/core/report/terminal/display-width.ts';
import { COMMANDS } from '../../support/commands.ts';
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
  ...['lint', 'check'].map((word): [string[], string, string] => [
    [word, '.'],
    `No command and no file named "${word}"`,
    'Linting needs no command: run `licet`, or `licet FOLDER`',
  ]),
  ...[[], ['tree'], ['notice']].map((command): [string[], string, string] => [
    [...command, 'meta-llama/Llama-3.1-8B'],
    '"meta-llama/Llama-3.1-8B" does not exist',
    'For the model on the Hub, write `hf:meta-llama/Llama-3.1-8B`',
  ]),
  [
    ['https://github.com/acme/tiny'],
    '"https://github.com/acme/tiny" does not exist',
    'Only addresses of the Hub are read: clone the repository and name its folder',
  ],
  [['help', 'tre'], 'No command named "tre"', 'Did you mean `licet help tree`?'],
  [['compat', 'mit', 'mitt'], 'No license named "mitt"', 'Did you mean `mit`?'],
  [['license', 'mit', '--json'], 'Unknown option "--json"', 'Use `--format json`'],
  [['--json'], 'Unknown option "--json"', 'Use `--format json`'],
  [['tree', '-f', 'jsn'], 'No format named "jsn"', 'Did you mean `json`?'],
  ...[[], ['tree'], ['notice'], ['resolve'], ['explain']].map((command): [string[], string, string] => [
    [...command, '--no-config', '--config', 'x'],
    'Options "--config" and "--no-config" cannot be used together',
    'Leave out one of them',
  ]),
  ...['', 'acme', 'foo/bar/baz', 'acme/../x'].flatMap((name): [string[], string, string][] =>
    [[], ['tree'], ['notice'], ['resolve']].map((command) => [
      [...command, '--name', name],
      `Option "--name" takes an id of the form owner/name, not "${name}"`,
      'Write the id that the model has on the Hub',
    ]),
  ),
  [
    ['--rule', 'missing-*: off'],
    '"missing-*: off" is a pattern, and `--rule` takes one rule',
    'Repeat `--rule` for each rule',
  ],
  [['-f', 'xml'], 'No format named "xml"', `Use one of ${formatNames.join(', ')}`],
  [['--verbose'], 'Unknown option "--verbose"', '`--debug` shows what was read and how long it took'],
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
  [['licenses', '--catgory', 'permissive'], 'Unknown option "--catgory"', 'Did you mean `--category`?'],
  [['licenses', '--category', 'permisive'], 'No category named "permisive"', 'Did you mean `permissive`?'],
  [['init', '--forc'], 'Unknown option "--forc"', '`licet init` takes --help'],
  [
    ['explain', '--everything'],
    'Unknown option "--everything"',
    '`licet explain` takes --config, --no-config, --format, --help',
  ],
  [['tree', '--formt', 'dot'], 'Unknown option "--formt"', 'Did you mean `--format`?'],
  [['--rule', 'missing-phrse: off'], 'No rule named "missing-phrse"', 'Did you mean `missing-phrase`?'],
])('licet %j says what is not known and what was meant', async (argv, message, hint) => {
  expect(await said(...argv)).toEqual({
    stdout: '',
    stderr: `licet: ${message}\n  hint  ${hint}\n`,
    code: 2,
  });
});

test.each([[], ...COMMANDS.map((command) => [command])])(
  'the help of licet %s fits into 80 columns',
  async (...command) => {
    const { stdout } = await said(...command, '--help');
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
  },
);

test('--name names one model', async () => {
  const card = '---\nlicense: mit\n---\n# Tiny\n';
  const cwd = tempFolder({
    'a/README.md': card,
    'a/config.json': '{}',
    'b/README.md': card,
    'b/config.json': '{}',
  });
  const run = (...argv: string[]) =>
    main(argv, { cwd, env: {}, terminal: false, width: 80, today: '2026-11-26' });
  for (const command of [[], ['tree'], ['notice'], ['bom'], ['dossier'], ['review', '--status'], ['resolve']])
    expect(await run(...command, '--name', 'acme/a')).toEqual({
      stdout: '',
      stderr:
        'licet: `--name` names one model, and 2 repositories were found\n' +
        '  hint  Name the folder of that model too, ' +
        'or write the name of each into the config (`overrides`)\n',
      code: 2,
    });
  expect((await run('--name', 'acme/a', 'a')).code).toBe(0);
});

test('help and version do what the flags do', async () => {
  expect(await said('help', 'tree')).toEqual(await said('tree', '--help'));
  expect(await said('help')).toEqual(await said('--help'));
  for (const word of ['version', '-V']) expect(await said(word)).toEqual(await said('--version'));
});
