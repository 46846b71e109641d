import type { Claim } from '../model/claim.ts';
import type { TextSource } from '../model/source.ts';
import { type Block } from './blocks.ts';
import type { Context } from './context.ts';
/** A block that can hold a claim, and the heading under which it stands. */
export interface Candidate {
    readonly block: Block;
    readonly heading: string;
    /** The heading, or one above it, is about the license. */
    readonly underLicense: boolean;
    /** The block before, where it is a text: a list's introduction. */
    readonly first: boolean;
    /** It stands in a card that was copied below one's own, as quantizers do: its words are the upstream's. */
    readonly copied: boolean;
}
/**
 * What the text of a card says. Only blocks that can hold a claim are parsed as Markdown, so that a card without any never
 * loads the parser (dependencies.md: remark is the whole cost of a run).
 */
export declare function proseClaims(source: TextSource, bodyStart: number, context: Context): Promise<Claim[]>;
/** Licenses that the text of a gate asks people to accept (`extra_gated_prompt`); all else in it is about the people. */
export declare function gateClaims(source: TextSource, front: readonly Claim[], context: Context): Promise<Claim[]>;
/** The blocks worth parsing. Sections about evaluation, usage or citations hold no claims of origin. */
export declare function candidatesIn(text: string, blocks: readonly Block[]): Candidate[];
