/**
 * All that a rule may import, licet's own and those of plugins. A rule asks finished facts (docs/facts.md)
 * and yields problems; it imports nothing else, so it knows no files, no network, no clock and no other rule.
 *
 * - Types: `Rule` and what its `check` gets (`Facts` and its groups) and yields (`Problem`, `Fix`), and the
 *   values in them (`Claim`, `License`, `Term`, `Obligation`, `Ancestor`).
 * - Edits, for the `fix` of a problem: each gives a list, empty where nothing can be changed safely.
 * - Words, so that all rules name a term, a section or a relation alike.
 */
export type { Rule } from './evaluate/evaluate.ts';
export type { Facts } from './evaluate/facts/facts.ts';
export type { FileFacts } from './evaluate/facts/file-facts.ts';
export type { LicenseFacts } from './evaluate/facts/license-facts.ts';
export type { UpstreamFacts } from './evaluate/facts/upstream-facts.ts';
export type { AttributionFacts } from './evaluate/facts/attribution-facts.ts';
export type { CodeFacts } from './evaluate/facts/code-facts.ts';
export type { TrainingDataFacts } from './evaluate/facts/training-data-facts.ts';
export type { PolicyFacts } from './evaluate/facts/policy-facts.ts';
export type { Problem, Obligation, Fix } from './model/finding.ts';
export type { Claim, ClaimOf } from './model/claim.ts';
export type { License, Identity, Term, Duty, Limit } from './model/license.ts';
export type { Ancestor } from './model/lineage.ts';
export {
  addKey,
  append,
  beginBlock,
  fillKey,
  appendOrBegin,
  appendShown as appendToCard,
  lineAfter as addLineAfter,
  replace,
  replaceValue,
} from './evaluate/fixes/edits.ts';
export { addToEntry as addToNotice } from './evaluate/fixes/notice-entry.ts';
export {
  declaration as declarationOf,
  label as termLabel,
  list as joinWords,
  section as sectionLabel,
  FAILURE_WORDS,
  LIMIT_WORDS,
  RELATION_WORDS,
} from './evaluate/facts/terms/term-labels.ts';
export { isCreditable, wayTo as pathTo } from './model/lineage.ts';
export { cut, cutPair } from './text/cut.ts';
export { lettersAndDigits } from './text/normalize-spacing.ts';
export { carries as carriesTerm } from './license/compat/term-coverage.ts';

import type { Rule } from './evaluate/evaluate.ts';

/** Gives a rule its type; nothing else. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
