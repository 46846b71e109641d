import type { Claim, ClaimOf } from '../../../../model/claim.ts';
import type { Context } from '../../../context.ts';
import type { Cue } from '../../languages.ts';
import { guessAt, sizeBehind, type Mention } from '../../mentions.ts';
import { guessed } from '../../named-model.ts';
import type { Sentence } from '../../sentences.ts';
import { hasSameName, isWithinOwnName } from '../own-name.ts';

/** A claim on a model that a sentence names; none where it is this repository's own name. */
export function claimOf(
  file: string,
  sentence: Sentence,
  mention: Mention,
  { relation }: Pick<Cue, 'relation'>,
  context: Context,
  doubtful = false,
): ClaimOf<'upstream'>[] {
  if (mention.hub && mention.model.toLowerCase() === context.self?.toLowerCase()) return [];
  if (!mention.hub && isWithinOwnName(sentence, mention, context.self)) return [];
  const guess = mention.hub || doubtful ? undefined : guessAt(sentence.flat, mention);
  if (guess && hasSameName(guess.model, context.self)) return [];
  return [
    {
      kind: 'upstream',
      place: { file, ...sentence.flat.span(mention.from, mention.to) },
      via: 'prose',
      confidence: doubtful ? 'possible' : 'likely',
      raw: mention.hub ? mention.raw : asWritten(sentence.flat.text, mention),
      ...(guess ? guessed(guess) : { model: mention.model, hub: mention.hub }),
      relation,
      ...(relation === 'component' ? { part: 'tower' } : {}),
    },
  ];
}

/** A family's model as it is written: "LLaMA2-7B", where the family is all that is known of it. */
const asWritten = (text: string, { from, to }: Mention) =>
  `${text.slice(from, to)}${sizeBehind(text.slice(to, to + 80))}`.replace(/ base$/i, '');

/** One claim for a model of a block; the one that says the relation wins. */
export function once(claims: readonly Claim[]): Claim[] {
  const best = new Map<string, Claim>();
  for (const claim of claims) {
    if (claim.kind !== 'upstream') continue;
    const key = claim.model.toLowerCase();
    const before = best.get(key);
    if (before?.kind !== 'upstream' || (before.relation === 'unsaid' && claim.relation !== 'unsaid'))
      best.set(key, claim);
  }
  return [...best.values()];
}
