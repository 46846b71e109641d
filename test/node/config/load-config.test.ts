import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_CONFIG, printConfig } from '../../../src/core/config/config.ts';
import { loadConfig } from '../../../src/node/config/load-config.ts';
import { configOf, folder, refusal, RULES } from '../../support/config-folder.ts';

const yaml = (text: string) => ({ 'licet.config.yaml': text });

describe('a glob of which only a part would be tried is refused', () => {
  const braces = (n: number) => `{${Array.from({ length: n }, (_, nth) => `a${nth}`).join(',')}}`;
  it.each([
    ['ignores', (glob: string) => `ignores: ["${glob}"]`],
    ['overrides', (glob: string) => `overrides: [{ files: "${glob}", rules: { missing-phrase: "off" } }]`],
  ])('%s', async (_, config) => {
    await expect(configOf(yaml(config(braces(64))))).resolves.toBeDefined();
    const [said] = await refusal(yaml(config(braces(65))));
    expect(said).toContain('has braces for more than 64 alternatives');
  });
});

describe('where a config is looked for', () => {
  it.each(['licet.config.yaml', 'licet.config.yml'])('%s beside the card', async (name) => {
    expect([...(await configOf({ [name]: 'rules: {missing-phrase: error}' })).levels]).toEqual([
      ['missing-phrase', 'error'],
    ]);
  });
  it('licet.config.json, tabs and all', async () => {
    expect((await configOf({ 'licet.config.json': '{\n\t"ignores": ["old/**"]\n}' })).ignores).toEqual([
      'old/**',
    ]);
  });
  it('package.json under "licet", and only there', async () => {
    expect(
      (
        await configOf({ 'package.json': '{"name": "x", "licet": {"rules": {"missing-phrase": "off"}}}' })
      ).levels.get('missing-phrase'),
    ).toBe('off');
    expect(await configOf({ 'package.json': '{"dependencies": {"licet": "^1.0.0"}}' })).toEqual(NO_CONFIG);
    expect(await configOf({ 'package.json': '{"licet": {' })).toEqual(NO_CONFIG);
  });
  it('upwards from the repository, the nearest one alone', async () => {
    const files = {
      ...yaml('rules: {missing-phrase: error, ambiguous-license: error}'),
      'models/a/licet.config.yaml': 'rules: {missing-phrase: "off"}',
    };
    expect([...(await configOf(files, 'models/a')).levels]).toEqual([['missing-phrase', 'off']]);
    expect((await configOf({ ...files, 'models/b/': '' }, 'models/b')).files).toEqual(['licet.config.yaml']);
  });
  it('no further than the root of the checkout', async () => {
    expect(await configOf({ ...yaml('rules: {missing-phrase: error}'), 'inner/.git/': '' }, 'inner')).toEqual(
      NO_CONFIG,
    );
  });
  it('without a checkout, no further than the folder of the command', async () => {
    const root = folder({
      ...yaml('rules: {missing-phrase: error}'),
      'work/model/': '',
      'work/licet.config.yaml': 'ignores: [x]',
    });
    expect(
      (await loadConfig(join(root, 'work/model'), { cwd: join(root, 'work'), rules: RULES })).files,
    ).toEqual(['licet.config.yaml']);
    expect(
      await loadConfig(join(root, 'work/model'), { cwd: join(root, 'work/model'), rules: RULES }),
    ).toEqual(NO_CONFIG);
  });
  it('nowhere with --no-config', async () => {
    expect(await configOf(yaml('rules: {missing-phrase: error}'), '', { none: true })).toBe(NO_CONFIG);
  });
});

describe('code in a config', () => {
  const code = {
    'licet.config.mjs':
      'globalThis.licetRan = true;\nexport default { rules: { "missing-phrase": "error" } };\n',
  };

  it('is not run where nobody named it, and that is said', async () => {
    const config = await configOf(code);
    expect(config.levels.size).toBe(0);
    expect(config.notes).toEqual([
      '"licet.config.mjs" was not run: code is read only where `--config` names it',
    ]);
    expect(globalThis).not.toHaveProperty('licetRan');
  });
  it('is run where --config names it', async () => {
    expect((await configOf(code, '', { explicit: 'licet.config.mjs' })).levels.get('missing-phrase')).toBe(
      'error',
    );
  });
  const RAN = 'globalThis.licetRanBehind = true;\nexport default {};\n';
  it.each<[string, string | undefined]>([
    ['found', undefined],
    ['named', 'licet.config.yaml'],
  ])('is refused behind "extends" and "plugins" of data that was %s', async (_, explicit) => {
    const load = { ...(explicit === undefined ? {} : { explicit }) };
    expect(await refusal({ ...yaml('extends: ./team.mjs'), 'team.mjs': RAN }, '', load)).toEqual([
      'licet.config.yaml:1:1: "./team.mjs" is code',
      'Only a config that is code itself may extend code: write it as `licet.config.mjs`',
    ]);
    expect((await refusal(yaml('rules: {}\nplugins: [./x.mjs]'), '', load))[0]).toBe(
      'licet.config.yaml:2:1: plugins are code',
    );
    expect(globalThis).not.toHaveProperty('licetRanBehind');
  });
  it('is refused behind data that code extends, and behind a named JSON or package.json', async () => {
    expect(
      (
        await refusal(
          { 'a.mjs': 'export default { extends: "./b.yaml" }', 'b.yaml': 'extends: ./c.cjs', 'c.cjs': RAN },
          '',
          { explicit: 'a.mjs' },
        )
      )[0],
    ).toBe('b.yaml:1:1: "./c.cjs" is code');
    expect(
      (await refusal({ 'a.json': '{"extends": ["./c.js"]}', 'c.js': RAN }, '', { explicit: 'a.json' }))[0],
    ).toBe('a.json:1:14: "./c.js" is code');
    expect(
      (
        await refusal({ 'package.json': '{"licet": {"extends": "./c.mjs"}}', 'c.mjs': RAN }, '', {
          explicit: 'package.json',
        })
      )[0],
    ).toMatch(/^package\.json:1:\d+: "\.\/c\.mjs" is code$/);
    expect(globalThis).not.toHaveProperty('licetRanBehind');
  });
  it('is run where code that was named extends it', async () => {
    expect(
      (
        await configOf(
          {
            'a.mjs': 'export default { extends: "./b.mjs" }',
            'b.mjs': 'export default { rules: { "missing-phrase": "error" } };',
          },
          '',
          { explicit: 'a.mjs' },
        )
      ).levels.get('missing-phrase'),
    ).toBe('error');
  });
  it('that throws, or exports nothing, is one clear message', async () => {
    expect((await refusal({ 'a.mjs': 'throw new Error("boom")' }, '', { explicit: 'a.mjs' }))[0]).toBe(
      'Config "a.mjs" failed: boom',
    );
    expect((await refusal({ 'a.mjs': 'export const x = 1' }, '', { explicit: 'a.mjs' }))[0]).toBe(
      'Config "a.mjs" has no default export',
    );
    expect((await refusal({ 'a.mjs': 'export default () => 1' }, '', { explicit: 'a.mjs' }))[0]).toBe(
      'a.mjs: The config takes keys with values, not function',
    );
    expect(await refusal({ 'a.ts': 'export default {}' }, '', { explicit: 'a.ts' })).toEqual([
      'Config "a.ts" is TypeScript',
      'Write it as YAML, JSON, .js or .mjs',
    ]);
    expect((await refusal({ 'a.mjs': "import 'licet';" }, '', { explicit: 'a.mjs' }))[1]).toBe(
      'What imports licet needs it beside it: `npm install --save-dev licet`',
    );
  });
  it('may be promised', async () => {
    expect(
      (
        await configOf(
          { 'a.mjs': 'export default Promise.resolve({ rules: { "missing-phrase": "error" } });' },
          '',
          { explicit: 'a.mjs' },
        )
      ).levels.get('missing-phrase'),
    ).toBe('error');
  });
});

describe('what a config extends', () => {
  it('lies under it, later ones over earlier ones', async () => {
    const config = await configOf({
      ...yaml('extends: [./a.yaml, ./team/b.json]\nrules: {ambiguous-license: "off"}\nignores: [own]'),
      'a.yaml':
        'rules: {missing-phrase: error, ambiguous-license: error}\nignores: [a]\npolicy: {deny: [MIT], ' +
        'allow: [Apache-2.0]}',
      'team/b.json': '{"rules": {"missing-phrase": "info"}, "policy": {"deny": ["ISC"]}}',
    });
    expect(Object.fromEntries(config.levels)).toEqual({
      'missing-phrase': 'info',
      'ambiguous-license': 'off',
    });
    expect(config.ignores).toEqual(['a', 'own']);
    expect(config.policy).toEqual({ allow: ['Apache-2.0'], deny: ['ISC'] });
    expect(config.files).toEqual(['a.yaml', 'team/b.json', 'licet.config.yaml']);
  });
  it('may be presets, which the next in the list takes back', async () => {
    expect((await configOf(yaml('extends: strict'))).levels.get('missing-phrase')).toBe('error');
    expect((await configOf(yaml('extends: [strict, recommended]'))).levels.get('missing-phrase')).toBe(
      'warning',
    );
  });
  it('may not be itself', async () => {
    expect(await refusal({ ...yaml('extends: ./b.yaml'), 'b.yaml': 'extends: ./licet.config.yaml' })).toEqual(
      [
        'b.yaml:1:1: "licet.config.yaml" extends "b.yaml" extends "licet.config.yaml"',
        'Take one of them out of the circle',
      ],
    );
    expect((await refusal(yaml('extends: ./licet.config.yaml')))[0]).toBe(
      'licet.config.yaml:1:1: "licet.config.yaml" extends "licet.config.yaml"',
    );
  });
  it('is refused where it is neither preset nor file', async () => {
    expect(await refusal(yaml('extends: [recommended, strickt]'))).toEqual([
      'licet.config.yaml:1:24: no preset named "strickt"',
      'Did you mean `strict`?',
    ]);
    expect((await refusal(yaml('extends: ./nowhere.yaml')))[0]).toBe(
      'licet.config.yaml:1:1: "./nowhere.yaml" does not exist',
    );
  });
  it('may not lead out of the checkout, by path or by link, unless the user named the config', async () => {
    const root = folder({
      'secret.yaml': 'rules: {secret: 1}',
      'repo/.git/': '',
      'repo/licet.config.yaml': 'extends: ../secret.yaml',
      'linked/.git/': '',
    });
    symlinkSync(join(root, 'secret.yaml'), join(root, 'linked/licet.config.yaml'));
    const options = { cwd: root, rules: RULES };
    await expect(loadConfig(join(root, 'repo'), options)).rejects.toThrow(
      'Config "secret.yaml" lies outside the repository',
    );
    await expect(loadConfig(join(root, 'linked'), options)).rejects.toThrow('lies outside the repository');
    await expect(loadConfig(root, { ...options, explicit: 'repo/licet.config.yaml' })).rejects.toThrow(
      'secret.yaml:1:9: "rules.secret" is an unknown rule',
    );
  });
});

describe('what is not understood is said with its place and the nearest word', () => {
  it.each([
    [
      'a key',
      'extends: recommended\nruels:\n',
      'licet.config.yaml:2:1: "ruels" is an unknown key',
      'Did you mean `rules`?',
    ],
    [
      'a key that every object has',
      'constructor: 1',
      'licet.config.yaml:1:1: "constructor" is an unknown key',
      expect.anything(),
    ],
    [
      'a rule',
      'rules:\n  missing-phrse: error\n',
      'licet.config.yaml:2:3: "rules.missing-phrse" is an unknown rule',
      'Did you mean `missing-phrase`?',
    ],
    [
      'a rule of an override',
      'overrides:\n  - files: "*"\n    rules: {mising-license: warn}\n',
      'licet.config.yaml:3:13: "overrides.0.rules.mising-license" is an unknown rule',
      'Did you mean `missing-license`?',
    ],
    [
      'a level',
      'rules: {missing-phrase: eror}',
      'licet.config.yaml:1:9: "rules.missing-phrase" is "eror"; expected one of off, info, warning, ' +
        'warn, error, 0, 1, 2',
      'Did you mean `error`?',
    ],
    [
      'a level in a list',
      'rules: {missing-phrase: [loud]}',
      'licet.config.yaml:1:26: "rules.missing-phrase.0" is "loud"; expected one of off, info, ' +
        'warning, warn, error, 0, 1, 2',
      undefined,
    ],
    [
      'options of a rule that has none',
      'rules: {missing-phrase: [warn, {deep: true}]}',
      'licet.config.yaml:1:9: "rules.missing-phrase" takes a level and no options',
      undefined,
    ],
    [
      'a license',
      'policy:\n  deny: [AGPL-3.0, Apach-2.0]',
      'licet.config.yaml:2:20: "policy.deny.1" is "Apach-2.0", which is no license',
      'Did you mean `Apache-2.0`?',
    ],
    [
      'two licenses joined',
      'policy: {allow: [MIT AND ISC]}',
      'licet.config.yaml:1:18: "policy.allow.0" joins licenses with AND',
      'Name one license an entry, or a choice (`MIT OR ISC`)',
    ],
    [
      'an expression that breaks off',
      'policy: {allow: [MIT OR]}',
      'licet.config.yaml:1:18: "policy.allow.0" is "MIT OR", which is no license',
      'It takes SPDX ids, choices (`MIT OR ISC`), and the ids of `licet licenses`',
    ],
    [
      'no license at all',
      'policy: {allow: [""]}',
      'licet.config.yaml:1:18: "policy.allow.0" is "", which is no license',
      expect.stringContaining('It takes SPDX ids'),
    ],
    [
      'a rule like no other',
      'rules: {quux: warn}',
      'licet.config.yaml:1:9: "rules.quux" is an unknown rule',
      'The rules are those of `licet rules`',
    ],
    [
      'a number that is no level',
      'rules: {missing-phrase: 3}',
      'licet.config.yaml:1:9: "rules.missing-phrase" is 3; expected one of off, info, warning, warn, ' +
        'error, 0, 1, 2',
      undefined,
    ],
    [
      'no level',
      'rules: {missing-phrase: }',
      'licet.config.yaml:1:9: "rules.missing-phrase" is nothing; expected one of off, info, warning, ' +
        'warn, error, 0, 1, 2',
      undefined,
    ],
    [
      'a short word',
      'rules: {missing-phrase: no}',
      'licet.config.yaml:1:9: "rules.missing-phrase" is "no"; expected one of off, info, warning, ' +
        'warn, error, 0, 1, 2',
      undefined,
    ],
    [
      'a text for keys',
      'rules: strict',
      'licet.config.yaml:1:1: "rules" takes keys with values, not a text',
      undefined,
    ],
    [
      'a number for a text',
      'extends: 3',
      'licet.config.yaml:1:1: "extends" takes a text or a list, not a number',
      undefined,
    ],
    [
      'a second document',
      'rules: {}\n---\nrules: {}\n',
      'licet.config.yaml:2:1: A second document begins',
      'A config is one YAML document: remove the line `---`',
    ],
    [
      'a category',
      'policy: {denyCategories: [noncommercial]}',
      'licet.config.yaml:1:27: "policy.denyCategories.0" is "noncommercial", which is no category',
      'Did you mean `non-commercial`?',
    ],
    [
      'a territory',
      'policy: {use: {territory: Korea}}',
      expect.stringContaining('"policy.use.territory" is "Korea"; it is written like "KR" or "EU"'),
      undefined,
    ],
    [
      'a day',
      'facts:\n  - {model: a/b, license: mit, reason: letter, date: "2026-02-30"}',
      'licet.config.yaml:2:48: "facts.0.date" is "2026-02-30", which is no day',
      undefined,
    ],
    [
      'a fact without a reason',
      'facts:\n  - {model: a/b, license: mit, date: "2026-02-03"}',
      expect.stringContaining('licet.config.yaml:2:5: "facts.0"'),
      undefined,
    ],
    ['a list', '- rules', 'licet.config.yaml:1:1: The config takes keys with values, not a list', undefined],
    [
      'a key twice',
      'rules: {}\nrules: {}\n',
      expect.stringMatching(/^licet\.config\.yaml:2:1: Map keys must be unique/),
      undefined,
    ],
  ])('%s', async (_, text, message, hint) => {
    expect(await refusal(yaml(text))).toEqual([message, hint]);
  });
  it('within package.json too', async () => {
    expect((await refusal({ 'package.json': '{\n  "licet": {\n    "rule": {}\n  }\n}' }))[0]).toBe(
      'package.json:3:5: "licet.rule" is an unknown key'.replace('licet.rule', 'rule'),
    );
  });
});

describe('hostile configs cost one message and no time', () => {
  const bomb = `a: &a [${'x,'.repeat(9)}x]\n${'bcdefghij'
    .split('')
    .map((name, at) => `${name}: &${name} [${`*${'abcdefghij'[at] ?? ''},`.repeat(9)}1]`)
    .join('\n')}\nrules: *j\n`;
  it.each([
    ['aliases that blow up', bomb, /cannot be read/],
    [
      'more aliases than a config has',
      `${Array.from({ length: 101 }, (_, nth) => `a${nth}: &a${nth} x\nb${nth}: *a${nth}`).join('\n')}\n`,
      /cannot be read/,
    ],
    [
      'a key that repeats deep inside',
      'overrides:\n  - files: a\n    rules: {missing-phrase: off, "missing-phrase": error}\n',
      /^licet\.config\.yaml:3:34: Map keys must be unique/,
    ],
    ['brackets without end', '['.repeat(50_000), /nested too deeply/],
    ['dashes without end', '- '.repeat(50_000), /nested too deeply/],
    ['blanks between dashes', `${'- '.repeat(39)}${' '.repeat(50_000)}x`, /./],
    ['a file of megabytes', '#'.repeat(1_100_000), /bytes/],
    ['an anchor in itself', 'rules: &a {x: *a}', /./],
    ['a prototype', '__proto__: {rules: {}}', /unknown key/],
  ])('%s', async (_, text, message) => {
    expect((await refusal(yaml(text)))[0]).toMatch(message);
  });
  it('bytes that are no UTF-8, and UTF-16', async () => {
    for (const bytes of [Buffer.from([0x23, 0x63, 0xe9, 0x0a]), Buffer.from('\ufeffrules: {}', 'utf16le')]) {
      const root = folder({ '.git/': '' });
      writeFileSync(join(root, 'licet.config.yaml'), bytes);
      await expect(loadConfig(root, { cwd: root, rules: RULES })).rejects.toThrow(
        'Config "licet.config.yaml" is not UTF-8',
      );
    }
    expect((await configOf(yaml('\ufeffrules: {missing-phrase: error}'))).levels.get('missing-phrase')).toBe(
      'error',
    );
  });
  it('a folder in the place of the file', async () => {
    expect((await refusal({ 'licet.config.yaml/': '' }))[0]).toBe(
      'Config "licet.config.yaml" is not a plain file',
    );
  });
});

it('an empty config, and one of comments alone, says nothing', async () => {
  expect((await configOf(yaml(''))).levels.size).toBe(0);
  expect((await configOf(yaml('# nothing\n'))).levels.size).toBe(0);
});

it("ESLint's numbers and lists are levels", async () => {
  const { levels } = await configOf(
    yaml('rules: {missing-phrase: 2, missing-license: [warn], ambiguous-license: [0, {}]}'),
  );
  expect(Object.fromEntries(levels)).toEqual({
    'missing-phrase': 'error',
    'missing-license': 'warning',
    'ambiguous-license': 'off',
  });
});

it('the printed config is a config again', async () => {
  const config = await configOf(
    yaml(
      'extends: strict\nname: acme/A\noverrides: [{files: x, rules: {missing-phrase: info}, name: acme/X, ' +
        'reason: why, reviewer: jo, date: 2026-11-01, until: 2027-01-31}]\npolicy: {deny: ' +
        '[MIT], use: {territory: [KR, EU]}}\nsettings: {requireReason: true}',
    ),
  );
  const { files, plugins, ...printed } = JSON.parse(printConfig(config)) as Record<string, unknown>;
  expect([files, plugins]).toEqual([['licet.config.yaml'], 0]);
  // What differs is only where it was read.
  const placeless = (one: typeof config) => ({
    ...one,
    overrides: one.overrides.map((override) => ({ ...override, from: '' })),
    levels: new Map([...one.levels].sort()),
    files: [],
    folder: '',
  });
  expect(placeless(await configOf({ 'licet.config.json': JSON.stringify(printed) }))).toEqual(
    placeless(config),
  );
});
