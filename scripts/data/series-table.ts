import { ownerOf } from '../../src/core/data/owners.ts';
import type { MirrorRule } from '../../src/core/data/models-named.ts';
import { LEAST_OF_SERIES, seriesName, type SeriesTable } from '../../src/core/resolve/series.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import type { Cells } from './table-file.ts';

/**
 * Series of which enough models are known, all of them with one license file. Those who pack others' models
 * have none, for their names are those of the originals.
 */
export function seriesIn(rows: readonly Cells[]): SeriesTable {
  const { owners } = JSON.parse(shippedData.text('data/generated/mirrors.json')) as MirrorRule;
  // This one packs models, and makes its own as well.
  const packers = new Set(owners.filter((owner) => owner !== 'nvidia'));
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    const name = row['license'] === '' ? undefined : seriesName(row['id'] ?? '');
    if (name === undefined || packers.has(ownerOf(row['id'] ?? '') ?? '')) continue;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const series = [...groups].flatMap(([name, known]) => {
    const files = new Set(known.map(({ file = '' }) => file));
    const [file = ''] = files;
    if (known.length < LEAST_OF_SERIES || files.size > 1 || file === '') return [];
    const asOf = known.reduce((newest, { as_of: date = '' }) => (date > newest ? date : newest), '');
    return [[name, { file, models: known.length, asOf }] as const];
  });
  return Object.fromEntries(series.sort(([a], [b]) => (a < b ? -1 : 1)));
}
