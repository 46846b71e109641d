import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** What is turned off, by whom and for how long: through the command, in real folders. */
const card = (license: string) =>
  `---\n${license}\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n# Tutor\n`;
const BAD = card('license: apache-2.0');

function at(files: Readonly<Record<string, string>>, today = '2026-11-30') {
  const folder = tempFolder({ '.git/HEAD': '', ...files });
  const run = (...args: string[]) =>
    main(args, { cwd: folder, env: { HOME: folder }, terminal: false, width: 80, today });
  return {
    run,
    said: async (...args: string[]) => (await run(...args)).stdout,
    json: async (...args: string[]) =>
      JSON.parse((await run('-f', 'json', ...args)).stdout) as {
        readonly summary: Readonly<Record<string, number>>;
        readonly repositories: readonly {
          readonly name: string;
          readonly findings: readonly { readonly rule: string }[];
          readonly suppressed: readonly {
            readonly rule: string;
            readonly file: string;
            readonly suppression: Readonly<Record<string, string | null>>;
          }[];
        }[];
      },
    read: (file: string) => readFileSync(join(folder, file), 'utf8'),
    write: (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
  };
}

const override = (more: string, rules = '{ incompatible-license: "off" }', files = '"**"') =>
  `overrides:\n  - files: ${files}\n    rules: ${rules}\n${more}`;
const GROUND =
  '    reason: letter of the licensor\n    reviewer: jo@example.com\n' +
  '    date: 2026-11-01\n    until: 2026-11-30\n';

test('an override is an exception with a ground, and every report tells it', async () => {
  const { run, json, said } = at({ 'README.md': BAD, 'licet.config.yaml': override(GROUND) });
  const { summary, repositories } = await json();
  expect(summary).toMatchObject({ errors: 0, suppressed: 1 });
  expect(repositories[0]?.suppressed).toMatchObject([
    {
      rule: 'incompatible-license',
      severity: 'error',
      suppression: {
        by: 'config',
        at: 'licet.config.yaml',
        reason: 'letter of the licensor',
        reviewer: 'jo@example.com',
        date: '2026-11-01',
        until: '2026-11-30',
      },
    },
  ]);
  for (const format of ['markdown', 'summary', 'html', 'sarif', 'junit', 'json'])
    expect(await said('-f', format), format).toContain('letter of the licensor');
  expect(await said('-f', 'github')).toMatch(/^::notice title=licet::1 finding suppressed \(1 by config\)$/m);
  expect(await said('tree')).toMatch(/^ {3}1 suppressed$/m);
  expect(await run()).toMatchObject({ code: 0, stdout: expect.stringMatching(/, 1 suppressed/) as string });
});

test('`licet explain` tells the name and the ground of what is off', async () => {
  const config = `name: acme/Llama-A\n${override(GROUND)}`;
  const { said } = at({ 'README.md': BAD, 'licet.config.yaml': config });
  const text = await said('explain', 'README.md');
  expect(text).toMatch(/^name {8}acme\/Llama-A$/m);
  expect(text).toContain(
    '  off     incompatible-license (default: error): letter of the licensor; reviewed by jo@example.com; ' +
      'decided 2026-11-01; until 2026-11-30\n',
  );
  const later = at({ 'README.md': BAD, 'licet.config.yaml': config }, '2026-12-01');
  expect(await later.said('explain', 'README.md')).toMatch(/^ {2}error {3}incompatible-license$/m);
});

test('an exception ends with its day, and the run says so', async () => {
  const files = { 'README.md': BAD, 'licet.config.yaml': override(GROUND) };
  const { json, run } = at(files, '2026-12-01');
  expect((await json()).summary).toMatchObject({ errors: 1, suppressed: 0 });
  expect((await run()).stderr).toBe(
    'licet: Override of "incompatible-license" for "**" ended on 2026-11-30, so it does not count\n',
  );
});

test('an override reaches single files, such as those that have no comments', async () => {
  const files = {
    'README.md': '---\nlicense: mit\n---\n# Haiku\n',
    'adapter_config.json': '{"base_model_name_or_path": "google/gemma-3-4b-it"}\n',
  };
  const rules = '{ missing-license-text: "off", missing-notice: info }';
  const { json } = at({ ...files, 'licet.config.yaml': override('', rules, 'adapter_config.json') });
  const [one] = (await json()).repositories;
  expect(one?.suppressed.map(({ rule, file, suppression: { reason } }) => [rule, file, reason])).toEqual([
    ['missing-license-text', 'adapter_config.json', null],
  ]);
  expect(one?.findings).toContainEqual(expect.objectContaining({ rule: 'missing-notice', severity: 'info' }));
  // Elsewhere the same rule counts.
  const other = at({ ...files, 'licet.config.yaml': override('', rules, 'NOTICE') });
  expect((await other.json()).summary['suppressed']).toBe(0);
});

test('a rule that is off as such is not asked, and a flag goes over an override', async () => {
  const off = at({ 'README.md': BAD, 'licet.config.yaml': 'rules: { incompatible-license: "off" }\n' });
  expect((await off.json()).summary).toMatchObject({ errors: 0, suppressed: 0 });
  const over = at({ 'README.md': BAD, 'licet.config.yaml': override('') });
  expect((await over.json('--rule', 'incompatible-license: error')).summary).toMatchObject({
    errors: 1,
    suppressed: 0,
  });
});

test('a comment tells its reason and its last day; what it covers in vain is still told', async () => {
  const license =
    '# licet-disable-next-line incompatible-license until=2027-01-31 -- agreed\nlicense: apache-2.0';
  const { json } = at({ 'README.md': card(license) });
  expect((await json()).repositories[0]?.suppressed.map(({ suppression }) => suppression)).toEqual([
    { by: 'comment', at: 'README.md:2', reason: 'agreed', reviewer: null, date: null, until: '2027-01-31' },
  ]);
});

test('a baseline is readable, carries a ground, and is told', async () => {
  const { run, json, read, write } = at({ 'models/a/README.md': BAD });
  expect(await run('--suppress-all')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/ suppressed\n$/) as string,
  });
  const known = JSON.parse(read('licet-baseline.json')) as {
    repositories: Record<string, Record<string, string>[]>;
  };
  expect(known.repositories['models/a']?.[0]).toEqual({
    file: 'README.md',
    rule: 'incompatible-license',
    message: expect.stringContaining('llama3.1') as string,
    upstream: 'meta-llama/Llama-3.1-8B',
    since: '2026-11-30',
  });
  for (const entry of known.repositories['models/a'] ?? []) Object.assign(entry, { reason: 'from before' });
  write('licet-baseline.json', JSON.stringify(known));
  const { summary, repositories } = await json();
  expect(summary).toMatchObject({ errors: 0, suppressed: known.repositories['models/a']?.length });
  expect(repositories[0]?.suppressed[0]?.suppression).toEqual({
    by: 'baseline',
    at: 'licet-baseline.json',
    reason: 'from before',
    reviewer: null,
    date: '2026-11-30',
    until: null,
  });
  await run('--suppress-all');
  expect(read('licet-baseline.json')).toContain('"reason": "from before"');
});

test('a baseline of fingerprints still counts, and is written readable when asked', async () => {
  const { run, json, read, write } = at({ 'README.md': BAD });
  const found = (await json()).repositories[0]?.findings as unknown as readonly { fingerprint: string }[];
  const counts = Object.fromEntries(found.map(({ fingerprint }) => [fingerprint, 1]));
  write('licet-baseline.json', JSON.stringify({ version: 1, repositories: { '.': counts } }));
  const before = await run();
  expect([before.code, before.stderr]).toEqual([
    0,
    'licet: Baseline "licet-baseline.json" has an old form, which nobody can read\n' +
      '  hint  Write it with rules and messages by `--prune-suppressions`\n',
  ]);
  expect(await run('--prune-suppressions')).toMatchObject({ code: 0, stderr: '' });
  expect(read('licet-baseline.json')).toContain('"rule": "incompatible-license"');
  expect(read('licet-baseline.json')).not.toContain('fingerprint');
  expect((await json()).summary).toMatchObject({ errors: 0, suppressed: found.length });
});

test('a recorded fact is told with reason, reviewer and day', async () => {
  const { said, run } = at({
    'README.md': '---\nlicense: mit\nbase_model: acme/secret\nbase_model_relation: finetune\n---\n# Tiny\n',
    'licet.config.yaml':
      'facts:\n  - { model: acme/secret, license: apache-2.0, reason: letter of the maintainers, ' +
      'reviewer: jo@example.com, date: 2026-11-24 }\n',
  });
  for (const format of ['json', 'markdown', 'summary', 'html', 'sarif']) {
    const text = (await said('-f', format)).replace('<!-- -->', '');
    for (const word of ['letter of the maintainers', 'jo@example.com', '2026-11-24'])
      expect(text, format).toContain(word);
  }
  expect((await said('tree')).replace(/\s+/g, ' ')).toContain(
    'license from config 2026-11-24 (letter of the maintainers, reviewed by jo@example.com)',
  );
  expect((await run()).stdout.replace(/\s+/g, ' ')).toContain(
    'recorded: letter of the maintainers, reviewed by jo@example.com',
  );
});

test('a name in the config is for the model beside it, or in the folder that an override names', async () => {
  const files = { 'README.md': BAD, 'models/a/README.md': BAD, 'models/b/README.md': BAD };
  const names = async (config: string, ...args: string[]) =>
    (await at({ ...files, 'licet.config.yaml': config }).json(...args)).repositories.map(({ name }) => name);
  const config =
    'name: acme/Root\noverrides:\n  - { files: models/a/, name: acme/Llama-A }\n' +
    '  - { files: models/b, rules: { missing-phrase: info } }\n';
  expect((await names(config)).slice(1)).toEqual(['acme/Llama-A', 'b']);
  expect((await names(config))[0]).toBe('acme/Root');
  // Whatever part of the whole a run looks at.
  expect(await names(config, 'models/b')).toEqual(['b']);
  expect(await names(config, 'models/a')).toEqual(['acme/Llama-A']);
  expect(await names(config, 'models/a', '--name', 'acme/Other')).toEqual(['acme/Other']);
});

test('a name of the config is as certain as the flag', async () => {
  const config = 'overrides: [{ files: models/a, name: acme/Tutor }]\n';
  const { run } = at({ 'models/a/README.md': BAD, 'licet.config.yaml': config });
  expect((await run('-f', 'compact')).stdout).toContain(
    'error  Name "Tutor" does not begin with "Llama"  missing-name-prefix\n',
  );
});

test.each([
  ['name: acme\n', ':1:1: "name" is "acme", which is no id of the form owner/name'],
  ['name: a/b/c\n', ':1:1: "name" is "a/b/c", which is no id of the form owner/name'],
  [
    'overrides: [{ files: a, name: "" }]\n',
    ':1:25: "overrides.0.name" is "", which is no id of the form owner/name',
  ],
  ['overrides: [{ files: a, reason: why }]\n', ':1:13: "overrides.0" lacks "rules" or "name"'],
  [
    'overrides: [{ files: "models/*", name: acme/A }]\n',
    ':1:15: "overrides.0.files" names more than one folder, and a name belongs to one model',
  ],
  [
    'overrides: [{ files: [a, b], name: acme/A }]\n',
    ':1:15: "overrides.0.files" names more than one folder, and a name belongs to one model',
  ],
  [
    'overrides: [{ files: a, rules: {}, until: 2026-02-30 }]\n',
    ':1:36: "overrides.0.until" is "2026-02-30", which is no day',
  ],
])('%s is refused with its place', async (config, said) => {
  const { run } = at({ 'README.md': BAD, 'licet.config.yaml': config });
  const { code, stderr } = await run();
  expect([code, stderr.split('\n')[0]]).toEqual([2, `licet: licet.config.yaml${said}`]);
});

/** A warning only because the relation is not said: it would be an error. */
const LIKELY = '---\nlicense: apache-2.0\nbase_model: CohereLabs/c4ai-command-r-v01\n---\n# Chat\n';

test('--fail-on says what makes a run fail', async () => {
  const { run } = at({ 'README.md': LIKELY });
  const outcome = async (...args: string[]) => {
    const { code, stderr } = await run('-f', 'compact', ...args);
    return [code, stderr];
  };
  expect((await run('-f', 'compact')).stdout).toMatch(/warning {2}.* incompatible-license \(likely\)/);
  expect(await outcome()).toEqual([0, '']);
  const why = (asked: string) =>
    `licet: 1 finding fails this run (--fail-on ${asked}): incompatible-license\n`;
  expect(await outcome('--fail-on', 'likely')).toEqual([1, why('likely')]);
  expect(await outcome('--fail-on', 'possible')).toEqual([1, why('possible')]);
  expect((await outcome('--fail-on', 'warning'))[0]).toBe(1);
  expect(await outcome('--fail-on', 'never', '--max-warnings', '0')).toEqual([0, '']);
  expect(await outcome('--fail-on', 'likley')).toEqual([
    2,
    'licet: Option "--fail-on" is "likley"\n  hint  Did you mean `likely`?\n',
  ]);
  // What is a warning of its own is none for it.
  expect((await outcome('--fail-on', 'likely', '--rule', 'incompatible-license: warning'))[0]).toBe(0);
});
