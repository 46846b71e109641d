import type { Catalogue } from '../data/catalogue.ts';
import { dataText } from '../data/data-source.ts';
import { identify } from '../license/names/identify.ts';
import type { Confidence } from '../model/confidence.ts';
import type { Resolution } from '../model/lineage.ts';
import type { Relation } from '../model/relation.ts';
import { canonicalId, idsOf } from '../data/model-aliases.ts';
import { rowFinder, type Row } from '../data/table-rows.ts';
import type { Upstreams } from './upstreams.ts';

const RELATIONS: ReadonlySet<string> = new Set([
  'copy',
  'finetune',
  'merge',
  'quantized',
  'adapter',
  'component',
  'outputs',
]);

/** A relation as records and cards write it; anything else is not said. */
export function relationOf(text: string): Relation | 'unsaid' {
  return RELATIONS.has(text) ? (text as Relation) : 'unsaid';
}

function resolutionOf(row: Row, catalogue: Catalogue): Resolution {
  const raw = row['license_name'] || row['license'] || '';
  const bases = (row['base'] ?? '').split(/[|,]/).filter((base) => base !== '');
  const note = row['note'];
  return {
    is: 'found',
    license: identify(
      row['license'] ?? '',
      { name: row['license_name'] || undefined, link: row['license_link'] || undefined, of: row['id'] },
      catalogue,
    ),
    raw: raw === '(none declared)' ? 'none' : raw,
    bases: bases.map((model) => ({ model: model.trim(), relation: relationOf(row['relation'] ?? '') })),
    from: 'snapshot',
    asOf: row['as_of'] ?? '',
    confidence: (row['confidence'] || 'possible') as Confidence,
    ...(note ? { note } : {}),
  };
}

/** The models that licet ships knowledge of, each row with its source and date. */
export function snapshot(catalogue: Catalogue): Upstreams {
  let rows: ReturnType<typeof rowFinder> | undefined;
  return {
    find(model) {
      rows ??= rowFinder(dataText('data/models.tsv'));
      const row = rows(idsOf(model));
      if (!row) return Promise.resolve({ is: 'failed', why: 'offline' });
      // The row is the Hub's spelling; links on the Hub go by it.
      const spelled = canonicalId(row['id'] ?? '');
      return Promise.resolve({
        ...resolutionOf(row, catalogue),
        ...(spelled === model || canonicalId(model) !== model ? {} : { canonical: spelled }),
      });
    },
  };
}
