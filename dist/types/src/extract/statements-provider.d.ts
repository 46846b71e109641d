import type { Claim } from '../model/claim.ts';
import type { Sentence } from './sentence.ts';
/** Whether a text, in lower case, may name a closed model. */
export declare function mayNameProvider(lower: string): boolean;
/** Data that a closed model made. A comparison with such a model says nothing of data, and a denial the contrary. */
export declare function providerStatements(file: string, sentences: readonly Sentence[]): Claim[];
