import type { Catalogue, Entry } from './catalogue.ts';
/** What a name led to: `sure` where the whole name is one that the entries bear, not only their family's. */
export interface Named {
    readonly entries: readonly Entry[];
    readonly sure: boolean;
}
/** The entries that bear a name, several where several do; empty where none does. */
export declare function entriesNamed(raw: string, catalogue: Catalogue): Named;
/** Whether every word and sign of a value is part of a name of this entry, or a word that says nothing of a license. */
export declare function isWhollyNamed(raw: string, entry: Entry, catalogue: Catalogue): boolean;
/** The entries that list an address as meaning their text. */
export declare function entriesAt(url: string, catalogue: Catalogue): readonly Entry[];
