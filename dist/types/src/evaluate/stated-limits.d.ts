import type { Claim, ClaimOf } from '../model/claim.ts';
import type { Declared } from './declared.ts';
/** The first sentence of each kind by which the card limits use, where the declared license, whichever a taker chooses, has no such limit. */
export declare function limitsBeside(claims: readonly Claim[], declared: Declared): readonly ClaimOf<'use-limit'>[];
