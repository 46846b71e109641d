/** Lines from 1, both ends included. */
export type LineRange = readonly [from: number, to: number];

/** One license found in a text. */
export interface TextHit {
  readonly id: string;
  /** Share of the license's word 3-grams that the text holds, 0 to 1. */
  readonly score: number;
  readonly lines: LineRange;
  /** Where the license stands several times, the lines of each copy; `lines` then reaches over all. */
  readonly copies?: readonly LineRange[];
  /** Lines that the license does not have. */
  readonly added: readonly LineRange[];
  /** How many word 3-grams of the license are missing. */
  readonly missing: number;
}

/** What a text turned out to be. */
export interface TextMatch {
  readonly file: string;
  readonly match: 'exact' | 'near' | 'changed' | 'several' | 'none';
  readonly hits: readonly TextHit[];
}
