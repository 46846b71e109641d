import type { Catalogue, Entry } from './catalogue.ts';
import { foldName, looseName, versionless } from './fold.ts';

interface NameIndex {
  readonly strict: ReadonlyMap<string, readonly Entry[]>;
  readonly loose: ReadonlyMap<string, readonly Entry[]>;
  readonly bare: ReadonlyMap<string, readonly Entry[]>;
}

/** What a name led to: `sure` where the whole name is one that the entries bear, not only their family's. */
export interface Named {
  readonly entries: readonly Entry[];
  readonly sure: boolean;
}

const built = new WeakMap<Catalogue, NameIndex>();

/** The entries that bear a name, several where several do; empty where none does. */
export function entriesNamed(raw: string, catalogue: Catalogue): Named {
  const hub = catalogue.byHub(raw) ?? catalogue.byId(raw);
  if (hub) return { entries: [hub], sure: true };
  const exact = idsOf(catalogue).get(raw.trim().toLowerCase());
  if (exact) return { entries: exact, sure: true };
  const index = indexOf(catalogue);
  const folded = foldName(raw);
  if (folded === '') return { entries: [], sure: false };
  const strict = index.strict.get(folded);
  if (strict) return { entries: strict, sure: true };
  const short = looseName(folded);
  const loose = index.loose.get(short);
  if (loose) return { entries: loose, sure: true };
  return { entries: index.bare.get(short) ?? [], sure: false };
}

const ids = new WeakMap<Catalogue, ReadonlyMap<string, readonly Entry[]>>();

/** Ids in lower case: our own and the Hub's first, then SPDX ids that are none of these. No name is folded for it. */
function idsOf(catalogue: Catalogue): ReadonlyMap<string, readonly Entry[]> {
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

function indexOf(catalogue: Catalogue): NameIndex {
  const known = built.get(catalogue);
  if (known) return known;
  const strict = new Map<string, Entry[]>();
  const loose = new Map<string, Entry[]>();
  const bare = new Map<string, Entry[]>();
  const add = (name: string, entry: Entry, free: (key: string) => boolean): void => {
    const folded = foldName(name);
    const short = looseName(folded);
    if (folded === '' || short === '') return;
    if (free(folded)) put(strict, folded, entry);
    if (free(short)) put(loose, short, entry);
    const family = entry.oneOf ? undefined : versionless(short);
    if (family !== undefined && free(short)) put(bare, family, entry);
  };

  // Values of the Hub, then SPDX ids, go before names: a text that says "based on CC BY-NC 4.0" does not take that name.
  let taken: ReadonlySet<string> = new Set();
  const isFree = (key: string): boolean => !taken.has(key);
  const names: readonly ((entry: Entry) => readonly string[])[] = [
    ({ hub }) => hub,
    ({ spdx }) => (spdx === 'NOASSERTION' ? [] : [spdx]),
    ({ id, name, names: more }) => [id, name, ...more],
    // A title stands on texts of siblings too ("GNU GENERAL PUBLIC LICENSE Version 3"); as a name it yields to every name.
    ({ titles }) => titles,
  ];
  for (const of of names) {
    for (const entry of catalogue.entries) for (const name of of(entry)) add(name, entry, isFree);
    taken = new Set([...strict.keys(), ...loose.keys()]);
  }

  const index = { strict, loose, bare };
  built.set(catalogue, index);
  return index;
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}
