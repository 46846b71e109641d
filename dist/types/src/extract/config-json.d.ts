import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
import { type Data } from './json-doc.ts';
/**
 * `config.json` of transformers or diffusers, at the root or in a component's folder (hub-spec 3.1, 3.7).
 * `architectures` and `model_type` name an implementation, never an origin, and are not looked at.
 */
export declare function configJsonClaims(source: TextSource, context: Context): Claim[];
/** The component that a file's folder stands for, if it stands for one. */
export declare function componentOf(file: string): string | undefined;
/** `other/repo--module.Class` loads code from that repository; without `--` the file lies here. Says nothing of weights. */
export declare function autoMapClaims(root: Data | undefined, context: Context): Claim[];
