import { defineRule } from '../src/rule.ts';

/** A link to a file that is not there leaves the reader without the terms. */
export default defineRule({
  name: 'broken-license-link',
  summary: 'Link only to license files that are there',
  severity: 'warn',
  kinds: ['model', 'dataset', 'space'],

  *check({ all, complete, has }) {
    if (!complete) return;
    for (const mention of all('file-mention')) {
      if (mention.purpose === 'notice' || has(mention.target)) continue; // contradicted-statement speaks of notices
      yield {
        at: mention,
        what: `File "${mention.target}" is named but not there`,
        fix: { title: `Add \`${mention.target}\`, or correct the link`, safe: false, edits: [] },
      };
    }
  },
});
