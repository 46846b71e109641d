import { defineRule } from '../src/core/rule.ts';

/**
 * A finding put off until a day comes back on the next. The engine finds these, after all rules have spoken.
 */
export default defineRule({
  name: 'expired-directive',
  summary: 'Resolve findings whose suppression has expired',
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],
  *check() {},
});
