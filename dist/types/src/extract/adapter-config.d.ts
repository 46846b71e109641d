import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/**
 * `adapter_config.json` of PEFT or MLX, anywhere in the tree: written by `save_pretrained`, and needed to load the
 * adapter, so what it names is certain (hub-spec 3.2). A local path there is worth saying: nobody else can load it.
 */
export declare function adapterConfigClaims(source: TextSource, context: Context): Claim[];
