import { defineRule } from '../src/core/rule.ts';

/**
 * Two licenses that each want their own word first, or the whole work for themselves, cannot both be kept.
 */
export default defineRule({
  name: 'incompatible-upstreams',
  formerly: ['unsatisfiable-upstreams'],
  summary: 'Do not combine upstreams whose terms cannot both be met',
  severity: 'error',

  *check({ upstreams }) {
    for (const { one, other, reason } of upstreams.clashes)
      yield {
        at: one.ancestor.claims[0],
        message: `"${one.license.id}" and "${other.license.id}" ${reason}`,
        obligation: one,
        alsoObligations: [other],
        confidence: one.open || other.open ? 'likely' : other.ancestor.confidence,
        fix: { title: 'Ask one of the licensors, or leave one of the upstreams out', safe: false, edits: [] },
      };
  },
});
