import type { License, Term } from '../model/license.ts';
import type { Failure, Relation } from '../model/lineage.ts';
/** A term in a few words. */
export declare function label(term: Term): string;
/** A section as reports show it: `§1.b.i`, but `Attachment A` as it is. */
export declare function section(text: string): string;
/** `a`, `a and b`, `a, b and c`. */
export declare function list(items: readonly string[]): string;
/** What the front matter says to declare a license, in Markdown. A license outside the Hub's list is `other` with a name. */
export declare function declaration(license: License): string;
/** How this repository stands to an upstream, as a noun. */
export declare const RELATION_WORDS: Readonly<Record<Relation | 'unsaid', string>>;
/** Why nothing is known of an upstream, and what to do about it. */
export declare const FAILURE_WORDS: Readonly<Record<Failure, {
    readonly why: string;
    readonly hint: string;
}>>;
