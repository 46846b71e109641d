import type { Claim, Via } from '../model/claim.ts';
import type { Place } from '../model/place.ts';
import type { ReadProblem, TextSource } from '../model/source.ts';
/** A JSON or YAML value that knows where it stands. Of a repeated key all entries stay; `at` takes the last, as Python does. */
export type Data = {
    readonly is: 'map';
    readonly entries: readonly Entry[];
    readonly place: Place;
} | {
    readonly is: 'list';
    readonly items: readonly Data[];
    readonly place: Place;
}
/** `text` is set where the file holds a string, not a number, `null` or a bare word such as `NaN`. */
 | {
    readonly is: 'scalar';
    readonly value: string | number | boolean | null;
    readonly text: string | undefined;
    readonly place: Place;
};
/** A key with its value. The key's place is that of its letters, within the quotes; another text put there is another key, and nothing else. */
export interface Entry {
    readonly key: string;
    readonly keyPlace: Place;
    readonly value: Data;
}
/** What could be read, and what was wrong: a file cut short gives both. */
export interface Parsed {
    readonly docs: readonly Data[];
    readonly problem?: ReadProblem;
    /** Where the trouble begins, an offset; undefined where the whole file is meant. */
    readonly problemAt?: number;
    /** Where a quoted text runs on at the margin: some readers of YAML take it, strict ones do not. It was read. */
    readonly runsOnAt?: number;
}
/** A text, or a part of one that begins at `base`: places are then those of the whole. */
export type Part = Pick<TextSource, 'file' | 'text'> & {
    readonly base?: number;
};
/** Reads JSON as Python's `json` would and more: NaN, tabs, comments after commas, repeated keys, a missing end. Never throws. */
export declare function parseJson(source: Part): Parsed;
/** Reads YAML, several documents included. Never throws; anchors cannot blow up. */
export declare function parseYaml(source: Part): Parsed;
/** The value under a key, the last one where it repeats. */
export declare function at(data: Data | undefined, ...path: readonly string[]): Data | undefined;
/** A string that is not blank, trimmed, with its place. */
export declare function textAt(data: Data | undefined, ...path: readonly string[]): {
    readonly text: string;
    readonly place: Place;
} | undefined;
/** The items of a list; nothing of anything else. */
export declare function itemsAt(data: Data | undefined, ...path: readonly string[]): readonly Data[];
/** The claim that a file could not be read, or only in part. */
export declare function unreadable(file: string, via: Via, problem: ReadProblem | undefined): Claim[];
