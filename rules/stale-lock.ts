import { defineRule } from '../src/core/rule.ts';

/**
 * A lock that no longer says what the upstream says hides new terms: what else is reported rests on the old
 * ones.
 */
export default defineRule({
  name: 'stale-lock',
  summary: 'Update the lock when an upstream changes its license or its bases',
  severity: 'warning',
  strict: 'error',

  *check({ upstreams }) {
    for (const ancestor of upstreams.ancestors) {
      const { resolution } = ancestor;
      for (const { what, from, asOf, confidence } of (resolution.is === 'found' && resolution.changed) || [])
        yield {
          at: ancestor.claims[0],
          upstream: ancestor,
          message: `${what} (${from}, ${asOf})`,
          confidence,
          fix: {
            title:
              `Run \`licet ` +
              `resolve${from === 'snapshot' ? '' : from === 'Hub cache' ? ' --hub-cache' : ' --online'}\`, ` +
              'review the change, and commit it',
            safe: false,
            edits: [],
          },
        };
    }
  },
});
