import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { capped, MOST_ALIKE, within } from '../../src/core/evaluate/finding-limits.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { main } from '../../src/cli/main.ts';
import { lint } from '../../src/core/lint.ts';
import type { Resolution } from '../../src/core/model/lineage.ts';
import { memoryRepo } from '../../src/core/read/memory-repo.ts';
import { totalsOf } from '../../src/core/report/totals.ts';
import { MOST_MODELS } from '../../src/core/resolve/trace.ts';
import type { Upstreams } from '../../src/core/resolve/upstreams.ts';
import { hubServer } from '../support/hub-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const catalogue = shippedCatalogue();
const times = (n: number, item: (nth: number) => string) =>
  Array.from({ length: n }, (_, nth) => item(nth)).join('');
const card = (front: string, body = '') => ({ 'README.md': `---\nlicense: mit\n${front}---\n${body}` });

/**
 * Lints a repository, and counts how often an upstream is asked for. Each model has eight bases of its own
 * where `endless`.
 */
async function run(files: Readonly<Record<string, string>>, endless = false) {
  let asked = 0;
  const upstreams: Upstreams = {
    find: (model) => {
      asked += 1;
      if (!endless) return Promise.resolve({ is: 'failed', why: 'offline' });
      return Promise.resolve(found(Array.from({ length: 8 }, (_, nth) => `${model}-${nth}`)));
    },
  };
  const { report, said } = await linted(files, upstreams);
  return { report, said, asked };
}

/** What a source answers of a model with such bases. */
function found(bases: readonly string[], id?: string): Resolution {
  const license = id === undefined ? undefined : catalogue.byId(id);
  return {
    is: 'found',
    license: license ? { is: 'known', license } : { is: 'unknown', raw: 'none' },
    raw: id ?? 'none',
    bases: bases.map((model) => ({ model, relation: 'unsaid' })),
    from: 'Hub',
    asOf: '',
    confidence: 'certain',
  };
}

async function linted(files: Readonly<Record<string, string>>, upstreams: Upstreams) {
  const report = await lint(
    memoryRepo(files, { complete: false }),
    { value: 'acme/x', from: 'flag' },
    { catalogue, upstreams, rules },
  );
  return { report, said: report.findings.map(({ rule, message: what }) => `${rule}: ${what}`) };
}

describe('what is beyond a limit is told, in one finding', () => {
  it('models of a lineage', async () => {
    const { said, asked } = await run(card('base_model: acme/a\n'), true);
    expect(asked).toBe(MOST_MODELS);
    expect(said.filter((one) => one.includes('more upstreams'))).toEqual([
      expect.stringMatching(
        new RegExp(
          String.raw`^unresolved-upstream: Terms of \d+ more upstreams are unknown: a lineage is ` +
            String.raw`followed for 500 models, 12 steps up$`,
        ),
      ),
    ]);
  });

  it('steps of a lineage, of which the thirteenth is told', async () => {
    const bases = (model: string) => Number(model.split('-')[1]) < 20;
    const chain: Upstreams = {
      find: (model) =>
        Promise.resolve(
          found(bases(model) ? [`acme/step-${Number(model.split('-')[1]) + 1}`] : [], 'apache-2.0'),
        ),
    };
    const { said, report } = await linted(card('base_model: acme/step-1\n'), chain);
    expect(report.ancestors.map(({ model }) => model)).toHaveLength(12);
    expect(said.filter((one) => one.startsWith('unresolved-upstream'))).toEqual([
      'unresolved-upstream: Terms of 1 more upstream are unknown: a lineage is followed for 500 models, ' +
        '12 steps up',
    ]);
  });

  it('bases of one record of the Hub, which are counted whether or not they are kept', async () => {
    const base_model = Array.from({ length: 40_000 }, (_, nth) => `acme/b-${nth}`);
    const hub = await hubServer({ 'acme/many': { cardData: { license: 'mit', base_model } } });
    const cwd = tempFolder({ 'README.md': '---\nlicense: mit\nbase_model: acme/many\n---\n# Tiny\n' });
    const world = {
      cwd,
      env: { HF_ENDPOINT: hub.url, HOME: cwd, LICET_CACHE: tempFolder() },
      terminal: false,
      width: 80,
      today: '2026-11-29',
    };
    const { stdout } = await main(['--online', '--name', 'acme/x', '-f', 'compact'], world);
    expect(stdout).toContain('Terms of 39501 more upstreams are unknown: a lineage is followed for 500');
    expect(hub.seen).toHaveLength(500);
    const locked = await main(['resolve', '--online', '--name', 'acme/x'], world);
    expect(locked.stdout).toContain('  ? 39401 more models  unknown: a lineage is followed for 500 models');
    expect(locked.stdout.split('\n').length).toBeLessThan(1500);
    expect(readFileSync(join(cwd, 'licet.lock.json')).length).toBeLessThan(200_000);
  });

  it('keys of a card, and values of a list that licet reads', async () => {
    const keys = times(1200, (nth) => `k${nth}: x\n`);
    expect((await run(card(`${keys}base_model: acme/last\n`))).said).toEqual([
      'unreadable-file: Front matter has 1202 keys, of which 1000 are read',
    ]);
    const list = (key: string) => card(`${key}:\n${times(1001, (nth) => `- acme/b-${nth}\n`)}`);
    for (const key of ['base_model', 'datasets', 'tags'])
      expect((await run(list(key))).said).toContain(
        `unreadable-file: "${key}" has 1001 values, of which 1000 are read`,
      );
    expect((await run(list('widget'))).said).toEqual([]);
    expect((await run(card(times(999, (nth) => `k${nth}: x\n`)))).said).toEqual([]);
  });

  it('base models of a card, each asked for once however many there are', async () => {
    const [few, many] = await Promise.all([
      run(card(`base_model:\n${times(400, (nth) => `- acme/Llama-3-${nth}\n`)}`)),
      run(card(`base_model:\n${times(5000, (nth) => `- acme/Llama-3-${nth}\n`)}`)),
    ]);
    expect(few.asked).toBe(400);
    expect(few.said.filter((one) => one.includes('more upstreams'))).toEqual([]);
    expect(many.asked).toBe(MOST_MODELS);
    expect(many.said.join('\n')).toMatch(
      new RegExp(
        String.raw`unresolved-upstream: Terms of \d+ more upstreams are unknown: a lineage is followed ` +
          String.raw`for 500 models`,
      ),
    );
  });

  it('findings of one rule in one file; totals count them all', async () => {
    const { report, said } = await run(
      card(
        '',
        times(500, (nth) => `<!-- licet-disable missing-credit, x${nth} -->\n`),
      ),
    );
    const alike = said.filter((one) => one.startsWith('unused-directive'));
    expect(alike).toHaveLength(MOST_ALIKE + 1);
    expect(alike.at(-1)).toBe('unused-directive: 900 more findings of this rule in this file are not shown');
    expect(totalsOf({ version: '', data: '', rules: [], reports: [report] }).warnings).toBeGreaterThanOrEqual(
      1000,
    );
  });

  it('directives of a file', async () => {
    expect(
      (
        await run(
          card(
            '',
            times(500, () => '<!-- licet-disable x -->\n'),
          ),
        )
      ).said.join('\n'),
    ).not.toContain('from here on');
    const { report } = await run(
      card(
        '',
        times(501, () => '<!-- licet-disable-line -->\n'),
      ),
    );
    const said = report.findings.map(({ message: what }) => what);
    expect(said).toContain('400 more findings of this rule in this file are not shown');
    expect(said).toContain(
      'Directives from here on are not read, so they turn nothing off: a file may have 500',
    );
  });

  it('blanks of a card', async () => {
    const { said } = await run(
      card(
        '',
        times(3000, (nth) => `license [insert x${nth}]\n`),
      ),
    );
    expect(said.filter((one) => one.startsWith('placeholder-text'))).toHaveLength(21);
    expect(said).toContain('placeholder-text: 2980 more placeholders are left in "README.md"');
  });

  it('files of one kind', async () => {
    const licenses = (n: number) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, nth) => [`part-${100 + nth}/LICENSE`, 'MIT License\n']),
      );
    const unread = (said: readonly string[]) => said.filter((one) => one.includes('not read'));
    expect(unread((await run({ ...card(''), ...licenses(100) })).said)).toEqual([]);
    expect(unread((await run({ ...card(''), ...licenses(101) })).said)).toEqual([
      'unreadable-file: "part-200/LICENSE" is not read: of this kind 100 are',
    ]);
    expect(unread((await run({ ...card(''), ...licenses(130) })).said)).toEqual([
      'unreadable-file: "part-200/LICENSE" and 29 more files of its kind are not read: of this kind 100 are',
    ]);
  });

  it('paragraphs that may speak of licenses, by their length and their number', async () => {
    const unread = async (body: string) =>
      (await run(card('', body))).said.filter((one) => one.includes('not read'));
    const cue = 'It is licensed under MIT. ';
    expect(await unread(cue.padEnd(7990, 'x'))).toEqual([]);
    expect(await unread(cue.padEnd(8100, 'x'))).toEqual([
      'unreadable-file: A paragraph of "README.md" is not read: too long, or too many',
    ]);
    expect(await unread('word '.repeat(3000))).toEqual([]);
    expect(await unread(times(410, () => `${cue}\n\n`))).toEqual([
      'unreadable-file: 10 paragraphs of "README.md" are not read: too long, or too many',
    ]);
  });

  it('values of a config, and what aliases repeat', async () => {
    expect((await run({ ...card(''), 'config.json': `{"a":[${'1,'.repeat(200_000)}1]}` })).said).toContain(
      'unreadable-file: "config.json" holds too many values to be read as JSON',
    );
    const bomb = times(12, (nth) => `a${nth + 1}: &a${nth + 1} [${`*a${nth},`.repeat(9)}*a${nth}]\n`);
    expect((await run(card(`a0: &a0 [x]\n${bomb}`))).said.join('\n')).toContain(
      'holds more values than are read',
    );
  });
});

it('a blank far down a long line is about a license where the line says so', async () => {
  expect((await run(card('', `License ${'word '.repeat(200)}[year]\n`))).said).toContain(
    'placeholder-text: Placeholder "[year]" is left in "README.md"',
  );
  expect((await run(card('', `License\n${'word '.repeat(200)}[year]\n`))).said.join()).not.toContain(
    '[year]',
  );
});

it('an alias stands for the last value before it that bears its name', async () => {
  const { report } = await run({
    'README.md': '---\nx: &a mit\ny: *a\nz: &a apache-2.0\nlicense: *a\n---\n',
  });
  expect(report.declared?.raw).toBe('apache-2.0');
});

it('what a run has no room for is counted by severity', async () => {
  const { report } = await run(
    card(
      '',
      times(500, (nth) => `<!-- licet-disable x${nth} -->\n`),
    ),
  );
  const rest = within(report.findings, 3);
  expect(rest.length).toBeLessThanOrEqual(3);
  expect(rest.map(({ message: what }) => what).join('\n')).toMatch(
    /findings in this repository are not shown/,
  );
  expect(
    totalsOf({ version: '', data: '', rules: [], reports: [{ ...report, findings: rest }] }).warnings,
  ).toBe(totalsOf({ version: '', data: '', rules: [], reports: [report] }).warnings);
  expect(capped(report.findings)).toEqual(report.findings);
});
