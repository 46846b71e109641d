import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { hubServer, SHA, type ServedModel } from '../support/hub-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const COLUMNS =
  'id license license_name license_link file base relation confidence as_of used_by source note';
const HEADER = COLUMNS.split(' ').join('\t');
const today = () => new Date().toISOString().slice(0, 10);

interface Row {
  readonly id: string;
  readonly license: string;
  readonly [column: string]: string;
}

const lineOf = (row: Row) =>
  COLUMNS.split(' ')
    .map((key) => row[key] ?? { confidence: 'certain', as_of: '2024-12', source: 'a card' }[key] ?? '')
    .join('\t');

/** A snapshot of these rows, and what a refresh makes of it against a Hub that holds these models. */
async function refreshed(
  rows: readonly Row[],
  models: Record<string, ServedModel>,
  { check = false, endpoint = '', calls = [[]] as readonly (readonly string[])[] } = {},
) {
  const hub = await hubServer(models);
  const folder = tempFolder({
    'models.tsv': `${[HEADER, ...rows.map(lineOf)].join('\n')}\n`,
    'model-aliases.tsv': 'id\tcanonical\tsource\nacme/Aaa\tacme/Aab\ta note\n',
  });
  const [table, aliases] = [join(folder, 'models.tsv'), join(folder, 'model-aliases.tsv')];
  const before = readFileSync(table, 'utf8');
  const flags = ['--table', table, '--aliases', aliases, ...(check ? ['--check'] : [])];
  const call = (more: readonly string[]) =>
    new Promise<{ status: number | null; out: string }>((resolve) => {
      const words = ['--import', 'tsx', 'scripts/data/refresh.ts', ...flags, ...more];
      const child = spawn(process.execPath, words, {
        cwd: root,
        env: { PATH: process.env['PATH'], HOME: folder, HF_ENDPOINT: endpoint || hub.url },
      });
      let told = '';
      child.stdout.on('data', (chunk) => (told += String(chunk)));
      child.stderr.on('data', (chunk) => (told += String(chunk)));
      child.on('close', (code) => resolve({ status: code, out: told }));
    });
  let [status, out]: [number | null, string] = [0, ''];
  for (const more of calls) {
    const state = more.length === 0 ? [] : ['--state', join(folder, 'refresh.json')];
    const ended = await call([...more, ...state]);
    [status, out] = [ended.status, out + ended.out];
  }
  const after = readFileSync(table, 'utf8');
  return {
    status,
    lines: out.trimEnd().split('\n'),
    rows: after.replace(/\n$/, '').split('\n').slice(1),
    same: after === before,
    aliases: readFileSync(aliases, 'utf8').split('\n'),
    asked: hub.seen.length,
  };
}

const source = (host: string) => `Hub (${host}) record at ${SHA.slice(0, 12)}`;
const hostless = (line = '') => line.replace(/Hub \([^)]*\)/, 'Hub (host)');

test('a model that changed its license gets the new one, the date, and a note of the old one', async () => {
  const { status, lines, rows, asked } = await refreshed(
    [
      { id: 'acme/Changed', license: 'mit' },
      { id: 'acme/Same', license: 'apache-2.0' },
    ],
    {
      'acme/Changed': { cardData: { license: 'other', license_name: 'acme-1', license_link: 'LICENSE' } },
      'acme/Same': { cardData: { license: 'apache-2.0' } },
    },
  );
  expect(lines).toEqual([
    'acme/Changed: license mit -> other, license_name (empty) -> acme-1, license_link (empty) -> LICENSE, ' +
      'confidence certain -> likely',
    '2 rows, 1 changed, 0 not resolved',
  ]);
  expect([status, asked, hostless(rows[0]), rows[1]]).toEqual([
    0,
    2,
    lineOf({
      id: 'acme/Changed',
      license: 'other',
      license_name: 'acme-1',
      license_link: 'LICENSE',
      confidence: 'likely',
      as_of: today(),
      source: source('host'),
      note: 'license was mit as of 2024-12',
    }),
    lineOf({ id: 'acme/Same', license: 'apache-2.0' }),
  ]);
});

test('bases are those of the record; what a card has no word for stays', async () => {
  const { rows } = await refreshed(
    [
      { id: 'acme/Part', license: 'mit', base: 'acme/Tower|acme/Text', relation: 'component' },
      { id: 'acme/Silent', license: 'mit', base: 'acme/Text', relation: 'finetune' },
      { id: 'acme/Tuned', license: 'mit', base: 'acme/Old', relation: 'finetune' },
    ],
    {
      'acme/Part': { cardData: { license: 'mit', base_model: 'acme/Text' } },
      'acme/Silent': { cardData: { license: 'mit' } },
      'acme/Tuned': {
        cardData: { license: 'mit', base_model: ['acme/New', 'acme/Old'], base_model_relation: 'merge' },
      },
    },
  );
  expect(rows.map((row) => row.split('\t').slice(5, 7))).toEqual([
    ['acme/Tower|acme/Text', 'component'],
    ['acme/Text', 'finetune'],
    ['acme/New|acme/Old', 'merge'],
  ]);
});

test('a renamed model goes under its new id, in its place, and the old id is an alias', async () => {
  const { lines, rows, aliases } = await refreshed(
    [
      { id: 'acme/Beta', license: 'mit' },
      { id: 'acme/Small', license: 'mit' },
      { id: 'zeta/Last', license: 'mit' },
    ],
    {
      'acme/Beta': { movedTo: 'new/Beta' },
      'new/Beta': { cardData: { license: 'mit' } },
      'acme/Small': { cardData: { license: 'mit' } },
      'zeta/Last': { cardData: { license: 'mit' } },
    },
  );
  expect(lines[0]).toBe('acme/Beta: id acme/Beta -> new/Beta');
  expect(rows.map((row) => row.split('\t')[0])).toEqual(['new/Beta', 'zeta/Last', 'acme/Small']);
  expect(aliases).toEqual([
    'id\tcanonical\tsource',
    'acme/Aaa\tacme/Aab\ta note',
    `acme/Beta\tnew/Beta\tthe Hub answers with the new id, ${today()}`,
    '',
  ]);
});

test('what cannot be resolved, or declares nothing, stays as it is and is named', async () => {
  const { status, lines, same } = await refreshed(
    [
      { id: 'acme/Gone', license: 'mit' },
      { id: 'acme/Lost', license: 'gemma' },
      { id: 'acme/Mute', license: 'mit', source: 'a license file' },
      { id: 'acme/Same', license: 'mit' },
    ],
    { 'acme/Mute': { cardData: {}, tags: [] }, 'acme/Same': { cardData: { license: 'mit' } } },
  );
  expect([status, same]).toEqual([0, true]);
  expect(lines[0]).toBe('acme/Mute: its record declares no license; the row keeps mit');
  expect(lines[1]).toMatch(/^not resolved, .+: acme\/Gone, acme\/Lost$/);
  expect(lines[2]).toBe('4 rows, 0 changed, 2 not resolved');
});

test('a row from memory that the record bears out is certain from then on', async () => {
  const { rows } = await refreshed(
    [{ id: 'acme/Known', license: 'mit', confidence: 'possible', as_of: '', source: 'from memory' }],
    { 'acme/Known': { cardData: { license: 'mit' } } },
  );
  expect(hostless(rows[0])).toBe(
    lineOf({ id: 'acme/Known', license: 'mit', as_of: today(), source: source('host') }),
  );
});

test('--check prints the differences, writes nothing and ends with 1', async () => {
  const { status, lines, same, aliases } = await refreshed(
    [{ id: 'acme/Changed', license: 'mit' }],
    { 'acme/Changed': { movedTo: 'acme/Next' }, 'acme/Next': { cardData: { license: 'gemma' } } },
    { check: true },
  );
  expect([status, same, aliases.length]).toEqual([1, true, 3]);
  expect(lines[0]).toBe(
    'acme/Changed: id acme/Changed -> acme/Next, license mit -> gemma, confidence certain -> likely',
  );
});

test('words of a record break no table and steer no terminal', async () => {
  const { rows, lines } = await refreshed([{ id: 'acme/Odd', license: 'other', license_name: 'fair' }], {
    'acme/Odd': { cardData: { license: 'other', license_name: 'a\tb\u001b[31m\nc' } },
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]?.split('\t')).toHaveLength(COLUMNS.split(' ').length);
  expect(lines.join('\n')).not.toContain('\u001b');
});

test('where nobody answers, nothing is written and the end is 1', async () => {
  const { status, lines, same } = await refreshed(
    [{ id: 'acme/Same', license: 'mit' }],
    {},
    { endpoint: 'http://127.0.0.1:9' },
  );
  expect([status, same]).toEqual([1, true]);
  expect(lines[0]).toMatch(/^not resolved, .+: acme\/Same$/);
});

const changed = (day: number, more: ServedModel): ServedModel => ({
  ...more,
  lastModified: `2026-08-0${day}T00:00:00.000Z`,
});
const tuned = (day: number, base: string) => changed(day, { cardData: { license: 'mit', base_model: base } });

test('a walk adds what others build on and makers publish, goes on where it was cut, and ends', async () => {
  const models = {
    'maker/Old': changed(1, { cardData: { license: 'mit' } }),
    'maker/New': changed(2, { cardData: { license: 'other', license_name: 'maker-1' } }),
    'some/Popular': changed(3, { cardData: { license: 'apache-2.0', base_model: 'maker/Old' } }),
    'some/Alone': changed(4, { cardData: { license: 'mit' } }),
    'aaa/One': tuned(5, 'some/Popular'),
    'bbb/Two': tuned(6, 'some/Popular'),
    'bbb/Undeclared': changed(7, { cardData: { base_model: 'some/Alone' } }),
  };
  const rows = [{ id: 'maker/Old', license: 'mit', used_by: '30' }];
  const whole = await refreshed(rows, models, { calls: [['--new'], ['--new']] });
  const ids = (lines: readonly string[]) => lines.map((line) => line.split('\t')[0]);
  expect(ids(whole.rows)).toEqual(['maker/New', 'maker/Old', 'some/Popular']);
  expect(hostless(whole.rows[2]?.split('\t').slice(1, 10).join(' '))).toBe(
    `apache-2.0    maker/Old  certain ${today()} 2`,
  );
  expect(whole.lines).toEqual([
    'some/Popular: new, license apache-2.0, base maker/Old',
    'maker/New: new, license other/maker-1, base none',
    '7 models changed on the Hub, 2 new rows',
    '1 rows, 0 changed, 0 not resolved',
    'licenses as last time: 1 of 1',
    '0 models changed on the Hub, 0 new rows',
    '3 rows, 0 changed, 0 not resolved',
    'licenses as last time: 3 of 3',
  ]);

  const cut = await refreshed(rows, models, { calls: Array(4).fill(['--new', '--pages', '1']) });
  expect(cut.lines.filter((line) => /changed on/.test(line))).toEqual([
    '2 models changed on the Hub, 0 new rows; cut: 1 pages were read, the next call goes on',
    '2 models changed on the Hub, 0 new rows; cut: 1 pages were read, the next call goes on',
    '2 models changed on the Hub, 1 new rows; cut: 1 pages were read, the next call goes on',
    '1 models changed on the Hub, 0 new rows',
  ]);
});

test('a budget of rows goes on behind the last one, and begins again', async () => {
  const rows = ['acme/A', 'acme/B', 'acme/C'].map((id) => ({ id, license: 'mit' }));
  const models = Object.fromEntries(rows.map(({ id }) => [id, { cardData: { license: 'gemma' } }]));
  const { lines } = await refreshed(rows, models, {
    calls: [
      ['--rows', '2'],
      ['--rows', '2'],
    ],
  });
  expect(lines.filter((line) => !line.startsWith('acme/'))).toEqual([
    '2 rows, 2 changed, 0 not resolved',
    'licenses as last time: 0 of 2',
    '2 rows, 1 changed, 0 not resolved',
    'licenses as last time: 1 of 2',
  ]);
});
