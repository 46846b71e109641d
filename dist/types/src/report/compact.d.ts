import type { Formatter } from './report.ts';
/** One line per finding, for grep, editors and problem matchers; never coloured. `.github/licet-problem-matcher.json` reads it. */
export declare const compact: Formatter;
