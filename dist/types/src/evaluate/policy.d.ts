import type { Policy } from '../config/config.ts';
import type { Catalogue } from '../license/catalogue.ts';
import type { Claim } from '../model/claim.ts';
import { type Confidence } from '../model/confidence.ts';
import type { Owed } from '../model/finding.ts';
import type { Limit } from '../model/license.ts';
import type { Ancestor } from '../model/lineage.ts';
import type { Declared } from './declared.ts';
import { type Barred } from './use.ts';
/** Why a policy does not take a license. */
export type Objection = {
    readonly why: 'denied' | 'not-allowed';
} | {
    readonly why: 'category';
    readonly category: string;
};
/** A license in this repository that the policy does not take. */
export interface DeniedLicense {
    readonly at: Claim;
    readonly license: string;
    /** The upstream that brings it; undefined for the repository's own. */
    readonly from: Ancestor | undefined;
    readonly objection: Objection;
    readonly confidence: Confidence;
}
/** A limit that stands against the intended use. */
export interface DeniedUse extends Barred {
    readonly at: Claim;
    readonly because: Owed<Limit> | undefined;
    readonly confidence: Confidence;
}
export interface Breaches {
    readonly licenses: readonly DeniedLicense[];
    readonly uses: readonly DeniedUse[];
}
interface Given {
    readonly policy: Policy;
    readonly terms: Declared | undefined;
    readonly ancestors: readonly Ancestor[];
    readonly owed: (ancestor: Ancestor) => readonly Owed[];
    readonly limits: (ancestor: Ancestor) => readonly Owed<Limit>[];
    readonly catalogue: Catalogue;
}
/** What the policy holds against this repository: its own license, and those of upstreams whose terms reach it. */
export declare function breachesOf(given: Given): Breaches;
export {};
