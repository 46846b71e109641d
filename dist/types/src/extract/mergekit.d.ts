import type { Claim } from '../model/claim.ts';
import type { Context } from './context.ts';
import { type Data, type Part } from './json-doc.ts';
/** True where a YAML document is a merge recipe, whatever the file is called. */
export declare function isMerge(root: Data | undefined): boolean;
/** `mergekit_config.yml` and its MoE sister: the tool writes what went in, so every id is certain and every local path a gap. */
export declare function mergekitClaims(source: Part, context: Context): Claim[];
