import { defineRule, replaceValue } from '../src/core/rule.ts';

/**
 * The Hub leads from old ids to the new ones; who reads the card, and tools that compare ids, may not know.
 */
export default defineRule({
  name: 'renamed-upstream',
  formerly: ['stale-upstream'],
  summary: 'Name upstream models by the ids that the Hub uses today',
  severity: 'info',

  *check({ files, upstreams }) {
    for (const { claims, model, path, resolution } of upstreams.ancestors) {
      if (path.length > 1) continue;
      const today = (resolution.is === 'found' && resolution.canonical) || model;
      for (const claim of claims) {
        // Files that tools wrote keep the id of their day; of addresses and paths invalid-upstream speaks.
        if (claim.via !== 'front-matter' || !claim.hub || claim.raw !== claim.model || claim.model === today)
          continue;
        const spelled = claim.model.toLowerCase() === today.toLowerCase();
        yield {
          at: claim,
          message: spelled
            ? `The Hub spells "${claim.model}" as "${today}"`
            : `The Hub calls "${claim.model}" by the id "${today}" today`,
          fix: { title: `Write \`${today}\``, safe: false, edits: replaceValue(files.card, claim, today) },
        };
      }
    }
  },
});
