import type { Finding } from '../model/finding.ts';
/** What was there when a team began: fingerprints, how often each, by repository. Lines may move; the finding stays known. */
export interface Baseline {
    readonly version: 1;
    readonly repositories: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
export declare const BASELINE_FILE = "licet-baseline.json";
export declare const NO_BASELINE: Baseline;
/** The baseline of a run: every finding of each repository. */
export declare function baselineOf(reports: readonly {
    readonly root: string;
    readonly findings: readonly Finding[];
}[]): Baseline;
/** The findings that a baseline does not know, each known one taken off as often as it was there. */
export declare function beyond(baseline: Baseline, root: string, findings: readonly Finding[]): readonly Finding[];
/** Reads a baseline; undefined where the text is none. */
export declare function parseBaseline(text: string): Baseline | undefined;
/** A baseline without what is no longer found. */
export declare function pruned(baseline: Baseline, now: Baseline): Baseline;
