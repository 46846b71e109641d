import { defineRule } from '../src/core/rule.ts';

/** A blank that nobody filled in credits nobody. */
export default defineRule({
  name: 'placeholder-text',
  summary: 'Fill in the blanks of license, notice and card',
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims }) {
    for (const claim of claims('placeholder'))
      yield {
        at: claim,
        message:
          claim.more === undefined
            ? `Placeholder "${claim.text.slice(0, 60)}" is left in "${claim.place.file}"`
            : `${claim.more} more placeholders are left in "${claim.place.file}"`,
        fix: { title: 'Fill it in, or remove the line', safe: false, edits: [] },
      };
  },
});
