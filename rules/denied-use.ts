import { defineRule } from '../src/core/rule.ts';

/**
 * A policy says what the model is meant for; a limit on just that is worth knowing before, not after. Silent
 * without one.
 */
export default defineRule({
  name: 'denied-use',
  summary: 'Keep to the uses that the licenses allow',
  severity: 'error',

  *check({ policy }) {
    for (const { at, license, limit, what, how, obligation, confidence } of policy.deniedUses)
      yield {
        at,
        message:
          how === 'asks'
            ? `${obligation ? 'Upstream license' : 'License'} "${license.id}" asks for a registration ` +
              `before ${what}`
            : `${obligation ? 'Upstream license' : 'License'} "${license.id}" does not cover ${what}`,
        ...(obligation ? { obligation } : { why: { title: license.name, clauses: [limit] } }),
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
