import type { Catalogue } from '../license/catalogue.ts';
import type { Resolution } from '../model/lineage.ts';
/** What the snapshot knows of data sets, by lower-case id; ids it does not know are left out. */
export declare function knownDataSets(ids: readonly string[], catalogue: Catalogue): ReadonlyMap<string, Resolution>;
