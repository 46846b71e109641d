import { type Formatter } from './report.ts';
/** SARIF 2.1.0 (OASIS, 2020-03-27): one log with one run, valid also with zero results. */
export declare const sarif: Formatter;
