import { dataText } from '../data/data-source.ts';
import { aliasesNamed, canonicalId, sameModel } from '../data/model-aliases.ts';
import { ownerOf, sameOwner } from '../data/owners.ts';
import { sortedTable, type SortedTable } from '../data/sorted-table.ts';
import type { Row } from '../data/table-rows.ts';
import type { Claim } from '../model/claim.ts';
import type { Confidence } from '../model/confidence.ts';

/** `data/generated/mirrors.json`. */
export interface MirrorRule {
  /** Owners, in lower case, of whom it was measured that their copies are what their names say. */
  readonly owners: readonly string[];
  /** Owners whose copies are not looked up by name. */
  readonly never: readonly string[];
  /** What tells a packing at the end of a name in lower case: one regular expression. */
  readonly packing: string;
}

/** The model that a packed copy is of. */
export interface Original {
  readonly row: Row;
  readonly packed: boolean;
  readonly confidence: Confidence;
}

/** Owners that must build on a model before a stranger's model of that name is taken for its copy. */
const KNOWN_TO = 2;
/** Beside more than these a name says nothing. */
const MOST_ORIGINALS = 40;

let rule: { readonly owners: Set<string>; readonly never: Set<string>; readonly packing: RegExp } | undefined;

function shippedRule() {
  if (rule) return rule;
  const { owners, never, packing } = JSON.parse(dataText('data/generated/mirrors.json')) as MirrorRule;
  return (rule = { owners: new Set(owners), never: new Set(never), packing: new RegExp(packing) });
}

/**
 * The original of a packed copy, by its name: what is left without the words of packing is looked up among
 * the models that are known. A guess by the beginning of a name is none: nothing is said unless a model of
 * exactly that name is known, and one alone. For certain only for owners of whom it was measured.
 */
export function originalOf(model: string, table: SortedTable): Original | undefined {
  const { owners, never, packing } = shippedRule();
  const owner = ownerOf(model);
  if (owner === undefined || never.has(owner)) return undefined;
  const measured = owners.has(owner);
  for (const [nth, name] of strippedNames(model, packing).entries()) {
    const known = originalsNamed(name, model, table);
    if (known.length === 0) continue;
    const packed = nth > 0;
    const own = packed ? known.filter((row) => ownerOf(row['id'] ?? '') === owner) : [];
    const [row, ...others] = own.length === 1 ? own : known;
    if (row === undefined || others.length > 0) return undefined;
    if (measured) return { row, packed, confidence: owner === 'nvidia' && !packed ? 'likely' : 'certain' };
    const told = own.length === 1 || Number(row['used_by']) >= KNOWN_TO;
    return told ? { row, packed, confidence: 'likely' } : undefined;
  }
  return undefined;
}

/**
 * What a repository says of its origin by its own name alone: that it is a packed copy of another maker's
 * model. Heard only where nothing in it names an upstream, and never for certain: a name is no declaration.
 * `self` is its id, where that is known.
 */
export function copyByName(
  self: string | undefined,
  claims: readonly Claim[],
  card: string | undefined,
): readonly Claim[] {
  const names = claims.some(({ kind }) => kind === 'upstream' || kind === 'invalid-upstream');
  if (self === undefined || card === undefined || names) return [];
  const original = originalOf(self, sortedTable('data/models.tsv'));
  const model = canonicalId(original?.row['id'] ?? '');
  if (original === undefined || !original.packed || sameOwner(ownerOf(model), ownerOf(self))) return [];
  const own = claims.find((claim) => claim.kind === 'license' && claim.whose === 'own');
  return [
    {
      kind: 'upstream',
      place: own?.place ?? { file: card, start: 0, end: 0 },
      confidence: 'likely',
      via: 'own-name',
      model,
      raw: self,
      hub: true,
      relation: 'quantized',
    },
  ];
}

/** The name, and what is left of it as one word of packing after the other is taken from its end. */
function strippedNames(model: string, packing: RegExp): string[] {
  const names = [model.slice(model.indexOf('/') + 1).toLowerCase()];
  for (;;) {
    const [last = ''] = names.slice(-1);
    const shorter = last.replace(packing, '');
    if (shorter === last || shorter === '') return names;
    names.push(shorter);
  }
}

/** Models of a name that are no copies themselves: those that others of them name as their base, or none. */
function originalsNamed(name: string, model: string, table: SortedTable): readonly Row[] {
  const { owners, never } = shippedRule();
  // Some write the owner of the original into the name: `ibm-granite_granite-3.3-2b-instruct`.
  const [before = '', ...rest] = name.split('_');
  const written = rest.length === 0 ? undefined : table.row(`${before}/${rest.join('_')}`);
  if (written) return [written];
  const rows = [
    ...table.named(name),
    ...aliasesNamed(name).flatMap((id) => {
      const row = table.row(id);
      return row === undefined ? [] : [row];
    }),
  ].filter(({ id = '' }) => !sameModel(id, model));
  if (rows.length > MOST_ORIGINALS) return [];
  const ids = new Set(rows.map(({ id = '' }) => canonicalId(id).toLowerCase()));
  const originals = new Map<string, Row>();
  for (const row of rows) {
    const owner = ownerOf(row['id'] ?? '') ?? '';
    const bases = (row['base'] ?? '').split('|').map((id) => canonicalId(id).toLowerCase());
    const copy = row['relation'] === 'copy' || row['relation'] === 'quantized';
    if ((owners.has(owner) && owner !== 'nvidia') || never.has(owner) || copy) continue;
    if (bases.some((base) => ids.has(base))) continue;
    originals.set(canonicalId(row['id'] ?? '').toLowerCase(), row);
  }
  // Beside a model that others build on, one of that name on which nobody does is a copy of it.
  const known = [...originals.values()].filter((row) => Number(row['used_by']) >= KNOWN_TO);
  return known.length === 1 ? known : [...originals.values()];
}
