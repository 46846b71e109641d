import { defineRule, type ClaimOf } from '../src/core/rule.ts';

/** A config names an id, a class or a folder no more than a name. */
const told = ({ hub, via }: Pick<ClaimOf<'upstream'>, 'hub' | 'via'>) =>
  hub ? 'names' : via === 'path' ? 'lies in' : 'is of a class of';

/** A tower, encoder or tokenizer from elsewhere is an upstream of its own, with its own license. */
export default defineRule({
  name: 'uncredited-component',
  summary: 'Name the models whose parts this one holds',
  severity: 'warning',

  *check({ attribution, complete }) {
    if (!complete) return;
    for (const claim of attribution.uncreditedComponents)
      yield {
        at: claim,
        message:
          `Component "${claim.part ?? 'part'}" ${told(claim)} "${claim.model}", ` +
          'which neither card nor NOTICE credits',
        confidence: claim.confidence,
        fix: {
          title:
            `Credit \`${claim.model}\` in the card or in NOTICE, with its license, or say that the ` +
            'part was made from scratch',
          safe: false,
          edits: [],
          ...(claim.hub && claim.confidence !== 'possible' ? { notice: 'written' as const } : {}),
        },
      };
  },
});
