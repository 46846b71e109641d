import type { Policy } from './config/config.ts';
import { type Rule } from './evaluate/evaluate.ts';
import type { Confidence } from './model/confidence.ts';
import type { Failure, Relation } from './model/lineage.ts';
import type { Report } from './report/report.ts';
/** What a test says of a model somewhere else: the value of its `license:`, more of its card, or why nothing is known. */
export type Upstream = string | {
    readonly license: string;
    readonly license_name?: string;
    readonly license_link?: string;
    /** Ids, or ids with the relation to them. */
    readonly bases?: readonly (string | {
        readonly model: string;
        readonly relation: Relation;
    })[];
    /** How sure the record is; `certain` where nothing is said. */
    readonly confidence?: Confidence;
    /** Its copyright lines, as they were recorded; of the LICENSE where no file is named. */
    readonly copyright?: readonly (string | {
        readonly line: string;
        readonly file: string;
    })[];
    /** What a lock says of it, where the repository stands under one. */
    readonly locked?: {
        readonly license: string; /** ISO 8601. */
        readonly date: string;
        readonly textHash?: string;
    };
    /** The id that the Hub uses today. */
    readonly canonical?: string;
    /** When it was read, ISO 8601; 2026-01-01 where nothing is said. */
    readonly asOf?: string;
    /** The hash of its license text. */
    readonly textHash?: string;
} | {
    readonly failed: Failure;
};
/** A small world, and what the rule is to say of it. */
export interface Case {
    /** A sentence about the world; it names the test. */
    readonly name: string;
    /** The repository, by file name. */
    readonly files: Readonly<Record<string, string | Uint8Array>>;
    /** Every model that is known elsewhere. Models not named here are not known: nothing that licet ships on models is asked. */
    readonly upstreams?: Readonly<Record<string, Upstream>>;
    /** The Hub id, as `--name` gives it. Without it the name is that of a folder called `model`. */
    readonly repo?: string;
    /** False where only a card is at hand, so that absent files say nothing. */
    readonly complete?: boolean;
    /** The day of the run, ISO 8601, for directives that expire. */
    readonly today?: string;
    /** The intended use, as a config says it under `policy`. */
    readonly policy?: Policy;
}
export interface Invalid extends Case {
    /** Each finding of the rule, in order: `README.md:2:13 error Missing phrase "Built with Llama"`. */
    readonly problems: readonly [string, ...string[]];
    /** Files as safe fixes leave them, those that change and no others. */
    readonly output?: Readonly<Record<string, string>>;
}
export interface Cases {
    readonly valid: readonly Case[];
    readonly invalid: readonly Invalid[];
}
/** The two words of a test framework that the tester needs: vitest, jest, mocha and `node:test` have them. */
export interface Runner {
    describe(name: string, body: () => void): unknown;
    it(name: string, body: () => Promise<void>): unknown;
}
/** The real pipeline on a case. A rule that throws fails the test. */
export declare function lintCase(one: Case, rules: readonly Rule[]): Promise<Report>;
/** What one rule says of a case. The others run beside it: directives count as used only where something was found. */
export declare function ruleReport(one: Case, rule: Rule, others: readonly Rule[]): Promise<Report>;
/** Findings as tests write them: `file:line:column severity what`; `file#key …` in a file without lines, `file …` where it is not there. */
export declare function lines(report: Report): string[];
/** A `testRule` on a test framework. `rules` are asked too when a fix is tried: it may not wake one of them. */
export declare function ruleTester(runner: Runner, rules?: readonly Rule[]): (rule: Rule, cases: Cases) => void;
/** Runs the real pipeline on small repositories in memory, and compares what one rule says. Throws at a duplicate case. */
export declare function testRule(rule: Rule, cases: Cases): void;
