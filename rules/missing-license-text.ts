import { defineRule } from '../src/rule.ts';

/** Nearly every license wants its text to travel with the model. */
export default defineRule({
  name: 'missing-license-text',
  summary: 'Ship the license texts that upstreams ask for',
  severity: 'warn',

  *check({ complete, duties, textsOf, links }) {
    if (!complete) return;
    for (const owed of duties('include-license')) {
      if (textsOf(owed.license).length > 0 || (owed.term.orLink && links(owed.license))) continue;
      yield {
        at: owed.ancestor.claims[0],
        what: `Text of license "${owed.license.id}" is not in the repository`,
        because: owed,
        fix: { title: `Copy the text of the ${owed.license.name} into LICENSE or LICENSES/${owed.license.url ? ` from ${owed.license.url}` : ''}`, safe: false, edits: [] },
      };
    }
  },
});
