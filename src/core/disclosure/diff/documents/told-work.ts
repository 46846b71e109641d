import { isRecord } from '../../../model/is-record.ts';
import type { ComparedWork, Release } from '../release.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The records of a list; none where it is no list. */
export const listOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A work as a document tells it, in either form. */
export interface ToldWork {
  readonly name: string;
  /** Properties of licet's own, without `licet:`; documents of other writers have none. */
  readonly told: ReadonlyMap<string, readonly string[]>;
  /** What the form's own fields say of its kind, its relation and its licenses. */
  readonly kind: 'model' | 'dataset' | 'code';
  readonly relation: string;
  readonly licenses: readonly string[];
}

/** licet's own among names and values. */
export function toldIn(all: readonly { readonly name: string; readonly value: string }[]): ToldWork['told'] {
  const told = new Map<string, string[]>();
  for (const { name, value } of all)
    if (name.startsWith('licet:')) {
      const key = name.slice('licet:'.length);
      told.set(key, [...(told.get(key) ?? []), value]);
    }
  return told;
}

/** A release from what a document tells of it and of its works; what is only guessed was not used. */
export function releaseFrom(self: ToldWork, works: readonly ToldWork[]): Release {
  const used = works.filter((one) => first(one, 'guess') !== 'true');
  return {
    name: self.name,
    license: licenseIn(self),
    works: new Map(used.map((one): [string, ComparedWork] => [keyOf(one), compared(one)])),
    duties: new Map((self.told.get('duty') ?? []).map(dutyIn)),
  };
}

const first = ({ told }: ToldWork, name: string): string | undefined => told.get(name)?.[0];

function compared(one: ToldWork): ComparedWork {
  const relation = [first(one, 'relation') ?? one.relation, first(one, 'part') ?? ''].join(' ').trim();
  return { name: one.name, relation, license: licenseIn(one) };
}

/** The key that licet's own facts have; of other writers' documents what the form tells. */
function keyOf(one: ToldWork): string {
  const kind = first(one, 'kind') ?? one.kind;
  if (kind !== 'model' && kind !== 'component') return `${kind}:${one.name}`;
  return `${first(one, 'id') === 'none' ? 'name' : 'model'}:${one.name}`;
}

function licenseIn(one: ToldWork): string {
  const reason = first(one, 'license:reason');
  if (reason !== undefined) return `not known (${reason})`;
  if (first(one, 'license:state') === 'none-declared') return 'none declared';
  return (
    first(one, 'license:label') ??
    first(one, 'license:name') ??
    (one.licenses.filter((each) => each !== '').join(', ') || 'not known')
  );
}

/** `state | license kind section | place`. */
function dutyIn(told: string): [string, string] {
  const [state = '', key = ''] = told.split(' | ');
  return [key, state];
}
