import type { Entry } from './catalogue.ts';
/** A license as a plugin writes it down: what is left out is empty. The fields are those of `data/licenses/README.md`. */
export type LicenseFields = Pick<Entry, 'id' | 'name'> & Partial<Entry>;
/** A whole license of its fields. A reading without a source has not been verified: nothing that rests on it is certain. */
export declare function defineLicense(fields: LicenseFields): Entry;
/** What keeps a value from being a license, in a few words; undefined where nothing does. */
export declare function licenseTrouble(value: unknown): string | undefined;
