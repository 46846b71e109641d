import type { Claim, ClaimOf } from '../model/claim.ts';
import type { Ancestor } from '../model/lineage.ts';
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
export {};
