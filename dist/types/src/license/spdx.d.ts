/** A license expression whose leaves are still words: what stands there is looked up elsewhere. */
export type Expression = {
    readonly op: 'and' | 'or';
    readonly of: readonly Expression[];
} | {
    readonly op: 'leaf';
    readonly word: string;
    readonly plus: boolean;
    readonly exception: string | undefined;
};
/** The id on the SPDX list that `word` spells in whatever case, or `undefined`. `MIT` for `mit`. */
export declare function spdxId(word: string): string | undefined;
/**
 * Whether `raw` tells an SPDX id from its other versions: it says a number of the id's own, or the list has no other.
 * "Mozilla Public License" tells MPL-1.1 and MPL-2.0 not apart, and of "Boost Software License" there is one only.
 */
export declare function tellsVersion(raw: string, id: string): boolean;
/**
 * Parses an expression after the SPDX specification, annex D, with two liberties: ids and operators in any case, and
 * words that are no SPDX id as leaves. `undefined` where it is no expression, has no operator, or is deeper or longer
 * than any honest one. Never throws.
 */
export declare function parseExpression(raw: string): Expression | undefined;
/** True for an SPDX id or an expression of SPDX ids and references, in whatever case. */
export declare function isSpdx(raw: string): boolean;
