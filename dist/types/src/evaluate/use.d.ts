import type { Use } from '../config/config.ts';
import type { Identity, License, Limit } from '../model/license.ts';
/** A limit that stands against an intended use. */
export interface Barred {
    readonly license: License;
    readonly limit: Limit;
    /** The use, as a message names it: `commercial use`. */
    readonly what: string;
    /** Whether the license bars the use, or lets it be only after an act, such as a registration. */
    readonly how: 'bars' | 'asks';
    /** False where facts beyond the policy decide: thresholds that count affiliates, what "distribution" takes in. */
    readonly sure: boolean;
}
/** What a license says against a use. Of a choice, or of a name with several texts, only what each of them bars. */
export declare function barredUses(identity: Identity, use: Use, reached?: boolean): Barred[];
