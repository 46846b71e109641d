import type { Flat } from './flatten.ts';
/** A model named in a flattened text. */
export interface Mention {
    readonly from: number;
    readonly to: number;
    /** The Hub id, or the family's name. */
    readonly model: string;
    readonly raw: string;
    readonly hub: boolean;
}
/** Every model that a stretch of a text names: Hub links, Hub ids, family names; in order, without overlaps. */
export declare function mentionsIn(flat: Flat, from: number, to: number): Mention[];
