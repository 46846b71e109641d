import type { AddedWords, Claim, ClaimOf } from '../model/claim.ts';
import type { Catalogue } from '../license/catalogue.ts';
import type { License } from '../model/license.ts';
import { type Declared } from './declared.ts';
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
/**
 * Claims of this repository's own license, elsewhere than in the front matter, that name another one. Where no upstream is
 * named, "the original weights" are these, and a license of theirs that limits use is not to be declared away.
 */
export declare function disagreeing(claims: readonly Claim[], declared: Declared, upstream: readonly License[]): ClaimOf<'license'>[];
/** A key beside `license` that names another license than `license` does, or than the name beside it. */
export interface KeyClash {
    readonly claim: ClaimOf<'key'>;
    /** What it names; for a name that several texts bear, the first. */
    readonly license: License;
    /** The key that says otherwise, and its value. */
    readonly against: {
        readonly key: 'license' | 'license_name';
        readonly value: string;
    };
}
/**
 * `license_name` and `license_link` beside a license that they do not name. A name that nobody knows may be the license's
 * own, and a link into this repository leads to a file that `mismatched-license-text` reads.
 */
export declare function keyClashes(claims: readonly Claim[], declared: Declared, own: string, catalogue: Catalogue): KeyClash[];
