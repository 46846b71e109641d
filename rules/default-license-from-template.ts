import { defineRule, replace } from '../src/core/rule.ts';

/** A tool's default is nobody's decision. */
export default defineRule({
  name: 'default-license-from-template',
  formerly: ['template-license'],
  summary: 'Choose the license yourself where a tool wrote its default',
  severity: 'warning',

  *check({ claims, license }) {
    for (const claim of claims('license'))
      if (claim.template !== undefined && claim.via === 'front-matter')
        yield {
          at: claim,
          message: `License "${claim.raw}" is the default that ${claim.template} writes into every card`,
          confidence: 'likely',
          fix: {
            title: 'Declare the license that the upstream allows',
            safe: false,
            edits: [],
            // Whatever another rule puts there is no tool's default.
            settledBy: replace(claim, '').map(({ file, start, end }) => ({ file, start, end })),
          },
        };
    for (const key of claims('key'))
      if (key.misspells === 'license' && key.value === 'license')
        yield {
          at: key,
          message: `Key "${key.key}: license" is the placeholder that TRL writes into every card`,
          fix: {
            title: license.declared ? 'Remove the line' : 'Remove the line and declare `license:`',
            safe: false,
            edits: [],
          },
        };
  },
});
