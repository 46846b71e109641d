import { appendToCard, defineRule, joinWords } from '../src/core/rule.ts';

/** Some licenses want a phrase shown, such as "Built with Llama". */
export default defineRule({
  name: 'missing-phrase',
  summary: 'Show the phrase that an upstream license requires',
  severity: 'warning',

  *check({ files, upstreams }) {
    if (!files.card) return; // missing-card speaks
    for (const owed of upstreams.duties('phrase')) {
      const [phrase = ''] = owed.term.texts;
      if (owed.term.texts.some((one) => files.cardShows(one))) continue;
      yield {
        at: owed.ancestor.claims[0],
        message:
          `Missing phrase ${joinWords(owed.term.texts.map((text) => `"${text}"`)).replace(' and ', ' or ')}` +
          (owed.term.elsewhere ? ' (not required here if shown on a website or in an app)' : ''),
        obligation: owed,
        // Nothing here tells whether the circumstance under which the phrase is owed is given.
        ...(owed.term.when === undefined ? {} : { severity: 'info' as const }),
        // Below the author's own words to the contrary it would make a riddle of the card.
        fix: owed.term.texts.some((one) => files.cardDenies(one))
          ? {
              title: `Add "${phrase}" to the card, which denies it; or correct what is declared`,
              safe: false,
              edits: [],
            }
          : {
              title: `Add "${phrase}" to the end of the card`,
              safe: true,
              edits: appendToCard(files.card, phrase),
            },
      };
    }
  },
});
