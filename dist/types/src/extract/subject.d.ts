import type { Matter } from '../model/claim.ts';
import { type Tongue } from './cues.ts';
/** Words of a text that name parts of a work: one part ("the model's code"), or several that are said together. */
export interface Part {
    readonly from: number;
    readonly to: number;
    readonly matter: Exclude<Matter, 'unsaid'>;
}
/** The parts that a text names, in order. Of words that stand together the last is the head, but "code of this model" is code. */
export declare function partsIn(text: string, tongue: Tongue): Part[];
/** What words in front of a license's name speak of. A tool or a manual is meant only where the sentence is about it. */
export declare function matterOf(text: string, tongues: readonly Tongue[]): Matter;
/** What a heading, a cell or a badge's label is about that names parts and nothing else, but for words such as "license". */
export declare function matterNamed(words: string): Matter;
/** Whether a clause, up to words such as "is based on", is about code or a tool: what they come from is no origin of weights. */
export declare function isAboutCode(sentence: string, tongue: Tongue): boolean;
/** A name that opens the sentence as its subject, "X itself is …", as the sentence writes it. */
export declare function subjectNamed(text: string, { parts }: Tongue): string | undefined;
