import type { Catalogue } from '../data/catalogue.ts';
import { isModelId } from '../extract/prose/model-id.ts';
import type { Resolution } from '../model/lineage.ts';
import { cardFields } from '../resolve/card-fields.ts';
import { basesIn, declaredIn, licenseOf } from '../resolve/model-record.ts';
import { relationOf } from '../resolve/snapshot.ts';
import type { BatchRecord } from './record.ts';

/** The columns of a table of models, parted by tabs: what `licet index` writes and `--index` reads. */
export const COLUMNS = [
  'id',
  'license',
  'license_name',
  'license_link',
  'bases',
  'relation',
  'sha',
  'as_of',
] as const;
export const HEADER = COLUMNS.join('\t');

/** What the rows are sorted by. */
export const keyOf = (row: string): string => row.slice(0, row.indexOf('\t')).toLowerCase();

export type RowMade =
  | { readonly is: 'row'; readonly row: string; readonly asOf: string }
  /** No model's id, or a card that cannot be read: of such a one nothing is known. */
  | { readonly is: 'nothing' }
  | { readonly is: 'undated' };

/** The row of a record. `asOf`: ISO date of the table, where the record does not tell its own. */
export function rowOf(record: BatchRecord, asOf: string | undefined): RowMade {
  const { id, sha = '', kind = 'model', modified } = record;
  if (id === undefined || !isModelId(id) || kind !== 'model') return { is: 'nothing' };
  const date = asOf ?? modified;
  if (date === undefined) return { is: 'undated' };
  const fields = fieldsOf(record);
  if (fields === undefined) return { is: 'nothing' };
  const cells = [id, ...cellsOf(fields, record), /^[0-9a-f]{40}$/.test(sha) ? sha : '', date];
  return { is: 'row', row: cells.map(cell).join('\t'), asOf: modified ?? date };
}

/** License, its name and link, bases and relation. */
function cellsOf(fields: Fields, { baseModels }: BatchRecord): readonly string[] {
  const { license = '', name = '', link = '' } = declaredIn(fields) ?? {};
  const bases = basesIn(fields);
  const named = bases.length > 0 ? bases.map(({ model }) => model) : (baseModels?.models ?? []);
  return [
    typeof license === 'string' ? license : license.join(' AND '),
    name,
    link,
    named.filter(isModelId).join(' '),
    bases.find(({ relation }) => relation !== 'unsaid')?.relation ?? '',
  ];
}

/** A cell holds no tab and no end of a line. */
const cell = (text: string) => text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim();

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf({ cardData, files }: BatchRecord): Fields | undefined {
  if (cardData !== undefined) return cardData;
  const card = files.get('README.md');
  return typeof card === 'string' ? cardFields(card) : undefined;
}

/** What a row tells of a model. */
export function resolutionIn(row: string, catalogue: Catalogue): Resolution {
  const [id = '', license = '', name = '', link = '', bases = '', relation = '', sha = '', asOf = ''] =
    row.split('\t');
  const declared =
    license === ''
      ? undefined
      : { license, ...(name === '' ? {} : { name }), ...(link === '' ? {} : { link }) };
  return {
    is: 'found',
    ...licenseOf(declared, id, catalogue),
    bases: bases
      .split(' ')
      .filter(isModelId)
      .map((model) => ({ model, relation: relationOf(relation) })),
    from: 'table',
    asOf,
    ...(sha === '' ? {} : { revision: sha }),
    ...(declared === undefined ? {} : { declared }),
  };
}
