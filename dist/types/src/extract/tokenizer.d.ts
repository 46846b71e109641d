import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/**
 * `tokenizer_config.json`: older files keep the name that the tokenizer was loaded under (hub-spec 3.7). A fine-tune
 * carries its base's tokenizer, so this is only a possible component; the dispatcher drops it where the model is known anyway.
 */
export declare function tokenizerClaims(source: TextSource, context: Context): Claim[];
