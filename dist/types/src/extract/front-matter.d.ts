import type { CardState } from '../model/claim.ts';
/** Where the metadata block of a card lies, and what the Hub makes of it before it parses any YAML. */
export interface FrontMatter {
    readonly state: Extract<CardState, 'present' | 'empty' | 'absent' | 'unclosed' | 'after-text' | 'broken'>;
    /** The YAML between the fences; undefined where there is none. */
    readonly yaml?: {
        readonly start: number;
        readonly end: number;
    };
    /** Where the text for people begins. */
    readonly bodyStart: number;
    /** The line that a finding points at. */
    readonly at: {
        readonly start: number;
        readonly end: number;
    };
    /** One sentence without a full stop, for the states that are trouble. */
    readonly detail: string;
}
/**
 * Finds the block as the Hub does: `^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))`, without flags
 * (huggingface_hub `repocard.py`, said there to be kept in step with the server). `\s` takes a BOM as JavaScript does.
 */
export declare function frontMatter(text: string): FrontMatter;
/** Blanks a long `model-index`, so that every offset stays. */
export declare function withoutResults(yaml: string): string;
