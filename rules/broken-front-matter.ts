import { defineRule } from '../src/core/rule.ts';

const BROKEN: ReadonlySet<string> = new Set([
  'broken',
  'not-a-mapping',
  'unclosed',
  'after-text',
  'unreadable',
]);

/** What the Hub cannot parse it does not read: a license in a broken block is no license. */
export default defineRule({
  name: 'broken-front-matter',
  summary: 'Keep the front matter valid YAML in the place where the Hub looks for it',
  severity: 'error',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims }) {
    for (const claim of claims('card')) {
      if (!BROKEN.has(claim.state)) continue;
      yield {
        at: claim,
        message: claim.detail,
        // Others may read what goes beyond the limits of licet.
        ...(claim.state === 'unreadable' ? { severity: 'warning' as const } : {}),
        fix: {
          title:
            claim.state === 'unreadable'
              ? 'Shorten the block: what follows its limits is not checked'
              : 'Make the block valid YAML, a mapping of keys, at the very top of the file',
          safe: false,
          edits: [],
        },
      };
    }
  },
});
