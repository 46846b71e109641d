import type { Formatter } from './report.ts';
/** One JSON object per line and finding: the fields of `json`, with the repository's path and name before them. */
export declare const ndjson: Formatter;
