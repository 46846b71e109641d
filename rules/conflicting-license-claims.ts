import { declarationOf, defineRule } from '../src/core/rule.ts';

/** Front matter, text, file headers that name different licenses leave the reader to guess. */
export default defineRule({
  name: 'conflicting-license-claims',
  summary: 'Name the same license everywhere',
  severity: 'warning',

  *check({ license }) {
    const { declared } = license;
    if (!declared) return;
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
        },
      };
    }
    for (const claim of license.conflictingClaims)
      yield {
        at: claim,
        message: `"${claim.place.file}" says "${claim.raw}", the front matter says "${declared.raw}"`,
        confidence: claim.confidence,
        fix: {
          title: 'Use the same license in both places, or say what each covers',
          safe: false,
          edits: [],
        },
      };
  },
});
