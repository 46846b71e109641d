import { type Block } from './blocks.ts';
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
    /** The card's first heading, which mostly is the model's name. */
    readonly title?: string;
}
/** The blocks worth parsing. Sections about evaluation, usage or citations hold no claims of origin; what stands from `copied` on is another's card. */
export declare function candidatesIn(text: string, blocks: readonly Block[], copied?: number): Candidate[];
/** Whether a text has one of the words without which none says anything of interest. */
export declare const mayTell: (words: string) => boolean;
