import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/** Ollama's Modelfile (hub-spec 3.7): FROM, ADAPTER and LICENSE. A local FROM is the repository's own weight file. */
export declare function modelfileClaims(source: TextSource, context: Context): Claim[];
