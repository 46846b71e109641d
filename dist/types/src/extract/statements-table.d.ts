import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Candidate } from './candidate.ts';
import type { Context } from './context.ts';
/**
 * What a table says whose cells are named "Base model" or "License". A table with several rows under such a head compares
 * models, so only the row counts that names this one.
 */
export declare function tableStatements(source: TextSource, candidate: Candidate, context: Context): Claim[];
