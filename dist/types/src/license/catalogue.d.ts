import type { License } from '../model/license.ts';
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
/** Every license that licet knows, with the ways to find it. */
export interface Catalogue {
    readonly entries: readonly Entry[];
    byId(id: string): Entry | undefined;
    /** By a value of the Hub's `license:` field, exact. */
    byHub(value: string): Entry | undefined;
    /** The date of the newest fact in the data. */
    readonly date: string;
}
/** Builds the look-ups over a list of entries: the shipped ones, or these and a plugin's. */
export declare function catalogueOf(entries: readonly Entry[]): Catalogue;
/** The catalogue that licet ships, loaded once per process. */
export declare function shippedCatalogue(): Catalogue;
