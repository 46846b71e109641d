import { appendShown, defineRule, list } from '../src/core/rule.ts';

/** Some licenses want a phrase shown, such as "Built with Llama". */
export default defineRule({
  name: 'missing-phrase',
  summary: 'Show the phrase that an upstream license asks for',
  severity: 'warning',

  *check({ card, denies, duties, shows }) {
    if (!card) return; // missing-card speaks
    for (const owed of duties('phrase')) {
      const [phrase = ''] = owed.term.texts;
      if (owed.term.texts.some((one) => shows(one))) continue;
      yield {
        at: owed.ancestor.claims[0],
        message:
          `Missing phrase ${list(owed.term.texts.map((text) => `"${text}"`)).replace(' and ', ' or ')}` +
          (owed.term.elsewhere ? ', unless shown on a site or in an app' : ''),
        obligation: owed,
        // Below the author's own words to the contrary it would make a riddle of the card.
        fix: owed.term.texts.some((one) => denies(one))
          ? {
              title: `Add "${phrase}" to the card, which denies it; or correct what is declared`,
              safe: false,
              edits: [],
            }
          : { title: `Add "${phrase}" to the end of the card`, safe: true, edits: appendShown(card, phrase) },
      };
    }
  },
});
