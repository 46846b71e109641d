import { carries, defineRule } from '../src/core/rule.ts';

/** Some licenses bind every recipient only if whoever passes the model on tells them. */
export default defineRule({
  name: 'missing-use-restrictions',
  summary: 'Pass on the use restrictions of upstreams',
  severity: 'warning',

  *check({ complete, card, credits, duties, hasUsePolicy, links, terms, textsOf }) {
    if (!card || !complete || hasUsePolicy) return;
    for (const owed of duties('pass-on-restrictions')) {
      if (textsOf(owed.license).length > 0 || links(owed.license) || credits.tellsRestrictions) continue;
      const declared = terms?.identity.is === 'known' ? terms.identity.license : undefined;
      // incompatible-license speaks
      if (declared && carries(declared, owed.license, owed.term) === 'no') continue;
      yield {
        at: owed.ancestor.claims[0],
        message: `Use restrictions of ${owed.license.id} are not passed on`,
        obligation: owed,
        // The declared license holds them; only the word to recipients is missing.
        ...(declared?.id === owed.license.id ? { severity: 'info' as const } : {}),
        fix: {
          title:
            `Ship the text of the ${owed.license.name}, or link to its use restrictions in the card` +
            (owed.license.url === undefined ? '' : `: ${owed.license.url}`),
          safe: false,
          edits: [],
        },
      };
    }
  },
});
