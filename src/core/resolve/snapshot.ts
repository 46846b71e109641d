import type { Catalogue } from '../data/catalogue.ts';
import { identify } from '../license/names/identify.ts';
import { weakest, type Confidence } from '../model/confidence.ts';
import type { Resolution } from '../model/lineage.ts';
import type { Relation } from '../model/relation.ts';
import { canonicalId, idsOf } from '../data/model-aliases.ts';
import { sortedTable } from '../data/sorted-table.ts';
import type { Row } from '../data/table-rows.ts';
import { originalOf } from './mirrors.ts';
import { seriesOf } from './series.ts';
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

/** What a row's license is where the card names none. */
const UNDECLARED = /^(?:none|\(none declared\))?$/;

type Found = Extract<Resolution, { is: 'found' }>;

const basesIn = (row: Row) => (row['base'] ?? '').split(/[|,]/).filter((base) => base !== '');

/** The license that a row of models or data sets tells; of several, joined with `|`, all count. */
export function licenseIn(row: Row, catalogue: Catalogue): Found['license'] {
  // The build of the data looked the license up already, or a person did where the name tells no text.
  const license = row['file'] ? catalogue.byId(row['file']) : undefined;
  if (license) return { is: 'known', license };
  const [name, link] = [row['license_name'] || undefined, row['license_link'] || undefined];
  const all = (row['license'] ?? '')
    .split('|')
    .map((one) => identify(one, { name, link, of: row['id'] }, catalogue));
  const [first = { is: 'unknown', raw: '' }] = all;
  return all.length > 1 ? { is: 'expression', op: 'and', of: all } : first;
}

/** What a row's note tells of a license that the model once had (`license was X as of DATE`). */
function earlierIn(note = ''): Pick<Found, 'earlier'> {
  const [, license = '', asOf = ''] = /\blicense was (\S+) as of (\d{4}(?:-\d\d){0,2})\b/.exec(note) ?? [];
  return license === '' ? {} : { earlier: { license, asOf } };
}

function resolutionOf(row: Row, catalogue: Catalogue): Found {
  const raw = row['license_name'] || (row['license'] ?? '').replaceAll('|', ', ');
  const note = row['note'];
  return {
    is: 'found',
    license: licenseIn(row, catalogue),
    raw: raw === '(none declared)' ? 'none' : raw,
    bases: basesIn(row).map((model) => ({
      model: model.trim(),
      relation: relationOf(row['relation'] ?? ''),
    })),
    from: 'snapshot',
    asOf: row['as_of'] ?? '',
    confidence: (row['confidence'] || 'possible') as Confidence,
    ...(note ? { note } : {}),
    ...earlierIn(note),
  };
}

/** A packed copy: the terms are those of its original, which is its base. */
function mirrorOf(row: Row, relation: Relation, sure: Confidence, catalogue: Catalogue): Found {
  const original = resolutionOf(row, catalogue);
  return {
    ...original,
    bases: [{ model: canonicalId(row['id'] ?? ''), relation }],
    from: 'mirror',
    confidence: weakest(original.confidence, sure),
  };
}

/** What the other models of its maker's series tell of a model without a row. */
function serialOf(model: string, catalogue: Catalogue): Found | undefined {
  const series = seriesOf(model);
  const license = series && catalogue.byId(series.file);
  return series && license
    ? {
        is: 'found',
        license: { is: 'known', license },
        raw: license.id,
        bases: [],
        from: 'series',
        asOf: series.asOf,
        confidence: 'likely',
      }
    : undefined;
}

/** The models that licet ships knowledge of, each row with its source and date. */
export function snapshot(catalogue: Catalogue): Upstreams {
  const table = sortedTable('data/models.tsv');
  const rowOf = (model: string): Row | undefined => {
    for (const id of idsOf(model)) {
      const row = table.row(id);
      if (row) return row;
    }
    return undefined;
  };

  /** A row that says of what a model is a copy and of no license, or none at all. */
  const mirrored = (model: string, row: Row | undefined): Found | undefined => {
    const [base, ...others] = row === undefined ? [] : basesIn(row);
    const relation = relationOf(row?.['relation'] ?? '');
    if (base !== undefined && others.length === 0 && (relation === 'copy' || relation === 'quantized')) {
      const original = rowOf(base);
      if (!original?.['license']) return undefined;
      const sure = (row?.['confidence'] || 'possible') as Confidence;
      return mirrorOf(original, relation, sure, catalogue);
    }
    const found = row === undefined ? originalOf(model, table) : undefined;
    if (!found?.row['license']) return undefined;
    return mirrorOf(found.row, found.relation, found.confidence, catalogue);
  };

  return {
    find(model) {
      const row = rowOf(model);
      if (row === undefined || UNDECLARED.test(row['license'] ?? '')) {
        const found = mirrored(model, row) ?? (row === undefined ? serialOf(model, catalogue) : undefined);
        if (found || !row?.['license']) return Promise.resolve(found ?? { is: 'failed', why: 'offline' });
      }
      // The row is the Hub's spelling; links on the Hub go by it.
      const spelled = canonicalId(row['id'] ?? '');
      return Promise.resolve({
        ...resolutionOf(row, catalogue),
        ...(spelled === model || canonicalId(model) !== model ? {} : { canonical: spelled }),
      });
    },
  };
}
