import type { Claim, Via } from '../model/claim.ts';
import type { TextMatch } from '../model/text-match.ts';
import { Words } from '../model/words.ts';
import type { Context } from './context.ts';
/**
 * Blanks that a template leaves for people to fill: `[year]`, `<name>`, `{{ organization }}`, `[MIT/Apache]`, `[cite_start]`.
 * Words in brackets that are links, footnotes or HTML are none.
 */
export declare const BLANK: Words;
/** Blanks left in a license or notice file. Lines that belong to a recognised text are its own: Apache's appendix is no oversight. */
export declare function placeholders(file: string, text: string, match: TextMatch, via: Via, context: Context): Claim[];
