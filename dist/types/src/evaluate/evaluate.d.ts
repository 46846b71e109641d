import type { Finding, Problem, Severity } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Facts } from './facts.ts';
/** One trouble, and how to see it. A pure generator: no state, no callback, no io. */
export interface Rule {
    /** The file's name. */
    readonly name: string;
    readonly summary: string;
    readonly severity: Severity;
    /** The presets that raise or lower it; `recommended` is `severity`. */
    readonly strict?: Severity;
    /** Which kinds of repository it speaks of; models where nothing is said. */
    readonly kinds?: readonly Facts['kind'][];
    /** The address of a page about a plugin's rule. */
    readonly page?: string;
    check(facts: Facts): Iterable<Problem>;
}
/** A rule failed: our error, never the user's. The other rules go on. */
export interface Failed {
    readonly rule: string;
    readonly message: string;
}
export type Levels = ReadonlyMap<string, Severity | 'off'>;
/** Where a problem is said to be. */
export declare function placeOf(problem: Pick<Problem, 'at'>): Place;
/** Sixteen hex digits that tell a finding from others, wherever in its file it stands. */
export declare function fingerprintOf(rule: string, problem: Problem): string;
/**
 * Asks every rule and weighs what it says. `levelsAt` gives the levels that are set for single files, on top of `levels`.
 * Findings come by file, then place, then rule.
 */
export declare function evaluate(facts: Facts, rules: readonly Rule[], levels?: Levels, levelsAt?: (file: string) => Levels): {
    findings: Finding[];
    failed: Failed[];
};
/** A problem that the engine found itself, weighed as its rule's level says; nothing where the rule is off. */
export declare function weighed(problem: Problem & {
    readonly rule: string;
}, rules: readonly Rule[], levels?: Levels): Finding[];
/** Findings by file, the card first, then place, then rule. */
export declare function inOrder(findings: readonly Finding[], facts: Pick<Facts, 'card'>): Finding[];
