import type { ClaimOf } from '../model/claim.ts';
import type { Clause, License, Term } from '../model/license.ts';
import type { Declared } from './declared.ts';
import type { Resolution } from '../model/lineage.ts';
/** Training data whose limits the declared license does not carry. */
export interface DataTerms {
    readonly claim: ClaimOf<'dataset'>;
    readonly upstream: License;
    readonly terms: readonly Term[];
    readonly asOf: string;
    /** Nothing but share-alike. */
    readonly note: boolean;
}
/** The terms of a closed model's API, as far as they speak of outputs. */
export interface ProviderTerms {
    readonly id: string;
    readonly document: string;
    readonly section: string;
    readonly says: string;
    readonly dated?: string;
}
export interface ProviderNote {
    readonly claim: ClaimOf<'provider'>;
    readonly title: string;
    readonly clause: Clause;
}
/** Which limits of the named data sets go unsaid in the declared license. */
export declare function dataTerms(claims: readonly ClaimOf<'dataset'>[], known: ReadonlyMap<string, Resolution>, declared: Declared): DataTerms[];
/** One note for each provider that the card names as a source of data. */
export declare function providerNotes(claims: readonly ClaimOf<'provider'>[], terms: ReadonlyMap<string, ProviderTerms>): ProviderNote[];
