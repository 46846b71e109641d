import { defineRule, sectionLabel, pathTo } from '../src/core/rule.ts';

const BARS: ReadonlySet<string> = new Set(['no-redistribution', 'no-derivatives']);

/** Some upstreams let nobody pass the model on, or no changed version of it. */
export default defineRule({
  name: 'forbidden-redistribution',
  summary: 'Publish nothing whose upstream bars passing it on',
  severity: 'error',

  *check({ upstreams }) {
    for (const ancestor of upstreams.ancestors)
      for (const owed of upstreams.limitsOf(ancestor)) {
        if (!BARS.has(owed.term.kind)) continue;
        const what = owed.term.kind === 'no-derivatives' ? 'bars changed versions' : 'bars redistribution';
        yield {
          at: ancestor.claims[0],
          message:
            `License ${owed.license.id} of "${pathTo(ancestor).split(' → ').at(-1) ?? ''}" ${what} ` +
            `(${sectionLabel(owed.term.section)})`,
          obligation: owed,
          fix: { title: 'Ask the licensor for written leave before publishing', safe: false, edits: [] },
        };
        break;
      }
  },
});
