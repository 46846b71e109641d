import { defineRule } from '../src/core/rule.ts';

/**
 * A policy says what the model is meant for; a limit on just that is worth knowing before, not after. Silent
 * without one.
 */
export default defineRule({
  name: 'denied-use',
  summary: 'Keep to the uses that the licenses allow',
  severity: 'error',

  *check({ breaches }) {
    for (const { at, license, limit, what, how, because, confidence } of breaches.uses)
      yield {
        at,
        message:
          how === 'asks'
            ? `${because ? 'Upstream license' : 'License'} "${license.id}" asks for a registration ` +
              `before ${what}`
            : `${because ? 'Upstream license' : 'License'} "${license.id}" does not cover ${what}`,
        ...(because ? { obligation: because } : { why: { title: license.name, clauses: [limit] } }),
        confidence,
        fix: {
          title:
            how === 'asks'
              ? `Register with ${license.licensor ?? 'the licensor'}`
              : `Choose another model, or ask ${license.licensor ?? 'the licensor'} for a license`,
          safe: false,
          edits: [],
        },
      };
  },
});
