import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/** Whether a file `x.license` is a tag file of REUSE (spec 3.3, "Comment headers"), not a license's text. */
export declare function isTagFile({ file, text }: TextSource): boolean;
/** `model.safetensors.license`: the license of the one file beside it, where that holds weights. */
export declare function tagFileClaims({ file, text }: TextSource, context: Context): Claim[];
/**
 * What `REUSE.toml` says of the weights: annotations of files that hold weights, else of the whole repository. The last one
 * for a file counts (spec 3.3), and annotations of documents or code tell nothing of the model.
 */
export declare function reuseClaims({ file, text }: TextSource, context: Context): Claim[];
