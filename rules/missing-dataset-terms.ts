import { defineRule, termLabel, joinWords } from '../src/core/rule.ts';

/** Whether training makes a derivative of the data is open; that the data's limits go unsaid is not. */
export default defineRule({
  name: 'missing-dataset-terms',
  formerly: ['dropped-dataset-terms'],
  summary: 'Mention the limits of training data that the declared license does not carry',
  severity: 'warning',

  *check({ license: { declared }, trainingData }) {
    if (!declared) return;
    for (const { claim, license, terms, asOf, shareAlikeOnly } of trainingData.missingTerms) {
      yield {
        at: claim,
        message:
          `License "${declared.raw}" lacks ${joinWords(terms.map(termLabel))} of data set ` +
          `"${claim.dataset}"`,
        why: { title: `${license.name}${asOf ? `, as of ${asOf}` : ''}`, clauses: terms },
        confidence: 'possible',
        ...(shareAlikeOnly ? { severity: 'info' as const } : {}),
        fix: {
          title: 'Say in the card under which terms the data stands, or choose a license that keeps them',
          safe: false,
          edits: [],
        },
      };
    }
  },
});
