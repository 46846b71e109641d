import type { Edit } from '../model/place.ts';
/** One text before and after edits. */
export interface Change {
    readonly file: string;
    readonly before: string;
    readonly after: string;
    readonly edits: readonly Edit[];
}
/**
 * What a change does to the data of its file (a card's front matter, a YAML or JSON file) beyond what its edits
 * write there: one clause with the change as its subject. Undefined where nothing else changes. What cannot be read is
 * not shown to be safe.
 */
export declare function harmOf(change: Change): string | undefined;
