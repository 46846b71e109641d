import { defineRule } from '../src/rule.ts';

/** Card and files that name different upstreams cannot both be right. */
export default defineRule({
  name: 'conflicting-upstreams',
  summary: 'Let card and files name the same upstream in the same relation',
  severity: 'warn',

  *check({ contradictions }) {
    for (const { claim, other } of contradictions)
      yield {
        at: other,
        what: claim.model === other.model ? `"${claim.model}" is declared as ${claim.relation}, but "${file(other)}" tells ${other.relation}` : `Card says "${claim.model}", "${file(other)}" says "${other.model}"`,
        confidence: other.confidence,
        fix: { title: 'Correct `base_model` or `base_model_relation`, or the file', safe: false, edits: [] },
      };
  },
});

const file = (claim: { readonly place: { readonly file: string } }) => claim.place.file;
