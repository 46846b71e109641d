import type { TextMatch } from '../model/text-match.ts';
import type { TextIndex } from './text-index.ts';
export { loadIndex, parseIndex, type TextIndex } from './text-index.ts';
/**
 * What a license text is. `exact`: the words of one license, whatever its holders, title and layout; `near`: these with
 * few additions or omissions; `changed`: it looks like one and differs much; `several`: more than one, each with its
 * lines; `none`: no license that we know. In a file that is no license file (a README), what stands around the
 * license is not counted as added. Texts of `not` are none that it may be near. Never throws; looks at the first 2 million
 * characters.
 */
export declare function matchText(file: string, text: string, index: TextIndex, not?: ReadonlySet<string>): TextMatch;
