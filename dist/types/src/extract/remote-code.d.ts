import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/**
 * Python files: whose copyright their header names, under which license, and what they say they were taken from
 * (hub-spec 3.7). All of it is about the code; none of it is evidence of where weights come from.
 */
export declare function remoteCodeClaims(source: TextSource, context: Context): Claim[];
