import { defineRule } from '../src/rule.ts';

/** The Hub's tree of models, and everybody downstream, knows only what `base_model` names. */
export default defineRule({
  name: 'undeclared-upstream',
  summary: 'Declare every upstream in base_model',
  severity: 'warn',

  *check({ undeclared }) {
    for (const { claim } of undeclared)
      yield {
        at: claim,
        what: `Upstream "${claim.model}" is not declared in "base_model"`,
        confidence: claim.confidence,
        fix: { title: claim.hub ? `Add \`${claim.model}\` to \`base_model\`` : `Add the Hub id of the ${claim.model} model to \`base_model\``, safe: false, edits: [] },
      };
  },
});
