import type { Formatter } from './report.ts';
/** GitLab's Code Quality report (docs.gitlab.com, "Code Quality report format"): an array, also with zero findings. */
export declare const gitlab: Formatter;
