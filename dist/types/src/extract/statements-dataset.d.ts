import type { Claim } from '../model/claim.ts';
import type { Sentence } from './sentence.ts';
/**
 * Data sets that a sentence on training links to on the Hub. Names without a link are too many things to be told apart, and
 * what stands behind words of evaluation was no training data.
 */
export declare function datasetStatements(file: string, sentences: readonly Sentence[]): Claim[];
