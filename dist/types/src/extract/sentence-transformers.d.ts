import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/**
 * The configs of sentence-transformers and SetFit. Usually they hold versions and prompts only (hub-spec 3.6): the
 * origin stands in `config.json` of the first module. Those that do name a model are believed as far as a config is.
 */
export declare function sentenceTransformersClaims(source: TextSource, context: Context): Claim[];
