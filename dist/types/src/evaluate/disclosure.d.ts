import type { Claim, ClaimOf } from '../model/claim.ts';
import type { License } from '../model/license.ts';
import type { Ancestor } from '../model/lineage.ts';
import type { Declared } from './declared.ts';
type UpstreamClaim = ClaimOf<'upstream'>;
/** An upstream that files or prose name and `base_model` does not. */
export interface Undeclared {
    readonly claim: UpstreamClaim;
    /** The id to declare: the one that the Hub uses today; undefined for a family. */
    readonly id: string | undefined;
    /** The model that the claim stands for. */
    readonly ancestor: Ancestor | undefined;
    /** How many further places name it. */
    readonly also: number;
}
/** Every upstream that is evident and not declared, strongest evidence first; one entry per model. Of what contradicts the card, conflicting-upstreams speaks. */
export declare function undeclaredOf(claims: readonly Claim[], ancestors: readonly Ancestor[], owner: string | undefined, contradicted: ReadonlySet<UpstreamClaim>): Undeclared[];
/**
 * The declared license, where one giver has it for models of its own and nothing here tells which of them this one builds
 * on; undefined for that giver's own repositories. Of a `base_model` that names no model, `invalid-upstream` speaks.
 */
export declare function unfoundedLicense(claims: readonly Claim[], declared: Declared | undefined, owner: string | undefined): License | undefined;
export {};
