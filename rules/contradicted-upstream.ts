import { defineRule, type Facts } from '../src/core/rule.ts';

/** Card and files that name different upstreams, or another relation to them, cannot both be right. */
export default defineRule({
  name: 'contradicted-upstream',
  formerly: ['conflicting-upstreams'],
  summary: 'Name the same upstream and relation in card and files',
  severity: 'warning',

  *check({ upstreams }) {
    for (const one of upstreams.contradictions) {
      if (one.is === 'model')
        yield {
          at: one.other,
          message: `Card says "${one.claim.model}", "${one.other.place.file}" says "${one.other.model}"`,
          confidence: one.confidence,
          fix: {
            title: 'Declare the model that the weights come from in `base_model`, or correct the file',
            safe: false,
            edits: [],
          },
        };
      else if (one.is === 'relation')
        yield {
          at: one.at,
          message:
            `"${one.claim.model}" is declared as ${one.claim.relation}, but "${one.at.place.file}" ` +
            `tells ${one.shown}`,
          confidence: one.confidence,
          fix: {
            title: `Declare \`base_model_relation: ${one.shown}\`, or correct the file`,
            safe: false,
            edits: [],
          },
        };
      else yield { at: one.claim, ...lacking(one) };
    }
  },
});

/** What the declared relation would show, and does not. */
function lacking(
  one: Extract<Facts['upstreams']['contradictions'][number], { is: 'whole-model' | 'single-merge' }>,
) {
  if (one.is === 'whole-model')
    return {
      message: `"${one.claim.model}" is declared as adapter, but "${one.file}" holds a whole model`,
      confidence: 'likely' as const,
      fix: {
        title: 'Declare `base_model_relation: finetune`, or add `adapter_config.json`',
        safe: false,
        edits: [],
      },
    };
  return {
    message: `"${one.claim.model}" is declared as the only part of a merge`,
    confidence: 'possible' as const,
    severity: 'info' as const,
    fix: { title: 'Declare the other models of the merge in `base_model` too', safe: false, edits: [] },
  };
}
