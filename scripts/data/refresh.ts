/**
 * Asks the Hub for models of the snapshot, and writes the rows whose record says something else today:
 * license fields, bases, a new id. A row that rests on less than a record and agrees with it now rests on it.
 *
 *   npm run refresh [-- --check] [--rows 3000] [--new] [--pages 200] [--state data/refresh.json]
 *                   [--table data/models.tsv] [--aliases data/model-aliases.tsv]
 *
 * `--rows`: so many rows are asked for, and with a state the next call goes on behind them. `--new` walks
 * through the models that changed on the Hub since the last walk, newest first, at most so many `--pages` of
 * 1,000, and adds rows for those on which others build or whose owner is a maker; with a state, a walk that
 * was cut goes on. `HF_ENDPOINT` and `HF_TOKEN` count as for licet itself. A row that could not be resolved
 * stays as it is and is named. Exit 0: all rows that were asked for are up to date now. Exit 1: nothing could
 * be resolved; under `--check`, something differs too. Exit 2: usage error.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { canonicalId, sameModel } from '../../src/core/data/model-aliases.ts';
import type { Resolution } from '../../src/core/model/lineage.ts';
import { printable } from '../../src/core/text/outgoing.ts';
import { hubClient } from '../../src/node/hub/client.ts';
import type { HubClient } from '../../src/core/hub/hub-repo.ts';
import { hub } from '../../src/core/hub/hub-upstreams.ts';
import { changedModels, newRows, type Walk } from './new-models.ts';
import { readTable, tableText, writeWhole, type Cells } from './table-file.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

type Found = Extract<Resolution, { is: 'found' }>;

/** One request for each row or page, and room for further tries. */
const REQUESTS_BEYOND = 300;
/** All waiting together, in milliseconds: the Hub may ask for a pause of some minutes. */
const BUDGET_MS = 30 * 60_000;
const AT_ONCE = 4;
/** Relations that a card on the Hub has no word for, so that its silence about such a base says nothing. */
const BEYOND_THE_HUB: ReadonlySet<string> = new Set(['copy', 'component', 'outputs']);
const UNDECLARED: ReadonlySet<string> = new Set(['', 'none', '(none declared)']);

const idsIn = (cell = ''): string[] => cell.split('|').filter((id) => id !== '');
const holds = (ids: readonly string[], id: string) => ids.some((other) => sameModel(other, id));

/** The license cells as the record has them; undefined where it declares none. */
function licenseCells({ declared }: Found): Cells | undefined {
  if (declared === undefined) return undefined;
  const { license, name = '', link = '' } = declared;
  const value = (typeof license === 'string' ? license : license.join('|')).toLowerCase();
  return { license: value, license_name: name, license_link: link };
}

/** The cells of the bases, where the record names one that the row lacks, or lacks one that it could name. */
function baseCells(row: Cells, { bases }: Found): Cells {
  const [old, said] = [idsIn(row['base']), bases.map(({ model }) => model)];
  const rest = BEYOND_THE_HUB.has(row['relation'] ?? '') ? old.filter((id) => !holds(said, id)) : [];
  const all = [...said, ...rest];
  if (said.length === 0 || (all.length === old.length && all.every((id) => holds(old, id)))) return {};
  const relations = new Set(bases.map(({ relation }) => (relation === 'unsaid' ? '' : relation)));
  const [relation = ''] = relations;
  const one = relations.size === 1 && rest.length === 0 ? relation : '';
  return { base: all.join('|'), relation: one };
}

/** The cells that the record changes, without date and source. */
function changedCells(row: Cells, found: Found, taken: readonly string[]): Cells {
  const now = found.canonical ?? row['id'] ?? '';
  const respelled = now.toLowerCase() === row['id']?.toLowerCase();
  const moved = canonicalId(row['id'] ?? '').toLowerCase() !== now.toLowerCase() && !holds(taken, now);
  const cells: Cells = {
    ...(respelled || moved ? { id: now } : {}),
    ...licenseCells(found),
    ...baseCells(row, found),
  };
  const changed = Object.entries(cells).filter(([key, value]) => row[key] !== value);
  // The license file is looked up anew for another license.
  const other = changed.some(([key]) => key.startsWith('license')) && row['file'] ? [['file', '']] : [];
  return Object.fromEntries([...changed, ...other]) as Cells;
}

/** Another license, and not only a name where there was none. */
const isOther = (was: Cells, is: Cells) =>
  !UNDECLARED.has(was['license'] ?? '') &&
  (was['license'] !== is['license'] ||
    (was['license_name'] !== '' && was['license_name'] !== is['license_name']));
const licenseIn = (row: Cells) => [row['license'], row['license_name']].filter((one) => one).join('/');

/** The row with what the record says, or undefined where it says nothing new. */
function renewed(row: Cells, found: Found, taken: readonly string[]): Cells | undefined {
  const cells = changedCells(row, found, taken);
  const changed = { ...row, ...cells };
  const relicensed = row['confidence'] === 'certain' && isOther(row, changed);
  const confirmed = row['confidence'] !== 'certain' && row['note'] === '' && found.declared !== undefined;
  if (Object.keys(cells).length === 0 && !confirmed) return undefined;
  const was = `license was ${licenseIn(row)}${row['as_of'] === '' ? '' : ` as of ${row['as_of']}`}`;
  const at = found.revision === undefined ? '' : ` at ${found.revision.slice(0, 12)}`;
  const read = row['note'] === '' ? found.confidence : row['confidence'];
  return {
    ...changed,
    // Whoever took the model under the old terms still has them, so a changed license is never certain.
    confidence: (relicensed ? 'likely' : read) ?? 'possible',
    as_of: found.asOf,
    source: `${found.from} record${at}`,
    note: [row['note'], relicensed ? was : ''].filter((one) => one).join('; '),
  };
}

/** One line for people: what was, and what is. */
function difference(row: Cells, now: Cells): string {
  const cells = ['id', 'license', 'license_name', 'license_link', 'base', 'relation', 'confidence']
    .filter((key) => row[key] !== now[key])
    .map((key) => `${key} ${row[key] || '(empty)'} -> ${now[key] || '(empty)'}`);
  return printable(`${row['id']}: ${cells.join(', ')}`);
}

interface Options {
  readonly check: boolean;
  readonly table: string;
  readonly aliases: string;
  readonly state: string | undefined;
  readonly rows: number;
  /** Pages of changed models that are read; 0 for none. */
  readonly pages: number;
}

/** What is kept between calls: where the rows that were asked for end, and the walk. */
interface State {
  /** The id behind which the next call goes on; undefined for the first row. */
  readonly after?: string;
  readonly walk?: Walk;
}

/** So many rows behind the last one that was asked for, from the first row again behind the last. */
function rowsToAsk(rows: readonly Cells[], { after }: State, most: number): readonly Cells[] {
  const from = rows.findIndex(({ id }) => id === after) + 1;
  return [...rows.slice(from), ...rows.slice(0, from)].slice(0, most);
}

const stateIn = (file: string | undefined): State =>
  file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : {};

/** What the records of the rows that were asked for say, and what people should read of it. */
interface Read {
  readonly rows: readonly Cells[];
  readonly lines: readonly string[];
  readonly changes: number;
  /** Lines for the table of aliases. */
  readonly renames: readonly string[];
  readonly lost: number;
  /** Rows whose license is what it was, of those that were resolved. */
  readonly agree: number;
}

function readRecords(rows: readonly Cells[], answers: ReadonlyMap<Cells, Resolution>): Read {
  const taken = rows.map((row) => row['id'] ?? '');
  const unresolved = new Map<string, string[]>();
  const [notes, changes, renames]: [string[], string[], string[]] = [[], [], []];
  let agree = 0;
  const now = rows.map((row) => {
    const answer = answers.get(row);
    const id = row['id'] ?? '';
    if (answer === undefined) return row;
    if (answer.is !== 'found') {
      const why = answer.detail ?? answer.why;
      unresolved.set(why, [...(unresolved.get(why) ?? []), id]);
      return row;
    }
    if (answer.declared === undefined && !UNDECLARED.has(row['license'] ?? ''))
      notes.push(printable(`${id}: its record declares no license; the row keeps ${licenseIn(row)}`));
    const next = renewed(row, answer, taken) ?? row;
    agree += Number(licenseIn(next) === licenseIn(row));
    if (next === row) return row;
    changes.push(difference(row, next));
    if (next['id']?.toLowerCase() !== id.toLowerCase())
      renames.push([id, next['id'], `the Hub answers with the new id, ${answer.asOf}`].join('\t'));
    return next;
  });
  const missing = [...unresolved].map(([why, ids]) => printable(`not resolved, ${why}: ${ids.join(', ')}`));
  return {
    rows: now,
    lines: [...notes, ...changes, ...missing],
    changes: changes.length,
    renames,
    lost: [...unresolved.values()].flat().length,
    agree,
  };
}

/** The models that changed on the Hub, told of, and the rows that they add. */
async function walked(client: HubClient, rows: readonly Cells[], before: Walk | undefined, pages: number) {
  if (pages === 0) return { added: [], walk: before };
  const seen = await changedModels(client, before ?? { since: '' }, pages);
  const added = newRows(rows, seen, 'Hub', new Date().toISOString().slice(0, 10));
  for (const row of added)
    console.log(printable(`${row['id']}: new, license ${licenseIn(row)}, base ${row['base'] || 'none'}`));
  const cut = seen.cut === undefined ? '' : `; cut: ${seen.cut}, the next call goes on`;
  console.log(printable(`${seen.records.length} models changed on the Hub, ${added.length} new rows${cut}`));
  return { added, walk: seen.walk };
}

async function refresh({ check, table, aliases, state, rows: most, pages }: Options): Promise<number> {
  const { keys, rows } = readTable(table);
  const kept = stateIn(state);
  const asked = rowsToAsk(rows, kept, most);
  const requests = asked.length + pages + REQUESTS_BEYOND;
  const client = hubClient({ env: process.env, budget: BUDGET_MS, requests, atOnce: AT_ONCE });
  const upstreams = hub({ client, catalogue: shippedCatalogue(), fresh: 0 });
  const answers = new Map(
    await Promise.all(asked.map(async (row) => [row, await upstreams.find(row['id'] ?? '')] as const)),
  );
  const read = readRecords(rows, answers);
  for (const line of read.lines) console.log(line);
  const { added, walk } = await walked(client, read.rows, kept.walk, pages);
  console.log(`${asked.length} rows, ${read.changes} changed, ${read.lost} not resolved`);
  if (state !== undefined) console.log(`licenses as last time: ${read.agree} of ${asked.length - read.lost}`);

  const changed = read.changes + added.length > 0;
  if (!check && changed) {
    writeWhole(table, tableText({ keys, rows: [...read.rows, ...added] }));
    const [header = '', ...known] = readFileSync(aliases, 'utf8').trimEnd().split('\n');
    if (read.renames.length > 0)
      writeWhole(aliases, `${[header, ...[...known, ...read.renames].sort()].join('\n')}\n`);
  }
  if (!check && state !== undefined) {
    const after = asked.length < rows.length ? asked.at(-1)?.['id'] : undefined;
    const next: State = {
      ...(after === undefined ? {} : { after }),
      ...(walk === undefined ? {} : { walk }),
    };
    writeWhole(state, `${JSON.stringify(next, undefined, 2)}\n`);
  }
  return (check && changed) || (asked.length > 0 && read.lost === asked.length) ? 1 : 0;
}

const OPTIONS = {
  check: { type: 'boolean' },
  new: { type: 'boolean' },
  rows: { type: 'string' },
  pages: { type: 'string' },
  state: { type: 'string' },
  table: { type: 'string' },
  aliases: { type: 'string' },
} as const;

function options(): Options | undefined {
  const data = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
  try {
    const { values } = parseArgs({ options: OPTIONS });
    const { check = false, table = data('models.tsv'), aliases = data('model-aliases.tsv'), state } = values;
    const [rows, pages] = [Number(values.rows ?? 3000), Number(values.pages ?? 200)];
    if (!Number.isInteger(rows) || !Number.isInteger(pages) || rows < 0 || pages < 1)
      throw new Error('`--rows` and `--pages` take whole numbers');
    return { check, table, aliases, state, rows, pages: values.new === true ? pages : 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

const asked = options();
process.exitCode = asked === undefined ? 2 : await refresh(asked);
