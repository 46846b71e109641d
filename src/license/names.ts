import type { Catalogue, Entry } from './catalogue.ts';
import { foldName, looseName, versionless } from './fold.ts';

type Lookup = ReadonlyMap<string, readonly Entry[]>;

/** What a name led to: `sure` where the whole name is one that the entries bear, not only their family's. */
export interface Named {
  readonly entries: readonly Entry[];
  readonly sure: boolean;
}

/** The entries that bear a name, several where several do; empty where none does. */
export function entriesNamed(raw: string, catalogue: Catalogue): Named {
  const hub = catalogue.byHub(raw) ?? catalogue.byId(raw);
  if (hub) return { entries: [hub], sure: true };
  const exact = idsOf(catalogue).get(raw.trim().toLowerCase());
  if (exact) return { entries: exact, sure: true };
  const folded = foldName(raw);
  if (folded === '') return { entries: [], sure: false };
  const strict = strictOf(catalogue).get(folded);
  if (strict) return { entries: strict, sure: true };
  const short = looseName(folded);
  const { loose, bare } = looseOf(catalogue);
  const entries = loose.get(short);
  return entries ? { entries, sure: true } : { entries: bare.get(short) ?? [], sure: false };
}

const ids = new WeakMap<Catalogue, Lookup>();

/** Ids in lower case: our own and the Hub's first, then SPDX ids that are none of these. No name is folded for it. */
function idsOf(catalogue: Catalogue): Lookup {
  const known = ids.get(catalogue);
  if (known) return known;
  const map = new Map<string, Entry[]>();
  for (const entry of catalogue.entries) for (const id of [entry.id, ...entry.hub]) put(map, id.toLowerCase(), entry);
  const own = new Set(map.keys());
  for (const entry of catalogue.entries) if (!own.has(entry.spdx.toLowerCase())) put(map, entry.spdx.toLowerCase(), entry);
  map.delete('noassertion');
  ids.set(catalogue, map);
  return map;
}

/**
 * The names of all entries under a key, in order of their right to it: values of the Hub, SPDX ids, names, titles. A
 * text that says "based on CC BY-NC 4.0" does not take that name, and a title that siblings share yields to every name.
 */
function keyed(catalogue: Catalogue, keyOf: (name: string) => string, more?: (key: string, entry: Entry) => void): Lookup {
  const map = new Map<string, Entry[]>();
  const tiers: readonly ((entry: Entry) => readonly string[])[] = [
    ({ hub }) => hub,
    ({ spdx }) => (spdx === 'NOASSERTION' ? [] : [spdx]),
    ({ id, name, names }) => [id, name, ...names],
    ({ titles }) => titles,
  ];
  for (const namesOf of tiers) {
    const taken = new Set(map.keys());
    for (const entry of catalogue.entries)
      for (const key of namesOf(entry).map(keyOf)) {
        if (key === '' || taken.has(key)) continue;
        put(map, key, entry);
        more?.(key, entry);
      }
  }
  return map;
}

const stricts = new WeakMap<Catalogue, Lookup>();
const looses = new WeakMap<Catalogue, { readonly loose: Lookup; readonly bare: Lookup }>();

function strictOf(catalogue: Catalogue): Lookup {
  const known = stricts.get(catalogue) ?? keyed(catalogue, foldName);
  stricts.set(catalogue, known);
  return known;
}

/** Most names are found without it, and it takes longest to make. */
function looseOf(catalogue: Catalogue): { readonly loose: Lookup; readonly bare: Lookup } {
  const known = looses.get(catalogue);
  if (known) return known;
  const bare = new Map<string, Entry[]>();
  const loose = keyed(
    catalogue,
    (name) => looseName(foldName(name)),
    (key, entry) => {
      const family = entry.oneOf ? undefined : versionless(key);
      if (family !== undefined) put(bare, family, entry);
    },
  );
  looses.set(catalogue, { loose, bare });
  return { loose, bare };
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}
