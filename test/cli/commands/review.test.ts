import { cpSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../../src/cli/main.ts';
import { faultsOf } from '../../support/bom-schemas.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import type { Bom } from '../../support/tree-from-bom.ts';

const CARD =
  '---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B-Instruct\nbase_model_relation: finetune\n' +
  'datasets:\n  - acme/pairs\n---\n# Llama acme\n\nBuilt with Llama\n';
const LOCK = (license: string, date: string) =>
  JSON.stringify({
    version: 1,
    models: {
      'meta-llama/Llama-3.1-8B-Instruct': { license, source: 'Hub', date, confidence: 'certain' },
    },
  });

const licet = (cwd: string, args: readonly string[], today = '2026-11-30') =>
  main(args, { cwd, env: { NO_COLOR: '1' }, terminal: false, width: 200, today });
const NAME = ['--name', 'acme/Llama-acme-8B'];
const SIGN = ['review', ...NAME, '--role', 'legal', '--decision', 'agree', '--by', 'Kim: "M" # 1'];
const NOTE = ['--note', 'the text is added at release'];
const status = async (cwd: string, today?: string) =>
  (await licet(cwd, ['review', '--status', ...NAME], today)).stdout;

/** A repository with a signed review. */
async function signed(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = tempFolder({ '.git/HEAD': '', 'README.md': CARD, ...files });
  expect((await licet(cwd, [...SIGN, ...NOTE])).code).toBe(0);
  return cwd;
}
const read = (cwd: string) => readFileSync(join(cwd, 'licet.review.yaml'), 'utf8');
const gate = (cwd: string) => licet(cwd, ['--preset', 'publish', ...NAME, '-f', 'compact']);

test('whoever agrees while points are open says why', async () => {
  const cwd = tempFolder({ 'README.md': CARD });
  const { code, stderr } = await licet(cwd, SIGN);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^licet: \d points are open, and to agree is to accept them: "Text of license/);
});

test('an accepted point stands in the dossier with its reason, and silences nothing', async () => {
  const cwd = await signed();
  expect(await status(cwd)).toMatch(
    /^Reviewed: .*\nlegal: agree, Kim: "M" # 1, 2026-11-30, \d accepted: current\n/,
  );
  const page = (await licet(cwd, ['dossier', ...NAME])).stdout;
  expect(page).toContain(
    'accepted (Legal review, Kim: &quot;M&quot; # 1, 2026-11-30): the text is added at release',
  );
  expect(page).toContain('class="badge reviewed">Reviewed 2026-11-30<');
  const before = await licet(tempFolder({ 'README.md': CARD }), [...NAME, '-f', 'compact']);
  expect((await licet(cwd, [...NAME, '-f', 'compact'])).stdout).toBe(before.stdout);
  expect((await gate(cwd)).stdout).not.toMatch(/missing-review|stale-review/);
});

test('another run, another machine, another day and lines that move change nothing', async () => {
  const cwd = await signed();
  const first = await status(cwd);
  expect(await status(cwd, '2030-01-01')).toBe(first);
  const elsewhere = join(tempFolder(), 'other-name');
  cpSync(cwd, elsewhere, { recursive: true });
  expect(await status(elsewhere)).toBe(first);
  writeFileSync(join(cwd, 'README.md'), CARD.replace('# Llama acme', '\n\n# Llama acme\n\nHello.'));
  expect(await status(cwd)).toBe(first);
});

test('one line of the card makes it stale, with the rows that changed', async () => {
  const cwd = await signed();
  writeFileSync(join(cwd, 'README.md'), CARD.replace('relation: finetune', 'relation: quantized'));
  const said = await status(cwd);
  expect(said).toMatch(/^Stale: /);
  expect(said).toMatch(
    /\n {2}changed {2}work model:meta-llama\/Llama-3\.1-8B-Instruct: finetune, .* -> quantized, /,
  );
  expect((await gate(cwd)).stdout).toMatch(/ error .*stale: "work model:meta-llama/);
  expect((await licet(cwd, ['dossier', ...NAME])).stdout).toContain('OUT OF DATE: changed since the review');
  expect((await licet(cwd, [...SIGN, ...NOTE])).code).toBe(0);
  expect((await gate(cwd)).stdout).not.toContain('stale-review');
});

test('the lock makes it stale where it says another license, not where it is read anew', async () => {
  const cwd = await signed({ 'licet.lock.json': LOCK('llama3.1', '2026-11-01') });
  writeFileSync(join(cwd, 'licet.lock.json'), LOCK('llama3.1', '2026-11-29'));
  expect(await status(cwd)).toMatch(/^Reviewed/);
  writeFileSync(join(cwd, 'licet.lock.json'), LOCK('mit', '2026-11-29'));
  expect(await status(cwd)).toMatch(
    /changed {2}work model:meta-llama\/Llama-3\.1-8B-Instruct: finetune, llama3\.1, .* -> finetune, mit, /,
  );
});

test('a fact that the team records makes it stale', async () => {
  const cwd = await signed();
  writeFileSync(
    join(cwd, 'licet.config.yaml'),
    'facts:\n  - model: meta-llama/Llama-3.1-8B-Instruct\n    license: apache-2.0\n' +
      '    reason: told by mail\n    date: 2026-11-29\n',
  );
  expect(await status(cwd)).toMatch(
    /changed {2}work model:meta-llama\/[^\n]*: finetune, llama3\.1, .* -> finetune, apache-2\.0, /,
  );
});

describe('who has to agree', () => {
  const config = { 'licet.config.yaml': 'review:\n  roles: [legal, release]\n' };

  test('is told as long as one of them has not', async () => {
    const bare = tempFolder({ 'README.md': CARD, ...config });
    expect((await gate(bare)).stdout).toContain(
      'error  No review of this release is recorded; to sign: legal',
    );
    const cwd = await signed(config);
    expect((await gate(cwd)).stdout).toContain('error  No review "release" of this release is recorded');
    expect(await status(cwd)).toMatch(
      /^Open: [^]*\nNo review: prepared, engineering, release \(asked for\)\n/,
    );
    expect((await licet(cwd, ['dossier', ...NAME])).stdout).toContain('DRAFT: review not concluded');
    const release = ['review', ...NAME, '--role', 'release', '--decision', 'agree', '--by', 'Lee', ...NOTE];
    expect((await licet(cwd, release)).code).toBe(0);
    expect((await gate(cwd)).stdout).not.toMatch(/missing-review|stale-review/);
    expect(await status(cwd)).toMatch(/^Reviewed/);
  });

  test('is a role that there is', async () => {
    const cwd = tempFolder({ 'README.md': CARD, 'licet.config.yaml': 'review:\n  roles: [lawyer]\n' });
    expect((await gate(cwd)).stderr).toContain('"review.roles.0" is "lawyer"');
  });
});

describe('a statement of the team', () => {
  const STATE = ['review', ...NAME, '--by', 'Park', '--state'];
  const stated = async (cwd: string, ...args: readonly string[]) =>
    expect((await licet(cwd, [...STATE, ...args])).stderr).toBe('');

  test('stands in every document with who made it and when', async () => {
    const cwd = tempFolder({ 'README.md': CARD });
    await stated(
      cwd,
      'weights',
      '--answer',
      'in-part',
      '--note',
      'not the embeddings',
      '--evidence',
      'run 7',
    );
    await stated(cwd, 'works', '--answer', 'yes');
    await stated(cwd, 'other', '--note', 'acme/pairs is licensed by contract 12');
    const page = (await licet(cwd, ['dossier', ...NAME])).stdout;
    expect(page).toContain('in part: not the embeddings (Park, 2026-11-30)<');
    expect(page).toContain('>acme/pairs is licensed by contract 12<');
    expect(page).toContain('>run 7<');
    const korean = (await licet(cwd, ['dossier', ...NAME, '--lang', 'ko'])).stdout;
    expect(korean).toContain('일부: not the embeddings (Park, 2026-11-30)');
    const told = JSON.parse((await licet(cwd, ['dossier', ...NAME, '-f', 'json'])).stdout) as object;
    expect(told).toMatchObject({ disclosure: { answers: [{ says: 'weights', by: 'Park' }, {}, {}] } });
    const cyclonedx = JSON.parse((await licet(cwd, ['bom', ...NAME])).stdout) as Bom;
    expect(faultsOf('cyclonedx', cyclonedx)).toEqual([]);
    expect(cyclonedx.annotations?.[0]).toMatchObject({
      annotator: { individual: { name: 'Park' } },
      timestamp: '2026-11-30T00:00:00Z',
      text:
        'The team states: all weights initialized and trained by the team: in-part; not the embeddings; ' +
        'evidence kept at: run 7',
    });
    const spdx = JSON.parse((await licet(cwd, ['bom', ...NAME, '-f', 'spdx'])).stdout) as {
      '@graph': readonly Record<string, unknown>[];
    };
    expect(faultsOf('spdx', spdx)).toEqual([]);
    const by = spdx['@graph'].find(({ type }) => type === 'Person');
    expect(by).toMatchObject({ name: 'Park' });
    const said = spdx['@graph'].filter(({ statement }) => String(statement).startsWith('The team states'));
    const made = spdx['@graph'].find((one) => one['@id'] === said[0]?.['creationInfo']);
    expect([said.length, made?.['created'], made?.['createdBy']]).toEqual([
      3,
      '2026-11-30T00:00:00Z',
      [by?.['spdxId']],
    ]);
  });

  test('that all is listed makes a bill complete, where every license was looked up', async () => {
    const whole = CARD.replace('datasets:\n  - acme/pairs\n', '');
    const aggregate = async (card: string, state: boolean) => {
      const cwd = tempFolder({ 'README.md': card });
      if (state) await stated(cwd, 'works', '--answer', 'yes');
      const bom = JSON.parse((await licet(cwd, ['bom', ...NAME])).stdout) as Bom;
      return bom.compositions.map((one) => one.aggregate);
    };
    expect(await aggregate(whole, false)).toEqual(['unknown', 'unknown']);
    expect(await aggregate(whole, true)).toEqual(['unknown', 'complete']);
    expect(await aggregate(CARD, true)).toEqual(['unknown', 'incomplete']);
  });

  test('is of what a review signs: a later one makes it stale, the same again does not', async () => {
    const cwd = tempFolder({ 'README.md': CARD });
    await stated(cwd, 'logs', '--answer', 'yes');
    expect((await licet(cwd, [...SIGN, ...NOTE])).code).toBe(0);
    await stated(cwd, 'logs', '--answer', 'yes', '--date', '2027-01-01');
    expect(await status(cwd)).toMatch(/^Reviewed/);
    await stated(cwd, 'logs', '--answer', 'no');
    expect(await status(cwd)).toContain('changed  answer logs: yes, Park -> no, Park');
  });

  test.each([
    [['--state', 'weights'], 'Option "--answer" is missing'],
    [['--state', 'other'], 'Option "--note" is missing'],
    [['--state', 'all'], 'Option "--state" is "all"'],
    [['--state', 'works', '--answer', 'yes', '--role', 'legal'], 'Option "--role" is of a review'],
    [['--role', 'legal', '--decision', 'agree', '--answer', 'yes'], 'Option "--answer" is of a statement'],
  ])('%j is refused', async (args, message) => {
    const cwd = tempFolder({ 'README.md': CARD });
    const { code, stderr } = await licet(cwd, ['review', '--by', 'Kim', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

test('a review of these facts stands in both bills of materials, one of others in none', async () => {
  const cwd = await signed();
  const boms = async () => [
    (await licet(cwd, ['bom', ...NAME])).stdout,
    (await licet(cwd, ['bom', ...NAME, '-f', 'spdx'])).stdout,
  ];
  for (const bom of await boms()) expect(bom).toMatch(/review legal: agree; open points accepted: \d/);
  writeFileSync(join(cwd, 'README.md'), CARD.replace('relation: finetune', 'relation: quantized'));
  for (const bom of await boms()) expect(bom).not.toContain('review legal');
});

test('what is written fits the schema that is shipped', async () => {
  const cwd = await signed();
  expect((await licet(cwd, ['review', '--by', 'K', '--state', 'other', '--note', 'n'])).code).toBe(0);
  expect((await licet(cwd, ['review', '--by', 'K', '--state', 'logs', '--answer', 'no'])).code).toBe(0);
  const schema = readFileSync(new URL('../../../schema/review.schema.json', import.meta.url), 'utf8');
  const fits = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
    JSON.parse(schema) as object,
  );
  const file = parse(read(cwd)) as { reviews: object[]; statements: object[] };
  expect(fits(file), JSON.stringify(fits.errors)).toBe(true);
  expect(fits({ ...file, version: 2 })).toBe(false);
  expect(fits({ ...file, statements: [{ says: 'logs', by: 'K', date: '2026-01-01' }] })).toBe(false);
  expect(fits({ ...file, reviews: [{ ...file.reviews[0], signs: 'x' }] })).toBe(false);
});

test('a decision that does not agree leaves the gate closed', async () => {
  const cwd = tempFolder({ 'README.md': CARD });
  expect((await gate(cwd)).stdout).toContain('error  No review of this release is recorded');
  const args = ['review', ...NAME, '--role', 'legal', '--decision', 'no', '--by', 'Kim', '--note', 'not yet'];
  expect((await licet(cwd, args)).code).toBe(0);
  expect((await gate(cwd)).stdout).toContain('error  Review "legal" of 2026-11-30 does not agree: "no"');
  expect((await licet(cwd, ['review', '--status', ...NAME])).code).toBe(1);
});

test('reviews are added behind the others, and what people wrote in the file stays', async () => {
  const cwd = await signed();
  writeFileSync(join(cwd, 'licet.review.yaml'), read(cwd).replace('reviews:', '# ask Lee first\nreviews:'));
  const release = ['review', ...NAME, '--role', 'release', '--decision', 'agree', '--by', 'Lee', ...NOTE];
  expect((await licet(cwd, release)).code).toBe(0);
  expect(read(cwd)).toContain('# ask Lee first\nreviews:');
  expect([...read(cwd).matchAll(/role: (\w+)/g)].map(([, role]) => role)).toEqual(['legal', 'release']);
  expect(read(cwd)).not.toContain(cwd);
});

test.each([
  ['reviews: [\n', 'licet.review.yaml:2:1: Flow sequence'],
  ['version: 1\nreviews: 3\n', 'licet.review.yaml:2:1: "reviews" takes a list'],
  ['version: 1\nreviews:\n  - role: legal\n', 'licet.review.yaml:3:5: A review lacks "decision"'],
  ['<<<<<<< a\n', '"licet.review.yaml" holds the marks of a merge conflict'],
  [
    '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
    'Review file "licet.review.yaml" is nested too deeply',
  ],
])('a broken file is told in one message, and not written over: %j', async (text, message) => {
  const cwd = tempFolder({ 'README.md': CARD, 'licet.review.yaml': text });
  for (const args of [SIGN, ['review', '--status'], ['dossier']]) {
    const { code, stderr } = await licet(cwd, args);
    expect(code).toBe(2);
    expect(stderr).toContain(`licet: ${message}`);
    expect(stderr).not.toContain('internal error');
  }
  expect(read(cwd)).toBe(text);
});

test('a file that somebody began by hand, without rows, takes a review', async () => {
  const cwd = tempFolder({ 'README.md': CARD, 'licet.review.yaml': '# ours\nversion: 1\n' });
  expect((await licet(cwd, [...SIGN, ...NOTE])).code).toBe(0);
  expect((await licet(cwd, ['review', '--status', ...NAME])).code).toBe(0);
  expect(read(cwd)).toMatch(/^# ours\nversion: 1\nreviews:\n/);
});

test('a file of more than half a megabyte is told in one message', async () => {
  const cwd = await signed();
  const text = read(cwd) + '# more\n'.repeat(100_000);
  writeFileSync(join(cwd, 'licet.review.yaml'), text);
  for (const args of [SIGN, ['review', '--status', ...NAME], ['dossier', ...NAME]]) {
    const { code, stderr } = await licet(cwd, args);
    expect([code, stderr]).toEqual([2, expect.stringContaining('"licet.review.yaml" has more than 512 KiB')]);
  }
  expect(read(cwd)).toBe(text);
});

test.each(['2026-02-30', '2026-13-01', '30.11.2026'])('a review of %s has no day', async (day) => {
  const cwd = await signed();
  writeFileSync(join(cwd, 'licet.review.yaml'), read(cwd).replace(/date: .*/, `date: "${day}"`));
  const { code, stderr } = await licet(cwd, ['review', '--status']);
  expect([code, stderr]).toEqual([2, expect.stringContaining(`"date" is "${day}"; it is a day like`)]);
});

test('nothing is written through a link', async () => {
  const cwd = tempFolder({ 'README.md': CARD, 'other.yaml': '' });
  const outside = join(tempFolder({ x: '' }), 'x');
  renameSync(join(cwd, 'other.yaml'), join(cwd, 'kept.yaml'));
  symlinkSync(outside, join(cwd, 'licet.review.yaml'));
  expect((await licet(cwd, [...SIGN, ...NOTE])).code).toBe(2);
  expect(readFileSync(outside, 'utf8')).toBe('');
});

test.each([
  [['--decision', 'agree', '--by', 'Kim'], 'Option "--role" is missing'],
  [['--role', 'judge', '--decision', 'agree', '--by', 'Kim'], 'Option "--role" is "judge"'],
  [['--role', 'legal', '--decision', 'agree', '--by', ' '], 'Option "--by" is missing'],
  [['--role', 'legal', '--decision', 'agree', '--by', 'K', '--date', '2026-02-30'], 'which is no day'],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await licet(tempFolder({ 'README.md': CARD }), ['review', ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
