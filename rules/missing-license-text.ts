import { defineRule, isCreditable } from '../src/core/rule.ts';

/** What brings the text. */
const FETCH = 'run `licet notice --write --online` (or `--hub-cache`: from the local download)';

/** Nearly every license wants its text to travel with the model. */
export default defineRule({
  name: 'missing-license-text',
  summary: 'Include the license texts that upstream licenses require',
  severity: 'warning',

  *check({ complete, files, license, upstreams }) {
    if (!complete) return;
    const declared = license.declared?.identity;
    const own = declared?.is === 'known' && license.isPermissive(declared.license) ? declared.license.id : '';
    for (const owed of upstreams.duties('include-license')) {
      if (
        files.licenseTexts(owed.license).length > 0 ||
        (owed.term.orLink && files.linksToLicense(owed.license))
      )
        continue;
      const { id, name, url } = owed.license;
      const into = `the text of the ${name} into LICENSE or LICENSES/`;
      const fetches = isCreditable(owed.ancestor);
      const linked = owed.term.orLink && url;
      yield {
        at: owed.ancestor.claims[0],
        message: owed.term.orLink
          ? `Text of license "${id}" is not in the repository, nor a link to it`
          : `Text of license "${id}" is not in the repository`,
        obligation: owed,
        // Whoever reads the card learns the terms; what lacks is the copy, as in most repositories.
        ...(own === id ? { defaultSeverity: 'info' as const } : {}),
        fix: {
          title: [
            ...(linked ? [`Link to ${url} in the card or in NOTICE`] : []),
            ...(fetches ? [FETCH] : []),
            ...(linked && fetches ? [] : [`copy ${into}${url && !linked ? ` from ${url}` : ''}`]),
          ]
            .join(', or ')
            .replace(/^./, (letter) => letter.toUpperCase()),
          safe: false,
          edits: [],
          ...(fetches ? { notice: 'fetched' as const, begins: license.fileFor(owed.license) } : {}),
        },
      };
    }
  },
});
