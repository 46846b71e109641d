import { declarationOf, defineRule, replaceValue, type License } from '../src/core/rule.ts';

/** Front matter, text, file headers that name different licenses leave the reader to guess. */
export default defineRule({
  name: 'conflicting-license-claims',
  summary: 'Name the same license everywhere',
  severity: 'warning',

  *check({ files: { card }, license }) {
    const { declared } = license;
    if (!declared) return;
    // Which of the two is right, this rule leaves open; where an upstream decides it, another one does not.
    const declaring = ({ hub: [id] }: License) =>
      id === undefined ? [] : replaceValue(card, declared.claim, id);
    for (const { claim, license: named, against } of license.conflictingKeys) {
      const name = claim.key === 'license_name';
      yield {
        at: claim,
        message:
          `"${claim.key}" ` +
          `${name ? `says "${claim.value ?? ''}"` : `leads to the text of ${named.id}`}, ` +
          `"${against.key}" says "${against.value}"`,
        fix: {
          title:
            `Declare ${declarationOf(named)}, or ` +
            `${name ? `remove \`${claim.key}\`` : `link to the text of ${against.value}`}; where each ` +
            'covers a part, say which',
          safe: false,
          edits: [],
          settledBy: declaring(named),
        },
      };
    }
    for (const claim of license.conflictingClaims)
      yield {
        at: claim,
        message: `"${claim.place.file}" says "${claim.raw}", the front matter says "${declared.raw}"`,
        confidence: claim.confidence,
        fix: {
          title: claim.madeFrom
            ? 'Declare `license: other` with its name and text, or take back the words that change it'
            : 'Use the same license in both places, or say what each covers',
          safe: false,
          edits: [],
          settledBy: claim.identity.is === 'known' ? declaring(claim.identity.license) : [],
        },
      };
  },
});
