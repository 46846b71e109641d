import type { Owed } from '../model/finding.ts';
import type { Identity, License } from '../model/license.ts';
import type { Ancestor } from '../model/lineage.ts';
/** The licenses of which all apply, one list for each that a taker may choose (OR). Undefined where a part is not known. */
export declare function choices(identity: Identity): readonly (readonly License[])[] | undefined;
/**
 * The terms of one upstream that the declared license does not carry, one list for each upstream license: limits, and
 * duties that bind whoever comes after. A choice (OR) drops a term only if every branch does; so does an unclear name.
 * Certain ones come first, so that a finding rests on the plainest.
 */
export declare function droppedTerms(declared: Identity, owed: readonly Owed[], ancestor: Ancestor): Owed[][];
