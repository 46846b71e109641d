import { defineRule } from '../src/rule.ts';

/** Front matter, text, file headers that name different licenses leave the reader to guess. */
export default defineRule({
  name: 'conflicting-license-claims',
  summary: 'Name the same license everywhere',
  severity: 'warn',

  *check({ license, disagreeing }) {
    if (!license) return;
    for (const claim of disagreeing)
      yield {
        at: claim,
        what: `"${claim.place.file}" says "${claim.raw}" here, the front matter "${license.raw}"`,
        confidence: claim.confidence,
        fix: { title: 'Name one license in both places, or say which part each covers', safe: false, edits: [] },
      };
  },
});
