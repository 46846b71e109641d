import type { Claim } from '../model/claim.ts';
import type { Context } from './context.ts';
import type { Sentence } from './sentence.ts';
/**
 * "For non-commercial use only", said of this model. What it is intended for is no limit; of data, code, a service, the
 * upstream, or a model by name, another license tells.
 */
export declare function limitStatements(file: string, sentences: readonly Sentence[], { self }: Context, isItem: boolean): Claim[];
