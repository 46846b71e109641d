import type { Written } from './config.ts';
import type { RuleLevel } from './presets.ts';
import type { Trouble } from './schema.ts';
/** The first thing in a config that has the right form and still means nothing: a rule, a license or a day that is none. */
export declare function troubleInContent(written: Written, rules: readonly RuleLevel[], plugins: boolean): Trouble | undefined;
/** Whether a text is a day of the calendar, ISO 8601. */
export declare function isDay(text: string): boolean;
