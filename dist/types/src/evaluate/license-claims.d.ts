import type { AddedWords, Claim, ClaimOf } from '../model/claim.ts';
import type { License } from '../model/license.ts';
import type { Declared } from './declared.ts';
/** A license file whose text is not what the card declares. */
export interface Mismatch {
    readonly claim: ClaimOf<'license-text'>;
    readonly id: string;
    readonly how: 'other' | 'changed' | 'restricted';
    /** What was added, where the text is the declared one and restricts use all the same. */
    readonly added?: AddedWords;
    /** Exact text, about the weights, at the root, and nobody said which part it covers. */
    readonly certain: boolean;
}
/** License files that hold another text than declared, or a changed one. Upstream texts shipped beside are no mismatch. */
export declare function mismatchesOf(claims: readonly Claim[], declared: Declared, owedIds: ReadonlySet<string>, split: boolean): Mismatch[];
/** Claims of this repository's own license, elsewhere than in the front matter, that name another one. */
export declare function disagreeing(claims: readonly Claim[], declared: Declared, upstream: readonly License[]): ClaimOf<'license'>[];
