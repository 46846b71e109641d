import { type Formatter } from './report.ts';
/** One self-contained page: findings with evidence and clauses, the lineage of each repository. No script, no request. */
export declare const html: Formatter;
