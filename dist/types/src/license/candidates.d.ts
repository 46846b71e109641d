import type { Words } from './normalize-text.ts';
import { type TextIndex } from './text-index.ts';
/** A text held against the index: which gram of the index starts at each word, -1 for none. */
export interface Looked {
    readonly words: Words;
    readonly grams: Uint32Array;
    readonly found: Int32Array;
}
/** One text of the index as a candidate, with where the words that it shares lie. */
export interface Candidate {
    readonly text: number;
    /** Stretches of words, from first to last shared gram; the end is exclusive. */
    readonly segments: readonly (readonly [from: number, to: number])[];
    /** Different sampled grams shared within the segments. */
    readonly hits: number;
    /** Shared over all sampled grams of the text. */
    readonly score: number;
    /** Words that the candidate explains less words that it lacks: what candidates are ranked by. */
    readonly net: number;
}
export declare function lookUp(words: Words, index: TextIndex): Looked;
/** The texts that share most with the words that are free, best first. `floor` is the least share of the text. */
export declare function candidatesFor(looked: Looked, free: Uint8Array, index: TextIndex, floor: number): readonly Candidate[];
/** Says for each gram of the index whether a text holds it; each set is read once. */
export declare function holderOf(text: number, index: TextIndex): (gram: number) => boolean;
