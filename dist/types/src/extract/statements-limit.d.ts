import type { Claim } from '../model/claim.ts';
import type { Candidate } from './candidate.ts';
import type { Context } from './context.ts';
import type { Sentence } from './sentence.ts';
/**
 * "For non-commercial use only", said of this model, or of nothing in a section on its license. What it is intended for is no
 * limit; of data, code, a service, the upstream, or a model by name, another license tells.
 */
export declare function limitStatements(file: string, sentences: readonly Sentence[], { self }: Context, { underLicense }: Candidate, isItem: boolean): Claim[];
