import { canonicalId } from '../data/model-aliases.ts';
import { KNOWN_TO, mirrorRule, modelsNamed, type PackingRule } from '../data/models-named.ts';
import { ownerOf, sameOwner } from '../data/owners.ts';
import { sortedTable, type SortedTable } from '../data/sorted-table.ts';
import { spellingsOf } from '../data/spellings.ts';
import type { Row } from '../data/table-rows.ts';
import type { Claim } from '../model/claim.ts';
import type { Confidence } from '../model/confidence.ts';

/** The model that a packed copy is of. */
export interface Original {
  readonly row: Row;
  /** What the copy is of it: the same weights, packed ones, or ones whose refusals were taken out. */
  readonly relation: 'copy' | 'quantized' | 'finetune';
  readonly confidence: Confidence;
}

/**
 * The original of a packed copy, by its name: what is left without the words of packing is looked up among
 * the models that are known. A guess by the beginning of a name is none: nothing is said unless a model of
 * exactly that name is known, and one alone. For certain only for owners of whom it was measured, and where
 * the name is spelled as the original's; never where a word tells that the weights were altered.
 */
export function originalOf(model: string, table: SortedTable): Original | undefined {
  const rule = mirrorRule();
  const owner = ownerOf(model);
  if (owner === undefined || rule.never.has(owner)) return undefined;
  const measured = rule.owners.has(owner);
  const names = strippedNames(model, rule);
  for (const { name, relation } of names) {
    const known = originalsNamed(name, model, table);
    if (known.length === 0) continue;
    const own = known.filter((row) => sameOwner(ownerOf(row['id'] ?? ''), owner));
    const [row, ...others] = own.length === 1 ? own : known;
    if (row === undefined || others.length > 0) return undefined;
    if (measured && relation !== 'finetune') {
      const sure = owner !== 'nvidia' || relation === 'quantized';
      return { row, relation, confidence: sure ? 'certain' : 'likely' };
    }
    const told = own.length === 1 || Number(row['used_by']) >= KNOWN_TO;
    return told ? { row, relation, confidence: 'likely' } : undefined;
  }
  return respelled(names, model, table);
}

/** The one known model whose name is another spelling of one of these: of the same owner, or well known. */
function respelled(names: readonly Stripped[], model: string, table: SortedTable): Original | undefined {
  for (const { name, relation } of names) {
    const rows = spellingsOf(name).flatMap((one) => modelsNamed(one, table, model));
    const known = [...new Map(rows.map((row) => [canonicalId(row['id'] ?? ''), row])).values()];
    const own = known.filter((row) => sameOwner(ownerOf(row['id'] ?? ''), ownerOf(model)));
    const [row, ...others] = own.length > 0 ? own : known;
    if (row === undefined) continue;
    const told = others.length === 0 && (own.length === 1 || Number(row['used_by']) >= KNOWN_TO);
    return told ? { row, relation, confidence: 'likely' } : undefined;
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
  if (original?.relation !== 'quantized' || sameOwner(ownerOf(model), ownerOf(self))) return [];
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

/** A name, and what a model called otherwise is of one of this name. */
type Stripped = Pick<Original, 'relation'> & { readonly name: string };

/** The name, and what is left as one word of packing or altering after the other is taken from its end. */
function strippedNames(model: string, { packing, altered }: PackingRule): Stripped[] {
  const names: Stripped[] = [{ name: model.slice(model.indexOf('/') + 1).toLowerCase(), relation: 'copy' }];
  for (let last = names[0]; last !== undefined;) {
    const unpacked = last.name.replace(packing, '');
    const name = unpacked === last.name ? last.name.replace(altered, '') : unpacked;
    if (name === last.name || name === '') break;
    const packed = unpacked !== last.name && last.relation !== 'finetune';
    names.push((last = { name, relation: packed ? 'quantized' : 'finetune' }));
  }
  return names.flatMap((one) => [one, ...withoutMaker(one, model)]);
}

/** Whoever alters models puts an own name before the original's: `huihui-ai/Huihui-Qwen3-8B-abliterated`. */
function withoutMaker({ name, relation }: Stripped, model: string): Stripped[] {
  const maker = `${(ownerOf(model) ?? '').replace(/[-_.].*$/, '')}-`;
  const own = relation === 'finetune' && name.startsWith(maker) && name.length > maker.length;
  return own ? [{ name: name.slice(maker.length), relation }] : [];
}

/** Models of a name that are no copies themselves: those that others of them name as their base, or none. */
function originalsNamed(name: string, model: string, table: SortedTable): readonly Row[] {
  // Some write the owner of the original into the name: `ibm-granite_granite-3.3-2b-instruct`.
  const [before = '', ...rest] = name.split('_');
  const written = rest.length === 0 ? undefined : table.row(`${before}/${rest.join('_')}`);
  if (written) return [written];
  return modelsNamed(name, table, model);
}
