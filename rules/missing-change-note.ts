import { defineRule } from '../src/core/rule.ts';

/**
 * Whoever shares a changed work says that it was changed; any word of it in the card, the notice or the
 * metadata counts.
 */
export default defineRule({
  name: 'missing-change-note',
  summary: 'Say that the upstream was changed',
  severity: 'info',

  *check({ attribution, files, upstreams }) {
    if (!files.card) return; // missing-card speaks
    const owing = upstreams.duties('mark-changes').filter(({ open }) => !open);
    const [owed] = owing;
    if (!owed || attribution.statesChanges) return;
    yield {
      at: owed.ancestor.claims[0],
      message: `Changes to "${owed.ancestor.model}" are not described`,
      obligation: owed,
      alsoObligations: owing.slice(1),
      fix: { title: 'Say in the card how the model was made from its upstream', safe: false, edits: [] },
    };
  },
});
