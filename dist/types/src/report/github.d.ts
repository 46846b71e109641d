import { type Formatter } from './report.ts';
/** GitHub's workflow commands: one annotation per finding, at most ten of a level, then how many are left. */
export declare const github: Formatter;
