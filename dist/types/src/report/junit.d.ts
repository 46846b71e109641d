import type { Formatter } from './report.ts';
/**
 * JUnit's XML as Jenkins and GitLab read it: one suite per repository, one case per finding. Only errors fail, so that the tests agree
 * with the exit code; warnings and notes are shown as skipped. A repository without findings is one passed case.
 */
export declare const junit: Formatter;
