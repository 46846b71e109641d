import type { LineRange } from '../model/text-match.ts';
import { type Looked } from './candidates.ts';
import type { TextIndex } from './text-index.ts';
export type Segment = readonly [from: number, to: number];
/** The lines within the segments of a text that hold words which the text does not have. */
export declare function changedLines(looked: Looked, segments: readonly Segment[], text: number, index: TextIndex): readonly number[];
/**
 * True where words differ beside copyright lines only: a line break decides whether "Copyright (c) Foo" within a clause
 * is taken for a line to be filled in. Only where every gram of the text is known can that be said of the rest.
 */
export declare function differsInCopyrightOnly(looked: Looked, segments: readonly Segment[], text: number, index: TextIndex, lines: readonly string[]): boolean;
/** The lines of the words that no segment holds, and that are no repetition of the texts found (a notice by the appendix), with how many there are. */
export declare function linesOutside(looked: Looked, segments: readonly Segment[], texts: readonly number[], index: TextIndex): ReadonlyMap<number, number>;
/**
 * True for a line outside a license's words that adds nothing to it: its title, a copyright line, one more holder below
 * a copyright line, a line of marks. A word that grants, forbids or binds makes it more than that.
 */
export declare function isDress(line: number, text: readonly string[]): boolean;
/** Lines as ranges; ranges that only blank or equally counted lines part are one. */
export declare function rangesOf(lines: readonly number[], text: readonly string[]): readonly LineRange[];
