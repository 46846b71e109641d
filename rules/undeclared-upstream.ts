import { FAILURE_WORDS, addKey, defineRule, type Ancestor, type ClaimOf } from '../src/core/rule.ts';

/** The Hub's tree of models, and everybody downstream, knows only what `base_model` names. */
export default defineRule({
  name: 'undeclared-upstream',
  summary: 'Declare every upstream in base_model',
  severity: 'warning',

  *check({ claims, files: { card }, license, owner, upstreams }) {
    const { undeclared, familyGuess } = upstreams;
    const { declared, withoutUpstream } = license;
    if (withoutUpstream && declared)
      yield {
        at: declared.claim,
        message:
          `License ${withoutUpstream.id} is given by ${withoutUpstream.licensor ?? 'one licensor'} ` +
          'alone, and ' +
          '"base_model" names no model',
        confidence: 'likely',
        // A folder does not tell whether it is the licensor's own.
        ...(owner === undefined ? { severity: 'info' as const } : {}),
        fix: {
          title:
            'Add the Hub id of the model that it builds on to `base_model`; where there is none, ' +
            'choose another license',
          safe: false,
          edits: [],
        },
      };
    // What a tool wrote down is certain: all of it goes into one key, so that each finding asks for the same
    // edit.
    const told = undeclared.flatMap(({ claim, id }) =>
      id !== undefined && claim.confidence === 'certain' ? [id] : [],
    );
    // misspelled-key puts the key right first; and a relation that waits there for its model would be said of
    // this one.
    const waits = claims('key').some(
      (key) =>
        key.misspells === 'base_model' ||
        (key.key === 'base_model_relation' && undeclared.some(({ claim }) => claim.relation !== key.value)),
    );
    const keys = claims('key').filter((key) => (key.misspells ?? key.key) === 'base_model');
    const renamed = keys.length === 1 ? keys[0] : undefined;
    const edits = card && !waits ? addKey(card, 'base_model', told) : [];
    for (const { claim, id, ancestor } of undeclared) {
      // misspelled-key speaks: with its key's name put right it is declared
      if (id !== undefined && renamed?.value?.toLowerCase() === id.toLowerCase()) continue;
      const safe = edits.length > 0 && id !== undefined && told.includes(id);
      yield {
        at: claim,
        message: `Upstream "${named(claim)}" is not declared in "base_model"`,
        confidence: claim.confidence,
        fix: {
          title:
            (id !== undefined
              ? `Add \`${id}\` to \`base_model\``
              : `Add the Hub id of the ${named(claim)} model to \`base_model\``) +
            (claim.confidence === 'certain' || (ancestor && familyGuess(ancestor))
              ? ''
              : unknownTerms(ancestor)),
          safe,
          edits: safe ? edits : [],
        },
      };
    }
  },
});

/** Why nothing is known of the model's terms, where that is so: one trouble is told once. */
const unknownTerms = (ancestor: Ancestor | undefined) =>
  ancestor?.resolution.is === 'failed' && ancestor.resolution.why !== 'not-a-hub-id'
    ? '; its terms are unknown: ' + (ancestor.resolution.detail ?? FAILURE_WORDS[ancestor.resolution.why].why)
    : '';

/** An id, or the words as they stand, which may run over a line's end. */
const named = ({ hub, model, raw }: ClaimOf<'upstream'>) => (hub ? model : raw.replace(/\s+/g, ' '));
