import { declarationOf, defineRule, LIMIT_WORDS } from '../src/core/rule.ts';

/** `other` alone says only what it is not. The Hub's documentation asks for a name. */
export default defineRule({
  name: 'other-license-without-name',
  formerly: ['unnamed-license'],
  summary: "Give a license outside the Hub's list a name",
  severity: 'warning',
  kinds: ['model', 'dataset', 'space'],

  *check({ claims, license }) {
    // Where the card lists the licenses of the parts, there is no one license to name.
    if (license.declared?.toldBy) return;
    const other = claims('key').find(
      (key) => key.key === 'license' && key.value?.trim().toLowerCase() === 'other',
    );
    if (!other || claims('key').some((key) => key.key === 'license_name' && key.value !== undefined)) return;
    const [said] = license.inText;
    const [held] = license.inFiles;
    const [limited] = claims('use-limit');
    const told = held ?? (said?.identity.is === 'known' ? said.identity.license : undefined);
    const tells = held
      ? `the license file holds the ${held.name}`
      : said
        ? `the text says "${said.raw.slice(0, 60)}"`
        : limited && LIMIT_WORDS[limited.limit];
    // What the Hub lists needs no name of its own.
    const title =
      told && told.hub.length > 0
        ? `Declare ${declarationOf(told)}, or add \`license_name:\` where another is meant`
        : 'Add `license_name:` with the name of the license';
    yield {
      at: other,
      message: 'License "other" without "license_name"',
      fix: { title: tells === undefined ? title : `${title}; ${tells}`, safe: false, edits: [] },
    };
  },
});
