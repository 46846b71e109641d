import { type Formatter } from './report.ts';
/** The job summary of GitHub Actions: a table of the findings, the worst first within the order of the report. */
export declare const summary: Formatter;
