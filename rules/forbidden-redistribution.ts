import { defineRule, sectionLabel, type Obligation } from '../src/core/rule.ts';

const BARS: ReadonlySet<string> = new Set(['no-redistribution', 'no-derivatives']);

/** Some upstreams let nobody pass the model on, or no changed version of it. */
export default defineRule({
  name: 'forbidden-redistribution',
  summary: 'Do not publish models whose upstream license prohibits redistribution',
  severity: 'error',

  *check({ upstreams }) {
    for (const ancestor of upstreams.ancestors) {
      const handsOn = new Set(
        upstreams
          .obligationsOf(ancestor)
          .flatMap(({ term, license }) => (term.kind === 'include-license' ? [license.id] : [])),
      );
      for (const owed of upstreams.limitsOf(ancestor)) {
        if (!BARS.has(owed.term.kind)) continue;
        // The same text says how to hand on what was made of it: with a copy of the license.
        if (owed.term.kind === 'no-redistribution' && owed.open && handsOn.has(owed.license.id)) continue;
        yield {
          at: ancestor.claims[0],
          message:
            `License ${owed.license.id} of "${ancestor.model}" forbids passing ${barred(owed)} on to ` +
            `others (${sectionLabel(owed.term.section)})`,
          obligation: owed,
          fix: {
            title: 'Get written permission from the licensor before publishing',
            safe: false,
            edits: [],
          },
        };
        break;
      }
    }
  },
});

/** What may not be passed on, by how this repository stands to the upstream. */
function barred({ term, ancestor: { reach } }: Obligation): string {
  if (term.kind === 'no-derivatives') return 'a modified version';
  const [only] = reach;
  if (reach.length > 1) return 'the model or works from it';
  if (only === 'copy') return 'a copy';
  if (only === 'quantized') return 'a quantized version';
  if (only === 'adapter') return 'an adapter for it';
  if (only === 'component') return 'a model that contains it';
  return 'works from it';
}
