import { dataText } from '../data/data-source.ts';
import { familyOf } from '../data/families.ts';
import { ownerOf } from '../data/owners.ts';

/** What the models of one maker have in common whose names begin alike. */
export interface Series {
  /** Id of the license file that all of them lead to. */
  readonly file: string;
  /** How many are known. */
  readonly models: number;
  /** When the newest of them was read; ISO 8601. */
  readonly asOf: string;
}

/** `data/generated/series.json`: by the name that `seriesName` gives. */
export type SeriesTable = Readonly<Record<string, Series>>;

/** Fewer models of a series tell nothing of one more. */
export const LEAST_OF_SERIES = 3;

/**
 * The series that a model belongs to by its name: the owner, the first word, and the version that stands by
 * itself behind it (`ibm-granite/granite-4.1` of `ibm-granite/granite-4.1-8b-base`). undefined for a bare
 * name.
 */
export function seriesName(model: string): string | undefined {
  const owner = ownerOf(model);
  const [first = '', second = ''] = model
    .slice(model.indexOf('/') + 1)
    .toLowerCase()
    .split(/[-_]+/)
    .filter((word) => word !== '');
  if (owner === undefined || first === '') return undefined;
  return `${owner}/${first}${/^v?\d+(?:\.\d+)*$/.test(second) ? `-${second}` : ''}`;
}

let shipped: SeriesTable | undefined;

/**
 * The series of a model that nothing is known of, if every model of it that is known leads to one license
 * file. A family in its name that has a license of its own speaks against it: what one maker builds on
 * others' models is under several licenses.
 */
export function seriesOf(model: string): Series | undefined {
  const name = seriesName(model);
  if (name === undefined) return undefined;
  shipped ??= JSON.parse(dataText('data/generated/series.json')) as SeriesTable;
  const series = Object.hasOwn(shipped, name) ? shipped[name] : undefined;
  if (series === undefined) return undefined;
  const family = familyOf(model)?.license;
  return family && family !== series.file ? undefined : series;
}
