import { type Formatter } from './report.ts';
/** The report for people: what, from where, why, and what to do. Nothing where nothing was found. */
export declare const stylish: Formatter;
