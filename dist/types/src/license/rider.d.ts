import type { TextMatch } from '../model/text-match.ts';
import type { Catalogue } from './catalogue.ts';
import type { TextIndex } from './text-index.ts';
/**
 * What a license text is, as `matchText` has it. A text near that of one giver whose product it never names is his words in
 * another's mouth ("display \"Acme One\"" for "Kimi K2"): then it is the license below, with words added.
 */
export declare function recognize(file: string, text: string, index: TextIndex, catalogue: Catalogue): TextMatch;
