import { defineRule, label, list, section } from '../src/rule.ts';

/** Whether training makes a derivative of the data is open; that the data's limits go unsaid is not. */
export default defineRule({
  name: 'dropped-dataset-terms',
  summary: 'Mention the limits of training data that the declared license does not carry',
  severity: 'warn',

  *check({ license, datasets }) {
    if (!license) return;
    for (const { claim, upstream, terms, asOf } of datasets) {
      const names = terms.map((term) => `${label(term)} (${section(term.section)})`);
      yield {
        at: claim,
        what: `Data set "${claim.dataset}" is under ${upstream.id}: "${license.raw}" does not carry ${list(names)}`,
        why: { title: `${upstream.name}${asOf ? `, as of ${asOf}` : ''}`, clauses: terms },
        confidence: 'possible',
        fix: { title: 'Say in the card under which terms the data stands, or choose a license that keeps them', safe: false, edits: [] },
      };
    }
  },
});
