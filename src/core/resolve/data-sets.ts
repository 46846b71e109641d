import type { Catalogue } from '../data/catalogue.ts';
import type { Confidence } from '../model/confidence.ts';
import type { Resolution } from '../model/lineage.ts';
import { licenseIn } from './snapshot.ts';
import { sortedTable, type SortedTable } from '../data/sorted-table.ts';

let table: SortedTable | undefined;

/** What the snapshot knows of data sets, by lower-case id; ids it does not know are left out. */
export function knownDataSets(ids: readonly string[], catalogue: Catalogue): ReadonlyMap<string, Resolution> {
  if (ids.length === 0) return new Map();
  table ??= sortedTable('data/datasets.tsv');
  const found = new Map<string, Resolution>();
  for (const id of ids) {
    const row = table.row(id);
    if (!row?.['license']) continue;
    found.set(id.toLowerCase(), {
      is: 'found',
      license: licenseIn(row, catalogue),
      raw: row['license'].replaceAll('|', ', '),
      bases: [],
      from: 'snapshot',
      asOf: row['as_of'] ?? '',
      confidence: (row['confidence'] || 'possible') as Confidence,
    });
  }
  return found;
}
