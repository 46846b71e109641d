import type { Claim } from '../model/claim.ts';
import type { Context } from './context.ts';
import type { Flat } from './flatten.ts';
import type { Candidate } from './candidate.ts';
import type { Sentence } from './sentence.ts';
/** What a block says of licenses: labels, sentences, badges, the text under a heading. */
export declare function licenseStatements(file: string, flat: Flat, sentences: readonly Sentence[], candidate: Candidate, context: Context): Claim[];
/** Whether words are the name of a field that holds a license. */
export declare function isLicenseLabel(text: string): boolean;
