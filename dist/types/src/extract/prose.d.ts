import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import type { Context } from './context.ts';
/**
 * What the text of a card says. Only blocks that can hold a claim are parsed as Markdown, so that a card without any never
 * loads the parser (dependencies.md: remark is the whole cost of a run).
 */
export declare function proseClaims(source: TextSource, bodyStart: number, context: Context): Promise<Claim[]>;
/** Licenses that the text of a gate asks people to accept (`extra_gated_prompt`); all else in it is about the people. */
export declare function gateClaims(source: TextSource, front: readonly Claim[], context: Context): Promise<Claim[]>;
