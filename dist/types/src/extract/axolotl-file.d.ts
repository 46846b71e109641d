import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
import { type Data } from './json-doc.ts';
/** True where a YAML document is an axolotl configuration: a base model, data sets with a `path`, and its own keys of training. */
export declare function isAxolotl(root: Data | undefined): boolean;
/** An axolotl YAML file. */
export declare function axolotlFileClaims(source: TextSource, context: Context): Claim[];
/** What an axolotl configuration names, as base and as training data: the tool trained on exactly these (hub-spec 3.6). */
export declare function axolotlClaims(root: Data, context: Context): Claim[];
