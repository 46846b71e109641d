import { defineRule } from '../src/core/rule.ts';

/** Nearly every license wants its text to travel with the model. */
export default defineRule({
  name: 'missing-license-text',
  summary: 'Include the license texts that upstream licenses require',
  severity: 'warning',

  *check({ complete, files, upstreams }) {
    if (!complete) return;
    for (const owed of upstreams.duties('include-license')) {
      if (
        files.licenseTexts(owed.license).length > 0 ||
        (owed.term.orLink && files.linksToLicense(owed.license))
      )
        continue;
      const { id, name, url } = owed.license;
      const into = `the text of the ${name} into LICENSE or LICENSES/`;
      const linked = owed.term.orLink && url;
      yield {
        at: owed.ancestor.claims[0],
        message: owed.term.orLink
          ? `Text of license "${id}" is not in the repository, nor a link to it`
          : `Text of license "${id}" is not in the repository`,
        obligation: owed,
        fix: {
          title: linked
            ? `Link to ${url} in the card or in NOTICE, or copy ${into}`
            : `Copy ${into}${url ? ` from ${url}` : ''}`,
          safe: false,
          edits: [],
        },
      };
    }
  },
});
