import { defineRule, sectionLabel, pathTo } from '../src/core/rule.ts';

const BARS: ReadonlySet<string> = new Set(['no-redistribution', 'no-derivatives']);

/** Some upstreams let nobody pass the model on, or no changed version of it. */
export default defineRule({
  name: 'forbidden-redistribution',
  summary: 'Do not publish models whose upstream license prohibits redistribution',
  severity: 'error',

  *check({ upstreams }) {
    for (const ancestor of upstreams.ancestors)
      for (const owed of upstreams.limitsOf(ancestor)) {
        if (!BARS.has(owed.term.kind)) continue;
        const what =
          owed.term.kind === 'no-derivatives' ? 'prohibits modified versions' : 'prohibits redistribution';
        yield {
          at: ancestor.claims[0],
          message:
            `License ${owed.license.id} of "${pathTo(ancestor).split(' → ').at(-1) ?? ''}" ${what} ` +
            `(${sectionLabel(owed.term.section)})`,
          obligation: owed,
          fix: {
            title: 'Get written permission from the licensor before publishing',
            safe: false,
            edits: [],
          },
        };
        break;
      }
  },
});
