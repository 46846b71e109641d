import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
import { type Data } from './json-doc.ts';
/** True where a YAML or JSON document holds the arguments of a training run: a model, and how it was trained. */
export declare function isTraining(root: Data | undefined): boolean;
/** Arguments of a training run in JSON or YAML (hub-spec 3.6): what was trained, how, and on what. An evaluation trains nothing. */
export declare function trainingArgsClaims(source: TextSource, context: Context): Claim[];
/** `owner/name`. Bare words are usually names in a trainer's own register. */
export declare function isHubDataset(id: string): boolean;
