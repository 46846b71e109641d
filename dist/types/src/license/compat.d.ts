import { type Relation } from '../model/lineage.ts';
import type { Identity, Term } from '../model/license.ts';
export type Verdict = 'ok' | 'conflict' | 'cannot-tell';
/** A term of one license, as an answer lists it. */
export interface Told {
    readonly license: string;
    readonly kind: Term['kind'];
    readonly section: string;
    readonly says: string;
    /** The circumstance under which it binds. */
    readonly when?: string;
    /** True where the text, or our reading of it, leaves open whether the term stands in the way. */
    readonly open: boolean;
}
/** Whether one license carries what others ask, by their words. */
export interface Answer {
    readonly verdict: Verdict;
    /** Terms that the declared license drops or cannot bear, and terms of two upstreams that exclude each other. */
    readonly dropped: readonly Told[];
    /** What remains to be done for the upstreams. */
    readonly duties: readonly Told[];
    /** One sentence each, in the order of weight. */
    readonly reasons: readonly string[];
}
/**
 * Whether works under `upstreams` (all of them) may go out as one work under `declared`, standing to them as `relation` says.
 * Computed from terms, passages and bars in the data; no pair is listed anywhere. Total: what is not known is `cannot-tell`.
 */
export declare function compat(upstreams: readonly Identity[], declared: Identity, relation: Relation): Answer;
