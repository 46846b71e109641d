import type { Catalogue, Entry, NameTables } from './catalogue.ts';
/** The name tables of a catalogue: the ones it brings, or made here, once for each catalogue. */
export declare function tablesOf(catalogue: Catalogue): NameTables;
/** A catalogue's names folded into tables, each with its keys: what the data's build writes down. */
export declare function makeTables({ entries }: Catalogue): Readonly<Record<keyof NameTables, ReadonlyMap<string, readonly Entry[]>>>;
