/**
 * Checks `data/models.tsv` and `data/datasets.tsv`, and writes what can be worked out: the order of the rows,
 * the bases that a record can tell, the column `file` with the license file that a row's license leads to,
 * the dates of both tables for `data/generated/dates.json`, and for `data/generated/series.json` the series
 * of models that are all under one license. `--check` writes nothing and says what is stale. Exit 1 with one
 * line per trouble. `--unknown` lists the licenses that lead to no file, with their rows.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { canonicalId } from '../../src/core/data/model-aliases.ts';
import { LONGEST_LINE, rowOrder } from '../../src/core/data/sorted-table.ts';
import { identify } from '../../src/core/license/names/identify.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { filesOfBases } from './files-of-bases.ts';
import { generated } from './generated.ts';
import { seriesIn } from './series-table.ts';
import { readTable, tableText, type Cells } from './table-file.ts';
import { toldBases } from './told-bases.ts';

useDataSource(shippedData);

const MODELS =
  'id license license_name license_link file base relation confidence as_of used_by source note'.split(' ');
const DATASETS =
  'id license license_name file generated_by source_datasets confidence as_of source note'.split(' ');
const RELATIONS = ['', 'copy', 'finetune', 'merge', 'quantized', 'adapter', 'component', 'outputs'];

const catalogue = shippedCatalogue();
const troubles: string[] = [];
const unknown = new Map<string, string[]>();
let kept = 0;

/** What is wrong with a license file that a row names; undefined for nothing. */
function troubleOf(file: string): string | undefined {
  const entry = catalogue.byId(file);
  if (entry === undefined) return `no license file "${file}"`;
  return entry.oneOf === undefined ? undefined : `file "${file}" is a family of texts`;
}

/** The license file that a row's license leads to; what a person wrote where it leads to none stays. */
function fileOf(row: Cells, at: string): string {
  const { license = '', license_name: name = '', license_link: link = '', id = '', file = '' } = row;
  const trouble = file === '' ? undefined : troubleOf(file);
  if (trouble !== undefined) troubles.push(`${at}: ${trouble}`);
  if (license === '') return file;
  const found = identify(license, { name: name || undefined, link: link || undefined, of: id }, catalogue);
  // A person may know better than the name, and says why.
  const byHand = file !== '' && (row['note'] ?? '').includes('file:');
  if (found.is === 'known' && !byHand) return found.license.id;
  kept += Number(byHand);
  if (file === '' && found.is !== 'expression') {
    const named = [license, name].filter((one) => one !== '').join('/');
    unknown.set(named, [...(unknown.get(named) ?? []), id]);
  }
  return file;
}

/** Rows of models with the bases that they can tell; what tells neither a license nor a base is left out. */
function withBases(rows: readonly Cells[]): Cells[] {
  const told = rows.map((row): Cells => ({ ...row, ...toldBases(row) }));
  return told.filter(({ license, relation }) => license !== '' || relation !== '');
}

function checkRow(row: Cells, at: string): void {
  const { id = '', confidence = '', as_of: asOf = '', source = '', relation = '', license = '', base } = row;
  if (!/^[\w.-]+(?:\/[\w.-]+)?$/.test(id)) troubles.push(`${at}: "${id}" is no id`);
  if (!['certain', 'likely', 'possible'].includes(confidence))
    troubles.push(`${at}: confidence is "${confidence}"`);
  if (asOf !== '' && !/^\d{4}(?:-\d{2}){0,2}$/.test(asOf)) troubles.push(`${at}: as_of is "${asOf}"`);
  if (source === '') troubles.push(`${at}: no source`);
  if (!RELATIONS.includes(relation)) troubles.push(`${at}: relation is "${relation}"`);
  if (license === '' && base !== undefined && !['copy', 'quantized'].includes(relation))
    troubles.push(`${at}: neither a license nor what it is a copy of`);
  if (confidence === 'certain' && /\bdiffers: |\blicense was /.test(row['note'] ?? ''))
    troubles.push(`${at}: sources differ, and it is certain`);
}

/** Reads, checks and writes a table; gives the date of its newest row. */
function build(file: string, columns: readonly string[]): string {
  const path = fileURLToPath(new URL(`../../data/${file}`, import.meta.url));
  const { keys, rows: read } = readTable(path);
  const rows = file === 'models.tsv' ? withBases(read) : read;
  const width = keys.length;
  if (keys.join(' ') !== columns.join(' ')) troubles.push(`${file}: not the columns that licet reads`);
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (line !== '' && line.split('\t').length !== width)
        troubles.push(`${file}:${index + 1}: ${line.split('\t').length} cells instead of ${width}`);
    });
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const at = `${file}:${index + 2}`;
    const key = rowOrder(file === 'models.tsv' ? canonicalId(row['id'] ?? '') : (row['id'] ?? ''));
    if (seen.has(key)) troubles.push(`${at}: ${row['id'] ?? ''} has a row already`);
    seen.add(key);
    checkRow(row, at);
    row['file'] = fileOf(row, at);
  }
  filesOfBases(rows, catalogue);
  const text = tableText({ keys, rows });
  for (const line of text.split('\n'))
    if (line.length >= LONGEST_LINE) troubles.push(`${file}: too long: ${line.slice(0, 60)}`);
  if (troubles.length === 0) generated(`data/${file}`, text, 'npm run data');
  const reached = rows.filter((row) => row['file'] !== '').length;
  console.log(`${file}: ${rows.length} rows, ${reached} lead to a license file`);
  return rows.reduce((newest, { as_of: asOf = '' }) => (asOf > newest ? asOf : newest), '');
}

const dates = { models: build('models.tsv', MODELS), datasets: build('datasets.tsv', DATASETS) };
for (const trouble of troubles) console.error(trouble);
if (troubles.length > 0) process.exitCode = 1;
else {
  generated('data/generated/dates.json', `${JSON.stringify(dates)}\n`, 'npm run data');
  const series = seriesIn(readTable(fileURLToPath(new URL('../../data/models.tsv', import.meta.url))).rows);
  generated('data/generated/series.json', `${JSON.stringify(series)}\n`, 'npm run data');
}
if (process.argv.includes('--unknown'))
  for (const [name, ids] of [...unknown].sort(([, a], [, b]) => b.length - a.length))
    console.log(`${ids.length}\t${name}\t${ids.slice(0, 3).join(' ')}`);
const lost = [...unknown.values()].flat().length;
console.log(
  `${lost} rows name a license without a file, ${kept} files by hand against a name, ` +
    `${troubles.length} troubles`,
);
