import { declarationOf, defineRule, replaceValue } from '../src/core/rule.ts';

/** The first of the added words; the excerpt below shows their line. */
const LONGEST = 48;
const quoted = (words: string) => {
  const plain = words.replaceAll('"', "'");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : plain;
};

/** The text is what binds: a file that holds another license than the card declares misleads. */
export default defineRule({
  name: 'mismatched-license-text',
  summary: 'Ship the text of the license that the card declares',
  severity: 'error',

  *check({ files: { card }, license: { byId, declared, mismatchedTexts } }) {
    if (!declared) return;
    for (const { claim, id, how, certain, added } of mismatchedTexts) {
      if (added) {
        // The license stays what it is called, and the text binds: which of the two is meant, only its maker
        // knows.
        yield {
          at: added.place,
          message:
            `"${claim.match.file}" adds to ${id} words that may restrict use: ` + `"${quoted(added.words)}"`,
          confidence: 'likely',
          fix: {
            title:
              `Declare \`license: other\` with a \`license_name\` of its own, or take the added words ` +
              'out',
            safe: false,
            edits: [],
          },
        };
        continue;
      }
      const held = byId(id);
      yield {
        at: claim,
        message:
          how === 'changed'
            ? `"${claim.match.file}" is a changed text of ${id}`
            : `"${claim.match.file}" holds ${id}, but "license" says "${declared.raw}"`,
        confidence: certain ? declared.confidence : 'likely',
        fix: {
          title:
            how === 'changed' || held === undefined
              ? 'Declare the license that the file holds, or say in NOTICE or the card which part it covers'
              : `Declare ${declarationOf(held)}, ship the text of "${declared.raw}" instead, ` +
                'or say in NOTICE ' +
                'or the card which part the file covers',
          safe: false,
          edits: [],
          settledBy:
            how !== 'changed' && held?.hub[0] !== undefined
              ? replaceValue(card, declared.claim, held.hub[0])
              : [],
        },
      };
    }
  },
});
