import type { Catalogue, Entry } from './catalogue.ts';
import { foldName, looseName } from './fold.ts';
import { foldUrl } from './license-url.ts';
import { tablesOf } from './name-tables.ts';

/** What a name led to: `sure` where the whole name is one that the entries bear, not only their family's. */
export interface Named {
  readonly entries: readonly Entry[];
  readonly sure: boolean;
}

/** The entries that bear a name, several where several do; empty where none does. */
export function entriesNamed(raw: string, catalogue: Catalogue): Named {
  const hub = catalogue.byHub(raw) ?? catalogue.byId(raw);
  if (hub) return { entries: [hub], sure: true };
  const tables = tablesOf(catalogue);
  const exact = tables.ids.get(raw.trim().toLowerCase());
  if (exact) return { entries: exact, sure: true };
  const folded = foldName(raw);
  if (folded === '') return { entries: [], sure: false };
  const strict = tables.strict.get(folded);
  if (strict) return { entries: strict, sure: true };
  const short = looseName(folded);
  const entries = tables.loose.get(short);
  return entries ? { entries, sure: true } : { entries: tables.bare.get(short) ?? [], sure: false };
}

/** The entries that list an address as meaning their text. */
export function entriesAt(url: string, catalogue: Catalogue): readonly Entry[] {
  return tablesOf(catalogue).urls.get(foldUrl(url)) ?? [];
}
