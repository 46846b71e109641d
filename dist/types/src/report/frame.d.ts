import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
/** Line and column from 1, columns in UTF-16 code units as editors count them. */
export interface Position {
    readonly line: number;
    readonly column: number;
}
/** Where a finding lies, as people and machines count. Keys of headers have no lines. */
export interface Span {
    readonly start: Position;
    readonly end: Position;
    /** The whole line in which it starts. */
    readonly text: string;
}
/** Turns offsets into lines: arithmetic that nobody else does. */
export declare class Lines {
    #private;
    constructor(text: string);
    at(offset: number): Position;
    line(number: number): string;
}
/** Finds spans for one repository's sources; each text is split once. */
export declare function framer(sources: readonly Source[]): (place: Place) => Span | undefined;
