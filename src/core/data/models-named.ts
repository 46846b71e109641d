import { dataText } from './data-source.ts';
import { aliasesNamed, canonicalId, sameModel } from './model-aliases.ts';
import { ownerOf } from './owners.ts';
import type { SortedTable } from './sorted-table.ts';
import type { Row } from './table-rows.ts';

/** `data/generated/mirrors.json`. */
export interface MirrorRule {
  /** Owners, in lower case, of whom it was measured that their copies are what their names say. */
  readonly owners: readonly string[];
  /** Owners whose copies are not looked up by name. */
  readonly never: readonly string[];
  /** What tells a packing at the end of a name in lower case: one regular expression. */
  readonly packing: string;
  /** The same of what tells that refusals were taken out of a model's weights. */
  readonly altered: string;
}

/** Owners that must build on a model before a stranger's model of that name is taken for its copy. */
export const KNOWN_TO = 2;
/** Beside more than these a name says nothing. */
const MOST_ORIGINALS = 40;

/** How a packed copy is told, ready to use; what each says stands at `MirrorRule`. */
export interface PackingRule {
  readonly owners: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  readonly packing: RegExp;
  readonly altered: RegExp;
}

let rule: PackingRule | undefined;

/** Who packs models of others, and by what words of a name that is told. */
export function mirrorRule(): PackingRule {
  if (rule) return rule;
  const { owners, never, packing, altered } = JSON.parse(
    dataText('data/generated/mirrors.json'),
  ) as MirrorRule;
  return (rule = {
    owners: new Set(owners),
    never: new Set(never),
    packing: new RegExp(packing),
    altered: new RegExp(altered),
  });
}

/**
 * Models of a name, in lower case, that are no copies themselves: those that others of them name as their
 * base, or none. `but` is no such model, whatever it is called.
 */
export function modelsNamed(name: string, table: SortedTable, but?: string): readonly Row[] {
  const { owners, never } = mirrorRule();
  const rows = [
    ...table.named(name),
    ...aliasesNamed(name).flatMap((id) => {
      const row = table.row(id);
      return row === undefined ? [] : [row];
    }),
  ].filter(({ id = '' }) => but === undefined || !sameModel(id, but));
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
