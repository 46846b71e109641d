import { carriesTerm, defineRule, isCreditable } from '../src/core/rule.ts';

/** Some licenses bind every recipient only if whoever passes the model on tells them. */
export default defineRule({
  name: 'missing-use-restrictions',
  formerly: ['missing-use-policy'],
  summary: 'Pass on the use restrictions of upstreams',
  severity: 'warning',

  *check({ attribution, complete, files, license: { effective }, upstreams }) {
    if (!files.card || !complete || files.hasUsePolicy) return;
    for (const owed of upstreams.duties('pass-on-restrictions')) {
      if (
        files.licenseTexts(owed.license).length > 0 ||
        files.linksToLicense(owed.license) ||
        attribution.mentionsRestrictions
      )
        continue;
      const declared = effective?.identity.is === 'known' ? effective.identity.license : undefined;
      // incompatible-license speaks
      if (declared && carriesTerm(declared, owed.license, owed.term) === 'no') continue;
      const fetches =
        isCreditable(owed.ancestor) && owed.license.duties.some(({ kind }) => kind === 'include-license');
      yield {
        at: owed.ancestor.claims[0],
        message: `Use restrictions of ${owed.license.id} are not passed on`,
        obligation: owed,
        // The declared license holds them; only the word to recipients is missing.
        ...(declared?.id === owed.license.id ? { severity: 'info' as const } : {}),
        fix: {
          title:
            `Ship the text of the ${owed.license.name}` +
            (fetches ? ' (`licet notice --write --online`)' : '') +
            ', or link to its use restrictions in the card' +
            (owed.license.url === undefined ? '' : `: ${owed.license.url}`),
          safe: false,
          edits: [],
          ...(fetches ? { notice: 'fetched' as const } : {}),
        },
      };
    }
  },
});
