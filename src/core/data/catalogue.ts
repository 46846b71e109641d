import type { License } from '../model/license.ts';
import { dataPart, dataText } from './data-source.ts';

/** What `data/generated/licenses.json` holds of one license beyond what rules see. */
export interface Entry extends License {
  /** Other spellings: `license_name` values, titles, short names. */
  readonly names: readonly string[];
  /** Title lines that a text of this license begins with. */
  readonly titles: readonly string[];
  /** Addresses, without scheme, that mean this text. */
  readonly urls: readonly string[];
  readonly category?: string;
  readonly scancode?: string;
  /** A family id or shared name: which texts it may mean. Such an entry has no terms. */
  readonly oneOf?: readonly string[];
}

/** The entries that bear a folded name. */
export interface Lookup {
  get(key: string): readonly Entry[] | undefined;
}

/** What a catalogue's names lead to, one table for each way of folding them. */
export interface NameTables {
  /** Ids in lower case: our own and the Hub's first, then SPDX ids that are none of these. */
  readonly ids: Lookup;
  readonly strict: Lookup;
  readonly loose: Lookup;
  /** Loose names without their version. */
  readonly bare: Lookup;
  /** Addresses as `foldUrl` writes them. */
  readonly urls: Lookup;
}

/** Every license that licet knows, with the ways to find it. */
export interface Catalogue {
  readonly entries: readonly Entry[];
  byId(id: string): Entry | undefined;
  /** By a value of the Hub's `license:` field, exact. */
  byHub(value: string): Entry | undefined;
  /** The date of the newest fact in the data. */
  readonly date: string;
  /** Tables made when the data was built; without them they are made at the first look-up. */
  readonly tables?: NameTables;
}

/** Builds the look-ups over a list of entries: the shipped ones, or these and a plugin's. */
export function catalogueOf(entries: readonly Entry[]): Catalogue {
  const ids = new Map(entries.map((entry) => [entry.id, entry]));
  const hub = new Map(entries.flatMap((entry) => entry.hub.map((value) => [value, entry] as const)));
  const date = entries.reduce((newest, { checked }) => (checked > newest ? checked : newest), '');
  return { entries, date, byId: (id) => ids.get(id), byHub: (value) => hub.get(value) };
}

/** Positions of entries in the catalogue by key: one, or several. */
export type Positions = Readonly<Record<string, number | readonly number[]>>;

/** The first line of `data/generated/names.jsonl`; the tables follow in the order of TABLES. */
export interface Head {
  readonly date: string;
  readonly ids: readonly string[];
  /** Where each entry begins in `licenses.json`, in bytes, and behind the last one. */
  readonly starts: readonly number[];
  readonly hub: Readonly<Record<string, number>>;
  /** For each table how its keys begin, by two letters: the keys that share them have a line of their own. */
  readonly beginnings: Readonly<Record<(typeof TABLES)[number], readonly string[]>>;
}

/** The tables of `names.jsonl`. */
export const TABLES = ['ids', 'strict', 'loose', 'bare', 'urls'] as const;

/** How many letters of a key tell its line. */
export const BEGINNING = 2;

let shipped: Catalogue | undefined;

/**
 * The catalogue that licet ships. A run asks for a handful of its hundreds of licenses, so each is parsed
 * when it is asked for, and names are looked up in tables that were made when the data was built.
 */
export function shippedCatalogue(): Catalogue {
  return (shipped ??= read());
}

function read(): Catalogue {
  const [first = '{}', ...lines] = dataText('data/generated/names.jsonl').split('\n');
  const head = JSON.parse(first) as Head;
  const positions = new Map(head.ids.map((id, at) => [id, at]));
  const parsed: Entry[] = [];
  const entryAt = (at: number): Entry =>
    (parsed[at] ??= JSON.parse(
      dataPart('data/generated/licenses.json', head.starts[at] ?? 0, (head.starts[at + 1] ?? 0) - 2),
    ) as Entry);
  const entryOf = (at: number | undefined) => (at === undefined ? undefined : entryAt(at));

  let above = 0;
  const tables = Object.fromEntries(
    TABLES.map((name): [string, Lookup] => {
      const beginnings = head.beginnings[name];
      const first = above;
      above += beginnings.length;
      const parts: Positions[] = [];
      let lineOf: ReadonlyMap<string, number> | undefined;
      return [
        name,
        {
          get(key) {
            lineOf ??= new Map(beginnings.map((beginning, nth) => [beginning, nth]));
            const nth = lineOf.get(key.slice(0, BEGINNING));
            if (nth === undefined) return undefined;
            const part = (parts[nth] ??= JSON.parse(lines[first + nth] ?? '{}') as Positions);
            return Object.hasOwn(part, key) ? [part[key] ?? []].flat().map(entryAt) : undefined;
          },
        },
      ];
    }),
  ) as Record<(typeof TABLES)[number], Lookup>;

  let all: readonly Entry[] | undefined;
  return {
    get entries() {
      return (all ??= (JSON.parse(dataText('data/generated/licenses.json')) as Entry[]).map(
        (entry, at) => (parsed[at] ??= entry),
      ));
    },
    date: head.date,
    byId: (id) => entryOf(positions.get(id)),
    byHub: (value) => entryOf(Object.hasOwn(head.hub, value) ? head.hub[value] : undefined),
    tables,
  };
}
