import { defineRule, joinWords, replaceValue, type Claim, type LicenseFacts } from '../src/core/rule.ts';

/** A value of the front matter that is no id on the Hub's list, nor nearly one. */
function isOnNoList(claim: Claim, spellingOf: LicenseFacts['spellingOf']): boolean {
  if (claim.kind !== 'license' || claim.via !== 'front-matter') return false;
  const { listed, suggestion } = spellingOf(claim.raw);
  return !listed && suggestion === undefined;
}

/** One name, several texts: nobody can tell what may be done. */
export default defineRule({
  name: 'ambiguous-license',
  formerly: ['unclear-license'],
  summary: 'Name one license text, not a family or a list',
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims, files, license: { declared: license, spellingOf, suggested } }) {
    if (!license || license.toldBy) return; // a table or the text says which part stands under which
    if (license.form === 'list' && license.raw.includes(', '))
      yield {
        at: license.claim,
        message: `License list "${license.raw}" does not say whether all or one of them apply`,
        fix: {
          title: 'Declare one license, and say in the text which part stands under another',
          safe: false,
          edits: [],
        },
      };
    else if (license.identity.is === 'unclear') {
      const { raw, oneOf } = license.identity;
      if (isOnNoList(license.claim, spellingOf)) return; // unknown-license speaks, its hint names the texts
      if (oneOf.some((one) => files.licenseTexts(one).length > 0)) return; // the license file settles it
      // "modified-mit" beside an MIT text with a rider of its own: one more text of that name, and it is
      // here.
      if (
        /^other$/i.test('raw' in license.claim ? license.claim.raw : '') &&
        claims('license-text').some(({ restrictions }) => restrictions !== undefined)
      )
        return;
      const ids = oneOf.slice(0, 4).map((one) => one.id);
      const names = joinWords(ids.length < oneOf.length ? [...ids, 'others'] : ids);
      yield {
        at: license.claim,
        message: `License "${raw}" may mean ${names}`,
        fix: { title: 'Name the exact text, or put it into a LICENSE file', safe: false, edits: [] },
      };
    } else if (license.identity.is === 'unknown' && license.raw.toLowerCase() === 'unknown')
      yield {
        at: license.claim,
        message: 'License "unknown" says that the terms are unknown',
        fix: {
          title:
            suggested.what === undefined
              ? 'Find the license of every upstream and declare one'
              : `Declare ${suggested.what}`,
          safe: false,
          edits:
            suggested.id !== undefined && 'raw' in license.claim && license.claim.via === 'front-matter'
              ? replaceValue(files.card, license.claim, suggested.id)
              : [],
        },
      };
  },
});
