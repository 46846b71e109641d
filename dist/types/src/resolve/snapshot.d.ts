import type { Catalogue } from '../license/catalogue.ts';
import type { Relation } from '../model/lineage.ts';
import type { Upstreams } from './upstreams.ts';
/** A relation as records and cards write it; anything else is not said. */
export declare function relationOf(text: string): Relation | 'unsaid';
/** The models that licet ships knowledge of, each row with its source and date. */
export declare function snapshot(catalogue: Catalogue): Upstreams;
