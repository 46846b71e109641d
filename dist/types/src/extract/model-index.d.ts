import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/** `model_index.json` of diffusers: the pipeline it was saved from (hub-spec 3.7). Class names are implementations and say nothing. */
export declare function modelIndexClaims(source: TextSource, context: Context): Claim[];
