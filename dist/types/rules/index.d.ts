import type { Rule } from '../src/rule.ts';
/** Every rule that licet ships, by name. */
export declare const rules: readonly Rule[];
