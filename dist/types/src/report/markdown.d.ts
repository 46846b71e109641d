import { type Account } from './account.ts';
import { type Formatter, type Run, type Totals } from './report.ts';
/** The whole report as a Markdown document, for a comment, a wiki or a file. */
export declare const markdown: Formatter;
/** The run in one sentence. */
export declare function headline(totals: Totals): string;
/** A rule's name, linked to its page where there is one. */
export declare function ruleLink(run: Run, { finding }: Account): string;
