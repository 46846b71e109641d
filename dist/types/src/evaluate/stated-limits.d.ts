import type { Claim, ClaimOf } from '../model/claim.ts';
import type { License } from '../model/license.ts';
import type { Declared } from './declared.ts';
export declare const limitsUse: (license: License) => boolean;
/** Whether the declared license, whichever a taker chooses, limits no use so. A text that nobody read may limit anything. */
export declare function isFree(declared: Declared): boolean;
/** The first sentence of each kind by which the card limits use, where the declared license, whichever a taker chooses, has no such limit. */
export declare function limitsBeside(claims: readonly Claim[], declared: Declared): readonly ClaimOf<'use-limit'>[];
