import type { Flat } from './flatten.ts';
/** A sentence of a flattened block. */
export interface Sentence {
    readonly flat: Flat;
    readonly from: number;
    readonly to: number;
    readonly text: string;
}
/** Splits at full stops that a capital, a CJK letter or a line end follows; versions (`2.0`) and ids stay whole. */
export declare function sentencesOf(flat: Flat): Sentence[];
