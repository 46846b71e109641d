import type { Catalogue } from '../license/catalogue.ts';
/** The id or SPDX id nearest to a name that nobody knows; undefined where none is near. */
export declare function nearestLicense(raw: string, catalogue: Catalogue): string | undefined;
