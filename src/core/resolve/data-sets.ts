import type { Catalogue } from '../data/catalogue.ts';
import { providerOf } from '../data/providers.ts';
import type { Claim, ClaimOf } from '../model/claim.ts';
import { weakest, type Confidence } from '../model/confidence.ts';
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

/**
 * The closed models that made the data sets which a repository names, by what the snapshot knows of these;
 * each at the place that names the data set. A maker that is told by the data set's name alone is a guess.
 */
export function madeWithClosed(claims: readonly Claim[]): ClaimOf<'provider'>[] {
  return claims.flatMap((claim): ClaimOf<'provider'>[] => {
    if (claim.kind !== 'dataset') return [];
    table ??= sortedTable('data/datasets.tsv');
    const row = table.row(claim.dataset);
    const known = (row?.['confidence'] || 'possible') as Confidence;
    return (row?.['generated_by'] ?? '').split(',').flatMap((named): ClaimOf<'provider'>[] => {
      const model = named.replace(/\(.*\)/, '').trim();
      const provider = providerOf(model);
      if (provider === undefined) return [];
      const confidence = weakest(claim.confidence, named.includes('(by name') ? 'possible' : known);
      return [{ ...claim, kind: 'provider', model, provider, dataset: claim.dataset, confidence }];
    });
  });
}
