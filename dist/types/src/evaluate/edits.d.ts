import type { Claim } from '../model/claim.ts';
import type { Edit, Place } from '../model/place.ts';
import type { TextSource } from '../model/source.ts';
/** Puts another text where a claim or a stretch stands; nothing where the place has no offsets. */
export declare function replace(at: Claim | Place, text: string): readonly Edit[];
/** Puts another value where one stands in YAML, in the quotes that are there. The value is an id: nothing in it needs another form. */
export declare function replaceValue(source: TextSource | undefined, at: Claim | Place, value: string): readonly Edit[];
/** The line end that a text uses most. */
export declare function lineEnd(text: string): string;
/** Adds a paragraph to the end of a file, in the file's own line ends, with one empty line before it. */
export declare function append(source: TextSource, paragraph: string): readonly Edit[];
/** Adds a paragraph to the end of a card; nothing where it would not be shown there, within a fence or a comment that nothing closes. */
export declare function appendShown(card: TextSource, paragraph: string): readonly Edit[];
/** Adds a paragraph to a file, or begins the file with it where there is none. */
export declare function appendOrBegin(source: TextSource | undefined, file: string, paragraph: string): readonly Edit[];
/**
 * Adds a key to the end of the front matter, in the file's own line ends. Nothing where the block is not there, has the
 * key, or would not read as before with it: what cannot be shown to be safe is not done.
 */
export declare function addKey(source: TextSource, key: string, values: readonly string[]): readonly Edit[];
/** Adds a line after the one in which a place lies, in the file's own line ends. */
export declare function lineAfter(source: TextSource, place: Place, line: string): readonly Edit[];
