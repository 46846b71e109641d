import type { Edit } from '../model/place.ts';
import type { TextSource } from '../model/source.ts';
/** Where the paragraph ends that a notice file gives to a model: its first line begins with the id. undefined where there is none. */
export declare function entryEnd(text: string, model: string): number | undefined;
/** Adds a line to a model's paragraph in the notice, or begins one for it at the end. */
export declare function addToEntry(source: TextSource | undefined, file: string, model: string, license: string, line: string): readonly Edit[];
