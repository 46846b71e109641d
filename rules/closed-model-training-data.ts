import { defineRule } from '../src/core/rule.ts';

/** The terms of a closed model's API bind whoever called it; a reader of the card should know. */
export default defineRule({
  name: 'closed-model-training-data',
  formerly: ['provider-terms'],
  summary: 'Note where training data was made with a closed model',
  severity: 'info',

  *check({ trainingData }) {
    for (const { claim, title, clause } of trainingData.closedModels)
      yield {
        at: claim,
        message:
          `Data ${claim.dataset === undefined ? '' : `of "${claim.dataset}" `}made with "${claim.model}": ` +
          "the provider's terms bind whoever made it",
        why: { title, clauses: [clause] },
        confidence: claim.confidence === 'possible' ? 'possible' : 'likely',
        fix: {
          title: 'Say in the card which model made the data, when, and under which terms',
          safe: false,
          edits: [],
        },
      };
  },
});
