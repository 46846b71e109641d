import type { Finding } from '../model/finding.ts';
import { type Span } from './frame.ts';
import { type Report } from './report.ts';
/** One clause under a finding, in our words. */
export interface Why {
    /** The license's name, or the document's title. */
    readonly title: string;
    /** The section as reports show it, such as `§1.b.i`. */
    readonly section: string;
    readonly says: string;
    readonly url?: string;
}
/** What a finding tells, before any dress: what, from where, why, and what to do. Text is as the repository has it, not yet escaped. */
export interface Account {
    readonly finding: Finding;
    /** The file as reports name it. */
    readonly file: string;
    readonly span: Span | undefined;
    /** The key in a file without lines. */
    readonly key: string | undefined;
    /** The way to the upstream whose term it is, with the license and the date of the record. */
    readonly from: string | undefined;
    readonly whys: readonly Why[];
    /** `fix`: `--fix` does it. `hint`: a person decides. */
    readonly todo: {
        readonly word: 'fix' | 'hint';
        readonly title: string;
    } | undefined;
}
/** The accounts of a repository's findings, in their order. */
export declare function accountsOf(report: Report): Account[];
/** `2:10`, the key in a header, or `-` where a finding has only a file. */
export declare function whereOf({ span, key }: Pick<Account, 'span' | 'key'>): string;
/** The rule's name as it ends a line: an unsure finding says so. */
export declare function ruleOf({ rule, confidence }: Finding): string;
/** A clause in one line. */
export declare function whyLine(why: Why): string;
