import type { Candidate } from './candidate.ts';
/**
 * Whether a block can yield a claim once it is parsed: Markdown costs more than all else together, and most blocks that hold
 * a trigger ("base", "train") speak of something else. Never false for a block that claims something.
 */
export declare function isHopeful(words: string, { block, underLicense }: Candidate): boolean;
