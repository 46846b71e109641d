/**
 * Asks the Hub for each model of the snapshot, and writes the rows whose record says something else today:
 * license fields, bases, a new id. A row that rests on less than a record and agrees with it now rests on it.
 *
 *   npm run refresh [-- --check] [-- --table data/models.tsv --aliases data/model-aliases.tsv]
 *
 * `HF_ENDPOINT` and `HF_TOKEN` count as for licet itself. A row that could not be resolved stays as it is and
 * is named. Exit 0: all rows are up to date now. Exit 1: nothing could be resolved, or `--check` found
 * that something differs. Exit 2: usage error.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { canonicalId, sameModel } from '../../src/core/data/model-aliases.ts';
import { rowsOf } from '../../src/core/data/table-rows.ts';
import type { Resolution } from '../../src/core/model/lineage.ts';
import { printable } from '../../src/core/text/outgoing.ts';
import { hubClient } from '../../src/node/hub/client.ts';
import { hub } from '../../src/node/hub/hub-upstreams.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

type Found = Extract<Resolution, { is: 'found' }>;
type Cells = Record<string, string>;

/** One request for each row, and room for further tries. */
const REQUESTS_BEYOND_ROWS = 300;
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
  return Object.fromEntries(Object.entries(cells).filter(([key, value]) => row[key] !== value));
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

/** A table line; what would break a table is a blank. */
const lineOf = (keys: readonly string[], row: Cells): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  keys.map((key) => (row[key] ?? '').replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')).join('\t');

function write(file: string, lines: readonly string[]): void {
  writeFileSync(`${file}.new`, `${lines.join('\n')}\n`);
  renameSync(`${file}.new`, file);
}

/** Rows by their new id stand where their id belongs; those that kept theirs stay in order. */
function placed(rows: readonly Cells[], moved: ReadonlySet<Cells>): Cells[] {
  const all = rows.filter((row) => !moved.has(row));
  for (const row of moved) {
    const id = (row['id'] ?? '').toLowerCase();
    const at = all.findIndex((other) => (other['id'] ?? '').toLowerCase() > id);
    all.splice(at < 0 ? all.length : at, 0, row);
  }
  return all;
}

interface Options {
  readonly check: boolean;
  readonly table: string;
  readonly aliases: string;
}

async function refresh({ check, table, aliases }: Options): Promise<number> {
  const text = readFileSync(table, 'utf8');
  const keys = text.slice(0, text.indexOf('\n')).split('\t');
  const rows: Cells[] = rowsOf(text);
  const requests = rows.length + REQUESTS_BEYOND_ROWS;
  const client = hubClient({ env: process.env, budget: BUDGET_MS, requests, atOnce: AT_ONCE });
  const upstreams = hub({ client, catalogue: shippedCatalogue(), fresh: 0 });
  const answers = await Promise.all(rows.map((row) => upstreams.find(row['id'] ?? '')));

  const taken = rows.map((row) => row['id'] ?? '');
  const unresolved = new Map<string, string[]>();
  const [changes, renames]: [string[], string[]] = [[], []];
  const moved = new Set<Cells>();
  const now = rows.map((row, at) => {
    const answer = answers[at];
    const id = row['id'] ?? '';
    if (answer?.is !== 'found') {
      const why = answer?.detail ?? answer?.why ?? 'no answer';
      unresolved.set(why, [...(unresolved.get(why) ?? []), id]);
      return row;
    }
    if (answer.declared === undefined && !UNDECLARED.has(row['license'] ?? ''))
      console.log(printable(`${id}: its record declares no license; the row keeps ${licenseIn(row)}`));
    const next = renewed(row, answer, taken);
    if (next === undefined) return row;
    changes.push(difference(row, next));
    if (next['id']?.toLowerCase() !== id.toLowerCase()) {
      moved.add(next);
      renames.push([id, next['id'], `the Hub answers with the new id, ${answer.asOf}`].join('\t'));
    }
    return next;
  });

  for (const line of changes) console.log(line);
  for (const [why, ids] of unresolved) console.log(printable(`not resolved, ${why}: ${ids.join(', ')}`));
  const lost = [...unresolved.values()].flat().length;
  console.log(`${rows.length} rows, ${changes.length} changed, ${lost} not resolved`);
  if (!check && changes.length > 0) {
    write(table, [keys.join('\t'), ...placed(now, moved).map((row) => lineOf(keys, row))]);
    const [header = '', ...known] = readFileSync(aliases, 'utf8').trimEnd().split('\n');
    if (renames.length > 0) write(aliases, [header, ...[...known, ...renames].sort()]);
  }
  return (check && changes.length > 0) || (rows.length > 0 && lost === rows.length) ? 1 : 0;
}

function options(): Options | undefined {
  const data = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
  try {
    const { values } = parseArgs({
      options: { check: { type: 'boolean' }, table: { type: 'string' }, aliases: { type: 'string' } },
    });
    const { check = false, table = data('models.tsv'), aliases = data('model-aliases.tsv') } = values;
    return { check, table, aliases };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

const asked = options();
process.exitCode = asked === undefined ? 2 : await refresh(asked);
