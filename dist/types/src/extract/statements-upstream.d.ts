import type { Claim } from '../model/claim.ts';
import type { Context } from './context.ts';
import { type Cue } from './cues.ts';
import type { Sentence } from './sentence.ts';
/** A list announced by a sentence ("models were included in the merge:"): its items name upstreams. */
export interface Listing {
    readonly cue: Cue;
}
/** The upstreams that sentences name, and a list that they announce. */
export declare function upstreamStatements(file: string, sentences: readonly Sentence[], { listing, isItem }: {
    readonly listing: Listing | undefined;
    readonly isItem: boolean;
}, context: Context): {
    readonly claims: Claim[];
    readonly listing?: Listing;
};
/** A cue for words that are nothing but a label, such as a heading "Base model". */
export declare function labelIn(text: string): Cue | undefined;
/** Whether words are the name of a field that holds a model: "Base model", "Backbone", "Teacher". */
export declare function isUpstreamLabel(text: string): boolean;
