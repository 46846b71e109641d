import type { Severity } from '../model/finding.ts';
export type Level = Severity | 'off';
/** What a preset needs to know of a rule. */
export interface RuleLevel {
    readonly name: string;
    readonly severity: Severity;
    /** The rule's own word on `strict`. */
    readonly strict?: Severity;
}
export declare const PRESETS: readonly ["recommended", "strict", "publish", "consume"];
export type Preset = (typeof PRESETS)[number];
/** The levels of a preset; a rule that it does not name keeps its own. */
export declare function presetLevels(preset: Preset, rules: readonly RuleLevel[]): Map<string, Level>;
export declare function isPreset(word: string): word is Preset;
