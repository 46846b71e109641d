import type { Claim } from '../model/claim.ts';
import type { HeaderSource } from '../model/source.ts';
import type { Context } from './context.ts';
/** `__metadata__` of a safetensors file: what LoRA trainers and mergers of image models write (hub-spec 3.5). */
export declare function safetensorsClaims(source: HeaderSource, context: Context): Claim[];
