import type { Words } from './normalize-text.ts';
/** How many words a gram holds. */
export declare const GRAM = 3;
/** A 32-bit hash of the gram that starts at a word; well mixed, since samples are taken by its low bits. */
export declare function gramAt(hashes: Uint32Array, at: number): number;
/** True where a text of which every 2^`shift`-th gram is kept keeps this one. */
export declare function isSampled(gram: number, shift: number): boolean;
/** Rolling hashes over the words, so that any stretch has its hash in constant time. */
export interface Stretches {
    /** The two hashes of the words `[from, from + length)`. */
    hash(from: number, length: number): readonly [number, number];
}
export declare function stretchesOf({ hashes, count }: Words): Stretches;
