import type { Stretches } from './fingerprint.ts';
import type { Looked } from './candidates.ts';
import type { TextIndex } from './text-index.ts';
/** A place where a text of the index stands word by word. */
export interface Exact {
    readonly text: number;
    readonly from: number;
    readonly to: number;
}
/** Every place where some text stands word by word, the longest first, none within another; only on words that are free. */
export declare function exactPlaces(looked: Looked, stretches: Stretches, index: TextIndex): readonly Exact[];
