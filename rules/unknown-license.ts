import { defineRule, replaceValue } from '../src/core/rule.ts';

/**
 * The Hub reads only the ids on its list, in lower case; anything else is no license to its filters and
 * tools.
 */
export default defineRule({
  name: 'unknown-license',
  summary: 'Use a license id that the Hub lists, as it spells it',
  severity: 'error',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims, files, license }) {
    for (const claim of claims('license')) {
      if (claim.via !== 'front-matter' || claim.whose !== 'own') continue;
      const value = claim.raw;
      const spelling = license.spellingOf(value);
      if (spelling.listed || claim.template === 'TRL') continue;
      const sameText = spelling.suggestion !== undefined && spelling.sameText;
      // A name that several texts bear: the text that is there says which is meant, and its maker has to.
      const held = spelling.among.filter(({ id }) => license.inFiles.some((one) => one.id === id));
      const meant = held.length === 1 ? held : spelling.among;
      yield {
        at: claim,
        message:
          spelling.suggestion === undefined && !spelling.spdx
            ? `License "${value}" is on neither the Hub's list nor SPDX's`
            : spelling.caseOnly
              ? `License "${value}" is "${spelling.suggestion ?? ''}" on the Hub's list`
              : `License "${value}" is not on the Hub's list`,
        ...(spelling.caseOnly || spelling.spdx ? { severity: 'warning' as const } : {}),
        fix:
          spelling.suggestion !== undefined
            ? {
                title: `Write \`${spelling.suggestion}\``,
                safe: sameText,
                edits: replaceValue(files.card, claim, spelling.suggestion),
              }
            : /^licen[cs]e$/i.test(value)
              ? {
                  title: 'Declare the license that is meant; a template left this word',
                  safe: false,
                  edits: [],
                }
              : meant.length > 0 && meant.length <= MOST
                ? {
                    title:
                      `Write ${meant.map(({ hub }) => `\`${hub}\``).join(' or ')}, ` +
                      (held.length === 1 ? 'whose text is here' : 'if that is meant'),
                    safe: false,
                    edits: [],
                  }
                : {
                    title: declareOther(value, license.declared?.toldBy !== undefined),
                    safe: false,
                    edits: [],
                  },
      };
    }
  },
});

/** Beyond so many texts a list of them helps nobody. */
const MOST = 6;

/** Where the card lists the licenses, there is no one text to link to. */
const declareOther = (value: string, isListed: boolean) =>
  `Declare \`license: other\` with \`license_name: ${slug(value)}\`` +
  (isListed ? '; the card lists the licenses' : ' and `license_link`');

const slug = (value: string) =>
  value
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'my-license';
