import type { Finding, Problem } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
type DirectiveProblem = Problem & {
    readonly rule: 'unused-directive' | 'expired-directive';
};
export interface Suppressed {
    readonly findings: readonly Finding[];
    readonly suppressed: readonly Finding[];
    /** Directives that turn nothing off, are past their day, or cannot be carried out. */
    readonly problems: readonly DirectiveProblem[];
}
/** What the engine knows of the rules that a directive names. */
export interface Heard {
    /** Every rule there is. */
    readonly known: readonly string[];
    /** Whether a rule was asked: a directive for one that was off is no trouble. */
    asked(rule: string): boolean;
}
/**
 * Takes out the findings that comments in the files turn off. `today` is ISO 8601; `until` is the last day that counts;
 * where today is an empty string no day is past. Without `heard` every rule counts as known and asked.
 */
export declare function applyDirectives(sources: readonly Source[], findings: readonly Finding[], today: string, requireReason?: boolean, heard?: Heard): Suppressed;
/** Every directive, told once, where whoever runs licet lets none count. */
export declare function unheardDirectives(sources: readonly Source[]): readonly DirectiveProblem[];
export {};
