import { defineRule } from '../src/core/rule.ts';

/**
 * Who agreed to other facts has not agreed to these. The engine finds it, once the facts are whole.
 */
export default defineRule({
  name: 'stale-review',
  summary: 'Review a release anew when its facts have changed',
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],
  *check() {},
});
