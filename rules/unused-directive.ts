import { defineRule } from '../src/core/rule.ts';

/**
 * A comment that turns nothing off hides the next finding there. The engine finds these, after all rules have
 * spoken.
 */
export default defineRule({
  name: 'unused-directive',
  summary: 'Remove directives that suppress nothing',
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],
  *check() {},
});
