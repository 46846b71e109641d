import type { Catalogue, Entry } from '../../data/catalogue.ts';
import { foldName, foldsWhole, looseName, MAX_NAME } from '../../text/normalize-name.ts';
import { foldUrl, looksLikeUrl } from '../../text/license-url.ts';
import { tablesOf } from '../../data/name-tables.ts';

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
  const folded = raw.trim().length > MAX_NAME ? '' : foldName(raw);
  if (folded === '') return { entries: [], sure: false };
  const strict = tables.strict.get(folded);
  if (strict) return { entries: strict, sure: true };
  const short = looseName(folded);
  const entries = tables.loose.get(short);
  return entries ? { entries, sure: true } : { entries: tables.bare.get(short) ?? [], sure: false };
}

/**
 * Whether every word and sign of a value is part of a name of this entry, or a word that says nothing of a
 * license.
 */
export function isWhollyNamed(raw: string, entry: Entry, catalogue: Catalogue): boolean {
  const value = raw.trim();
  const bears = (name: string) => {
    const { entries, sure } = entriesNamed(name, catalogue);
    return sure && entries.length === 1 && entries[0]?.id === entry.id;
  };
  const [, around, inside] = /^([^()]*)\(([^()]*)\)$/.exec(value) ?? [];
  if (around !== undefined && inside !== undefined)
    return isWhollyNamed(around, entry, catalogue) && isWhollyNamed(inside, entry, catalogue);
  if (looksLikeUrl(value))
    return !/[?#\s]/.test(value) && entriesAt(value, catalogue).some(({ id }) => id === entry.id);
  return bears(value) && (foldsWhole(value) || isWritten(value, entry));
}

/** Whether a value is a name of the entry letter by letter, but for case and blanks. */
function isWritten(value: string, entry: Entry): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ');
  return [entry.id, entry.spdx, entry.name, ...entry.hub, ...entry.names].some(
    (name) => plain(name) === plain(value),
  );
}

/** The entries that list an address as meaning their text. */
export function entriesAt(url: string, catalogue: Catalogue): readonly Entry[] {
  return tablesOf(catalogue).urls.get(foldUrl(url)) ?? [];
}
