import { defineRule } from '../src/rule.ts';

/** The text is what binds: a file that holds another license than the card declares misleads. */
export default defineRule({
  name: 'mismatched-license-text',
  summary: 'Ship the text of the license that the card declares',
  severity: 'error',

  *check({ license, mismatches }) {
    if (!license) return;
    for (const { claim, id, how, certain } of mismatches)
      yield {
        at: claim,
        what: how === 'changed' ? `"${claim.match.file}" is a changed text of ${id}` : `"${claim.match.file}" holds ${id}, but "license" says "${license.raw}"`,
        confidence: certain ? license.confidence : 'likely',
        fix: { title: 'Declare the license that the file holds, or say in NOTICE or the card which part it covers', safe: false, edits: [] },
      };
  },
});
