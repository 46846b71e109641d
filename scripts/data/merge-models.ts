/**
 * Merges lists of models into the snapshot.
 *
 *   npx tsx scripts/data/merge-models.ts LIST.tsv... [--table data/models.tsv] [--most 20000]
 *
 * A list has the columns of `data/models.tsv` that it knows; `confidence` says how far its word goes. Rules:
 *
 * - Sources that agree on the license make one row, with the best of them as its source.
 * - Sources that differ make a row that says so, with both dates, and that is never certain.
 * - A repository's tag is certain where its maker put it there: for a model with a base, or with the name of
 *   another maker's family, under another license than that one's, it is likely at most.
 * - `used_by` counts the distinct owners that name a model as their base in any of the lists. Where there are
 *   more rows than `--most`, those with the most users stay.
 *
 * Writes the table and says what came of each list; then `npm run data` has to run.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { familyOf } from '../../src/core/data/families.ts';
import { canonicalId } from '../../src/core/data/model-aliases.ts';
import { ownerOf, sameOwner } from '../../src/core/data/owners.ts';
import { identify } from '../../src/core/license/names/identify.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { readTable, tableText, writeWhole, type Cells } from './table-file.ts';

useDataSource(shippedData);

const catalogue = shippedCatalogue();
const SURE = ['possible', 'likely', 'certain'];
const sureOf = (row: Cells) => SURE.indexOf(row['confidence'] ?? '');
const keyOf = (id: string) => canonicalId(id).toLowerCase();

/** What says nothing: no name stands behind it. */
const NOTHING = /^(?:|other|unknown|none|not specified|\(none declared\)|\?+|multiple|custom|commercial)$/i;

const names = new Map<string, string>();

/** What a row's license is, so that two spellings of one are one. */
function meaning(row: Cells): string {
  const { license = '', license_name: name = '', license_link: link = '' } = row;
  const spelled = `${license}\t${name}\t${link}`;
  const known = names.get(spelled);
  if (known !== undefined) return known;
  const found = identify(license, { name: name || undefined, link: link || undefined }, catalogue);
  const meant = found.is === 'known' ? found.license.id : (name || license).toLowerCase();
  names.set(spelled, meant);
  return meant;
}

const says = (row: Cells) => !NOTHING.test(row['license'] ?? '') || !NOTHING.test(row['license_name'] ?? '');
const licenseIn = (row: Cells) => row['license_name'] || row['license'] || '';
const dated = (row: Cells) => (row['as_of'] ? ` as of ${row['as_of']}` : '');

/** The best of several rows that agree: the surest, then the newest; bases where any tells them. */
function agreed(rows: readonly Cells[]): Cells {
  const [best = {}, ...rest] = [...rows].sort(
    (a, b) => sureOf(b) - sureOf(a) || ((b['as_of'] ?? '') > (a['as_of'] ?? '') ? 1 : -1),
  );
  const based = best['base'] ? best : (rest.find((row) => row['base']) ?? best);
  return { ...best, base: based['base'] ?? '', relation: based['relation'] ?? '' };
}

/** What the sources say of the license of a model. */
const meaningsOf = (id: string): string[] => (byModel.get(keyOf(id)) ?? []).filter(says).map(meaning);

/** One row for a model that several sources speak of. */
function merged(rows: readonly Cells[]): Cells {
  const telling = rows.filter(says);
  if (telling.length === 0) return agreed(rows);
  const groups = new Map<string, Cells[]>();
  for (const row of telling) groups.set(meaning(row), [...(groups.get(meaning(row)) ?? []), row]);
  const views = [...groups.values()]
    .map(agreed)
    .sort((a, b) => ((b['as_of'] ?? '') > (a['as_of'] ?? '') ? 1 : -1) || sureOf(b) - sureOf(a));
  // A list is no reason against a record or a card; of two of these the newer one counts.
  const best = [...views].sort((a, b) => Math.sign(sureOf(b) - sureOf(a)))[0] ?? agreed(telling);
  const based = best['base'] ? best : (rows.find((row) => row['base']) ?? best);
  const whole = { ...best, base: based['base'] ?? '', relation: based['relation'] ?? '' };
  // A list that gives the license of a model's base tells of the base.
  const ofBases = new Set((based['base'] ?? '').split('|').flatMap((id) => meaningsOf(id)));
  const others = views.filter((row) => row !== best && !ofBases.has(meaning(row)));
  if (others.length === 0) return { ...whole, note: best['note'] ?? '' };
  const word = others.map((row) => `differs: ${row['source'] ?? ''} has ${licenseIn(row)}${dated(row)}`);
  return {
    ...whole,
    confidence: sureOf(best) === 0 ? 'possible' : 'likely',
    note: [best['note'], ...word].filter((one) => one).join('; '),
  };
}

/** A statement or a license file in the maker's own repository. */
const isMakers = (row: Cells) => /^github:/.test(row['source'] ?? '');

/** A tag alone, where a person other than the maker of the weights may have put it there. */
function doubtful(row: Cells, licenseOf: (id: string) => string | undefined): boolean {
  if (isMakers(row)) return false;
  const id = row['id'] ?? '';
  const mine = meaning(row);
  const bases = (row['base'] ?? '').split('|').filter((base) => base !== '');
  if (bases.some((base) => !sameOwner(ownerOf(base), ownerOf(id)) && (licenseOf(base) ?? mine) !== mine))
    return true;
  const family = familyOf(id);
  return (
    family?.license !== undefined &&
    family.license !== null &&
    family.license !== mine &&
    !sameOwner(family.owner ?? undefined, ownerOf(id))
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { table: { type: 'string' }, most: { type: 'string' } },
});
const table = values.table ?? fileURLToPath(new URL('../../data/models.tsv', import.meta.url));
const most = Number(values.most ?? 20_000);
const { keys, rows: before } = readTable(table);

const users = new Map<string, Set<string>>();
const byModel = new Map<string, Cells[]>();
function take(rows: readonly Cells[]): void {
  for (const row of rows) {
    const id = row['id'] ?? '';
    for (const base of (row['base'] ?? '').split('|').filter((one) => one !== '')) {
      const owner = ownerOf(id);
      if (owner === undefined || sameOwner(owner, ownerOf(base))) continue;
      users.set(keyOf(base), (users.get(keyOf(base)) ?? new Set()).add(owner));
    }
    byModel.set(keyOf(id), [...(byModel.get(keyOf(id)) ?? []), row]);
  }
}
take(before);
for (const list of positionals) {
  const { rows } = readTable(list);
  take(rows);
  console.log(`${list}: ${rows.length} rows`);
}

const all = new Map([...byModel].map(([key, rows]) => [key, merged(rows)]));
const licenseOf = (id: string) => {
  const row = all.get(keyOf(id));
  return row && says(row) ? meaning(row) : undefined;
};
const inTable = new Set(before.map(({ id = '' }) => keyOf(id)));
let [differ, lowered] = [0, 0];
const candidates: Cells[] = [];
for (const [key, row] of all) {
  const seen = users.get(key)?.size ?? 0;
  const copy =
    row['base'] && !row['base'].includes('|') && /^(?:copy|quantized)$/.test(row['relation'] ?? '');
  // What has no license of its own is worth a row where it tells of what a model that others use is a copy.
  if (
    !inTable.has(key) &&
    !says(row) &&
    !(copy && row['license'] === '' && row['confidence'] === 'certain' && seen > 0)
  )
    continue;
  if (!/^[\w.-]+(?:\/[\w.-]+)?$/.test(row['id'] ?? '')) continue;
  if (/differs: /.test(row['note'] ?? '')) differ += 1;
  const doubt = row['confidence'] === 'certain' && says(row) && doubtful(row, licenseOf);
  if (doubt) lowered += 1;
  const was = byModel.get(key)?.[0];
  const file = was !== undefined && inTable.has(key) && licenseIn(was) === licenseIn(row) ? was['file'] : '';
  candidates.push({
    ...row,
    // Of several names of one model the table's own stays, else the one of today.
    id: (was !== undefined && inTable.has(key) ? was['id'] : undefined) ?? canonicalId(row['id'] ?? ''),
    file: file ?? '',
    confidence: doubt ? 'likely' : (row['confidence'] ?? 'possible'),
    used_by: String(Math.max(seen, Number(row['used_by'] ?? 0)) || ''),
  });
}
const rank = (row: Cells) => Number(inTable.has(keyOf(row['id'] ?? ''))) * 1e6 + Number(row['used_by'] || 0);
const chosen = candidates
  .sort((a, b) => rank(b) - rank(a) || ((b['as_of'] ?? '') > (a['as_of'] ?? '') ? 1 : -1))
  .slice(0, most);
writeWhole(table, tableText({ keys, rows: chosen }));
console.log(
  `${before.length} rows before, ${chosen.length} now (${candidates.length} to choose from); ` +
    `sources differ on ${differ}; ${lowered} tags beside another maker's license are likely`,
);
