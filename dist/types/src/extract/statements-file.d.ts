import type { Claim } from '../model/claim.ts';
import type { Sentence } from './sentence.ts';
/** Files of the repository that a text points to: "see the LICENSE file", a relative link. */
export declare function fileMentionsIn(file: string, sentences: readonly Sentence[]): Claim[];
