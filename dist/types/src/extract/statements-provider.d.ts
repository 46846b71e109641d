import type { Claim } from '../model/claim.ts';
import type { Sentence } from './sentence.ts';
/** What the data's build makes of `data/providers/*.yml` for the reading of prose. */
export interface ProviderNames {
    /** Ids by spelling, the longest first. */
    readonly spelled: Readonly<Record<string, string>>;
    /** Words of which a text that names one holds all of some list. */
    readonly words: readonly (readonly string[])[];
}
/** Whether a text, in lower case, may name a closed model. */
export declare function mayNameProvider(lower: string): boolean;
/** Data that a closed model made. A comparison with such a model says nothing of data, and a denial the contrary. */
export declare function providerStatements(file: string, sentences: readonly Sentence[]): Claim[];
