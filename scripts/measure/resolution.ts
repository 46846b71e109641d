/**
 * How many of the upstreams that repositories name are known, offline, and through what.
 *
 *   npx tsx scripts/measure/resolution.ts FILE.tsv[.gz] [--lines] [--held-out SEED --given-by SOURCE]
 *
 * FILE is a table with a header: `id` (or `hf_repo_id`) and `base_model`, ids with a comma or `|` between.
 * A reference is one id that a repository names; a repository counts for the weakest way that one of its
 * references needs. Known means a license that licet holds: `facts` from a row of the snapshot, `mirror` from
 * the original of a packed copy, `series` by the other models of its maker's series, `family` by a family's
 * name alone. `named` is a row whose license licet does not hold.
 * `--lines` prints a line for each reference: repository, upstream, way, confidence, license.
 * `--held-out` measures on the half of the list that the seed draws, and hides the snapshot's rows about
 * these very repositories that SOURCE gave (the beginning of the column `source`): so rows that came from the
 * list do not answer for it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { useDataSource, type DataSource } from '../../src/core/data/data-source.ts';
import { familyOf } from '../../src/core/data/families.ts';
import { rowsOf, type Row } from '../../src/core/data/table-rows.ts';
import { identityLabel } from '../../src/core/license/names/identify.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';
import { remembered } from '../../src/core/resolve/upstreams.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { seriesIn } from '../data/series-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: 'boolean', default: false },
    'held-out': { type: 'string' },
    'given-by': { type: 'string', default: '' },
  },
});

const WAYS = ['facts', 'mirror', 'series', 'family', 'named', 'unknown'] as const;
type Way = (typeof WAYS)[number];

const [file] = positionals;
if (file === undefined) {
  console.error('resolution: name a table with the columns id and base_model');
  process.exit(2);
}
const bytes = readFileSync(file);
const idOf = (row: Row) => row['id'] ?? row['hf_repo_id'] ?? '';
const all = rowsOf((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
const seed = values['held-out'];
/** One half of the ids, the same for the same seed. */
const drawn = (id: string) =>
  (createHash('sha256')
    .update(`${seed ?? ''} ${id.toLowerCase()}`)
    .digest()[0] ?? 0) %
    2 ===
  0;
const rows = seed === undefined ? all : all.filter((row) => drawn(idOf(row)));
useDataSource(
  seed === undefined ? shippedData : without(new Set(rows.map((row) => idOf(row).toLowerCase()))),
);
const upstreams = remembered(snapshot(shippedCatalogue()));

/** The shipped data without the rows about some repositories that the named source gave. */
function without(ids: ReadonlySet<string>): DataSource {
  const [header = '', ...lines] = shippedData.text('data/models.tsv').split('\n');
  const source = header.split('\t').indexOf('source');
  const kept = lines.filter((line) => {
    const cells = line.split('\t');
    return !ids.has((cells[0] ?? '').toLowerCase()) || !cells[source]?.startsWith(values['given-by']);
  });
  console.log(`${rows.length} of ${all.length} repositories, ${lines.length - kept.length} rows hidden`);
  const models = Buffer.from([header, ...kept].join('\n'));
  const series = JSON.stringify(seriesIn(rowsOf(models.toString('utf8'))));
  return {
    ...shippedData,
    text: (name) => (name === 'data/generated/series.json' ? series : shippedData.text(name)),
    part: (name, from, to) =>
      name === 'data/models.tsv'
        ? models.toString('utf8', from, Math.min(to, models.length))
        : shippedData.part(name, from, to),
  };
}

interface Answer {
  readonly way: Way;
  readonly confidence: string;
  readonly license: string;
}

async function answerOf(model: string): Promise<Answer> {
  const found = await upstreams.find(model);
  const family = familyOf(model);
  if (found.is === 'found' && found.license.is !== 'unknown')
    return {
      way: found.from === 'mirror' || found.from === 'series' ? found.from : 'facts',
      confidence: found.license.is === 'unclear' ? 'likely' : found.confidence,
      license: identityLabel(found.license),
    };
  if (family?.license) return { way: 'family', confidence: 'likely', license: family.license };
  const way = found.is === 'found' ? 'named' : 'unknown';
  return { way, confidence: '', license: found.is === 'found' ? found.raw : '' };
}

const none = (): Record<Way, number> => ({ facts: 0, mirror: 0, series: 0, family: 0, named: 0, unknown: 0 });
const [references, repositories] = [none(), none()];
let certain = 0;
for (const row of rows) {
  const id = idOf(row);
  const bases = (row['base_model'] ?? '').split(/[,|]/).map((one) => one.trim());
  const ways: Way[] = [];
  for (const base of bases.filter((one) => one !== '')) {
    const { way, confidence, license } = await answerOf(base);
    references[way] += 1;
    certain += Number(confidence === 'certain');
    ways.push(way);
    if (values.lines) console.log([id, base, way, confidence, license].join('\t'));
  }
  const weakest = WAYS.filter((way) => ways.includes(way)).pop();
  if (weakest !== undefined) repositories[weakest] += 1;
}

function told(what: string, counts: Readonly<Record<Way, number>>): string {
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const share = (ways: readonly Way[]) =>
    `${((100 * ways.reduce((sum, way) => sum + counts[way], 0)) / Math.max(all, 1)).toFixed(1)} %`;
  const each = WAYS.map((way) => `${way} ${share([way])}`).join(', ');
  return `${all} ${what}: ${share(['facts', 'mirror', 'series'])} without a family's name (${each})`;
}
console.log(told('references', references));
console.log(told('repositories', repositories));
console.log(`${certain} references for certain`);
