/** All that a rule may import: its shape, the facts it asks, the words and edits it answers with. */
export type { Rule } from './evaluate/evaluate.ts';
export type { Facts } from './evaluate/facts/facts.ts';
export type { Problem, Obligation, Fix } from './model/finding.ts';
export type { Claim, ClaimOf } from './model/claim.ts';
export type { License, Identity, Term, Duty, Limit } from './model/license.ts';
export type { Ancestor } from './model/lineage.ts';
export { wayTo } from './model/lineage.ts';
export {
  addKey,
  append,
  appendOrBegin,
  appendShown,
  lineAfter,
  replace,
  replaceValue,
} from './evaluate/fixes/edits.ts';
export { addToEntry } from './evaluate/fixes/notice-entry.ts';
export {
  declaration,
  label,
  list,
  section,
  FAILURE_WORDS,
  RELATION_WORDS,
} from './evaluate/facts/terms/term-labels.ts';
export { lettersAndDigits } from './text/normalize-spacing.ts';
export { carries } from './license/compat/term-coverage.ts';

import type { Rule } from './evaluate/evaluate.ts';

/** Gives a rule its type; nothing else. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
