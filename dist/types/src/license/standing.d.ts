import type { Identity, License, Reach, Term } from '../model/license.ts';
/** Whether a term covers a class of reach: by its words, perhaps, or not. */
export type Covers = 'plainly' | 'perhaps' | 'not';
/** Whether `when` speaks of the receiver's acts (a scope), not of a fact about the work (a doubt). */
export declare function isScope(when: string): boolean;
/**
 * How surely a term reaches a class, by the license's own words. A text for software knows only code: for it a changed copy
 * of weights is a changed work, and its copyleft counts (rules.md, law 4); whether the law agrees is not asked here. An
 * unchanged copy has no change to tell of.
 */
export declare function covers(license: License, term: Term, reach: Reach): Covers;
/** Licenses of which all apply, and the parts of which nothing is known. */
export interface Reading {
    readonly licenses: readonly License[];
    readonly unknown: readonly string[];
}
/** What an identity may mean: one of `any`, where the taker chooses (`or`) or where nobody knows which (`unclear`). */
export type Readings = {
    readonly is: 'one';
    readonly reading: Reading;
} | {
    readonly is: 'or' | 'unclear';
    readonly of: readonly Readings[];
} | {
    readonly is: 'and';
    readonly of: readonly Readings[];
};
/** How many ways there are to read a tree, each with one reading of every part. */
export declare function countOf(tree: Readings): number;
/** A node of a tree, each part told once: a license named twice is one, a choice within a choice is one choice. */
export declare function joined(is: 'and' | 'or' | 'unclear', parts: readonly Readings[]): Readings;
/** The tree of readings of a name or an expression. */
export declare function readingsOf(identity: Identity): Readings;
