import { defineRule } from '../src/core/rule.ts';

/** What could not be read was not checked, and a reader of the report should know it. */
export default defineRule({
  name: 'unreadable-file',
  summary: 'Keep the files that licensing depends on readable',
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims }) {
    for (const claim of claims('unreadable'))
      yield {
        at: claim,
        message: claim.what,
        ...(claim.hint ? { fix: { title: claim.hint, safe: false, edits: [] } } : {}),
      };
  },
});
