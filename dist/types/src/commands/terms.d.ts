import type { Term } from '../model/license.ts';
/** Lines of text under a first column, wrapped to the width. */
export declare function indented(text: string, indent: number, width: number): string[];
/** `text` filled with spaces to `width` columns. */
export declare function padded(text: string, width: number): string;
/** What a term adds to its sentence: the strings that it wants letter by letter, the licenses it accepts, what it bars. */
export declare function details(term: Term): string[];
/** A term for people: where it stands, what it is, what it says, and how far it reaches. */
export declare function termLines(term: Term, width: number): string[];
