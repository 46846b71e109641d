import { defineRule, section, wayTo } from '../src/core/rule.ts';

const BARS: ReadonlySet<string> = new Set(['no-redistribution', 'no-derivatives']);

/** Some upstreams let nobody pass the model on, or no changed version of it. */
export default defineRule({
  name: 'forbidden-redistribution',
  summary: 'Do not publish models whose upstream license prohibits redistribution',
  severity: 'error',

  *check({ ancestors, limits }) {
    for (const ancestor of ancestors)
      for (const owed of limits(ancestor)) {
        if (!BARS.has(owed.term.kind)) continue;
        const what =
          owed.term.kind === 'no-derivatives' ? 'prohibits modified versions' : 'prohibits redistribution';
        yield {
          at: ancestor.claims[0],
          message:
            `License ${owed.license.id} of "${wayTo(ancestor).split(' → ').at(-1) ?? ''}" ${what} ` +
            `(${section(owed.term.section)})`,
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
