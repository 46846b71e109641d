import type { Finding } from '../model/finding.ts';
/** Findings of one rule and severity in one file that are told one by one: nobody reads more of a kind. */
export declare const MOST_ALIKE = 100;
/** Findings that one run tells one by one, about what a code host takes of one report. */
export declare const MOST_IN_RUN = 20000;
/** The first findings of each kind in each file, and behind them one that counts the rest. `findings` are in order, and stay so. */
export declare function capped(findings: readonly Finding[], most?: number): Finding[];
/** What is left of a repository's findings where `room` more may be told: all, or one for each severity that counts them. */
export declare function within(findings: readonly Finding[], room: number): readonly Finding[];
