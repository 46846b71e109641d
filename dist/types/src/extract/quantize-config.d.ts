import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/** AutoGPTQ's `quantize_config.json`, AWQ's `quant_config.json`, ModelOpt's `hf_quant_config.json` (hub-spec 3.7). */
export declare function quantizeConfigClaims(source: TextSource, context: Context): Claim[];
