import { defineRule } from '../src/core/rule.ts';

/**
 * A release that nobody has looked at is a draft, whatever a linter says. The engine finds it, once the facts
 * are whole.
 */
export default defineRule({
  name: 'missing-review',
  summary: 'Record a review that agrees before a release',
  severity: 'warning',
  optIn: true,
  kinds: ['model', 'dataset', 'space'],
  *check() {},
});
