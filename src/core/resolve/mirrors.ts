import { canonicalId } from '../data/model-aliases.ts';
import { KNOWN_TO, mirrorRule, modelsNamed } from '../data/models-named.ts';
import { ownerOf, sameOwner } from '../data/owners.ts';
import { sortedTable, type SortedTable } from '../data/sorted-table.ts';
import { spellingsOf } from '../data/spellings.ts';
import type { Row } from '../data/table-rows.ts';
import type { Claim } from '../model/claim.ts';
import type { Confidence } from '../model/confidence.ts';

/** The model that a packed copy is of. */
export interface Original {
  readonly row: Row;
  readonly packed: boolean;
  readonly confidence: Confidence;
}

/**
 * The original of a packed copy, by its name: what is left without the words of packing is looked up among
 * the models that are known. A guess by the beginning of a name is none: nothing is said unless a model of
 * exactly that name is known, and one alone. For certain only for owners of whom it was measured, and where
 * the name is spelled as the original's.
 */
export function originalOf(model: string, table: SortedTable): Original | undefined {
  const { owners, never, packing } = mirrorRule();
  const owner = ownerOf(model);
  if (owner === undefined || never.has(owner)) return undefined;
  const measured = owners.has(owner);
  const names = strippedNames(model, packing);
  for (const [nth, name] of names.entries()) {
    const known = originalsNamed(name, model, table);
    if (known.length === 0) continue;
    const packed = nth > 0;
    const own = known.filter((row) => sameOwner(ownerOf(row['id'] ?? ''), owner));
    const [row, ...others] = own.length === 1 ? own : known;
    if (row === undefined || others.length > 0) return undefined;
    if (measured) return { row, packed, confidence: owner === 'nvidia' && !packed ? 'likely' : 'certain' };
    const told = own.length === 1 || Number(row['used_by']) >= KNOWN_TO;
    return told ? { row, packed, confidence: 'likely' } : undefined;
  }
  return respelled(names, model, table);
}

/** The one known model whose name is another spelling of one of these: of the same owner, or well known. */
function respelled(names: readonly string[], model: string, table: SortedTable): Original | undefined {
  for (const [nth, name] of names.entries()) {
    const rows = spellingsOf(name).flatMap((one) => modelsNamed(one, table, model));
    const known = [...new Map(rows.map((row) => [canonicalId(row['id'] ?? ''), row])).values()];
    const own = known.filter((row) => sameOwner(ownerOf(row['id'] ?? ''), ownerOf(model)));
    const [row, ...others] = own.length > 0 ? own : known;
    if (row === undefined) continue;
    const told = others.length === 0 && (own.length === 1 || Number(row['used_by']) >= KNOWN_TO);
    return told ? { row, packed: nth > 0, confidence: 'likely' } : undefined;
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
  // Some write the owner of the original into the name: `ibm-granite_granite-3.3-2b-instruct`.
  const [before = '', ...rest] = name.split('_');
  const written = rest.length === 0 ? undefined : table.row(`${before}/${rest.join('_')}`);
  if (written) return [written];
  return modelsNamed(name, table, model);
}
