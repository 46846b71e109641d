import type { Catalogue, Entry, NameTables } from './catalogue.ts';
import { foldName, looseName, tellsKind, versionless } from '../text/normalize-name.ts';
import { foldUrl } from '../text/license-url.ts';

type Table = Map<string, Entry[]>;

const made = new WeakMap<Catalogue, NameTables>();

/** The name tables of a catalogue: the ones it brings, or made here, once for each catalogue. */
export function tablesOf(catalogue: Catalogue): NameTables {
  const known = catalogue.tables ?? made.get(catalogue);
  if (known) return known;
  const tables = makeTables(catalogue);
  made.set(catalogue, tables);
  return tables;
}

/** A catalogue's names folded into tables, each with its keys: what the data's build writes down. */
export function makeTables({
  entries,
}: Catalogue): Readonly<Record<keyof NameTables, ReadonlyMap<string, readonly Entry[]>>> {
  const bare: Table = new Map();
  const strict = keyed(entries, foldName);
  const loose = keyed(
    entries,
    (name) => looseName(foldName(name)),
    (key, entry) => {
      const family = entry.oneOf ? undefined : versionless(key);
      // One letter (`X11`) is nobody's name.
      if (family !== undefined && family.length > 1 && !tellsKind(family)) put(bare, family, entry);
    },
  );
  return { ids: idsOf(entries), strict, loose, bare, urls: urlsOf(entries) };
}

function idsOf(entries: readonly Entry[]): Table {
  const map: Table = new Map();
  for (const entry of entries) for (const id of [entry.id, ...entry.hub]) put(map, id.toLowerCase(), entry);
  const own = new Set(map.keys());
  for (const entry of entries)
    if (!own.has(entry.spdx.toLowerCase())) put(map, entry.spdx.toLowerCase(), entry);
  map.delete('noassertion');
  return map;
}

/**
 * The names of all entries under a key, in order of their right to it: values of the Hub, SPDX ids, names,
 * titles. A text that says "based on CC BY-NC 4.0" does not take that name, and a title that siblings share
 * yields to every name. What tells a kind of license alone is nobody's name.
 */
function keyed(
  entries: readonly Entry[],
  keyOf: (name: string) => string,
  more?: (key: string, entry: Entry) => void,
): Table {
  const map: Table = new Map();
  const tiers: readonly ((entry: Entry) => readonly string[])[] = [
    ({ hub }) => hub,
    ({ spdx }) => (spdx === 'NOASSERTION' ? [] : [spdx]),
    ({ id, name, names }) => [id, name, ...names],
    ({ titles }) => titles,
  ];
  for (const namesOf of tiers) {
    const taken = new Set(map.keys());
    for (const entry of entries)
      for (const key of namesOf(entry).map(keyOf)) {
        if (key === '' || taken.has(key) || tellsKind(looseName(key))) continue;
        put(map, key, entry);
        more?.(key, entry);
      }
  }
  return map;
}

function urlsOf(entries: readonly Entry[]): Table {
  const map: Table = new Map();
  for (const entry of entries)
    for (const url of entry.url === undefined ? entry.urls : [...entry.urls, entry.url])
      put(map, foldUrl(url), entry);
  return map;
}

function put(map: Table, key: string, entry: Entry): void {
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}
