import type { Claim } from '../model/claim.ts';
import type { HeaderSource } from '../model/source.ts';
import type { Context } from './context.ts';
/**
 * What a GGUF header says (hub-spec 3.4). The converter copies the source model's card: true to what that card said
 * on that day, so never more than likely. `general.base_model` is the base of the model that was converted;
 * the converted model itself is `general.source`.
 */
export declare function ggufClaims(source: HeaderSource, context: Context): Claim[];
