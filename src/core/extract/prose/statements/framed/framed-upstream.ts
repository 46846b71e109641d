import type { Relation } from '../../../../model/relation.ts';
import type { LanguageRules } from '../../languages.ts';
import type { Mention } from '../../mentions.ts';
import type { Sentence } from '../../sentences.ts';
import { isAboutCode } from '../../subjects.ts';
import { isKin, isWithinOwnName } from '../own-name.ts';
import { isOfOtherSize } from '../model-size.ts';
import { isBaseOfNext, isOfNamed, opensElsewhere } from '../relative.ts';
import { clauseOf, slotAt, slotted, type Slotted } from './slots.ts';

const ANY_SLOT = /[\u25c7\u25c8]/g;

/** A model in the role that a frame asks for. */
export interface Framed {
  readonly mention: Mention;
  readonly relation: Relation | 'unsaid';
  readonly doubtful: boolean;
}

/**
 * The models that stand in a role which makes them upstreams: what was tuned, from what something was
 * converted. `mentionsOf` tells those of the sentence but this model's own; `isItem`: an item of a list.
 */
export function framedUpstreams(
  sentence: Sentence,
  mentionsOf: () => readonly Mention[],
  tongue: LanguageRules,
  { self, isItem }: { readonly self: string | undefined; readonly isItem: boolean },
): Framed[] {
  const { frames } = tongue;
  if (!frames) return [];
  const lower = sentence.text.toLowerCase();
  const spoken = frames.upstream.filter(({ words }) => words.mayStandIn(lower));
  const mentions =
    spoken.length === 0 ? [] : mentionsOf().filter((one) => !isWithinOwnName(sentence, one, self));
  if (mentions.length === 0) return [];
  const slots = slotted(sentence, mentions, frames, tongue.or);
  if (isItem && (opensWithOther(sentence, slots) || isOfNamed(sentence.text, self))) return [];
  return spoken.flatMap(({ words, says }) =>
    words.all(slots.text).flatMap((hit): Framed[] => {
      const slot = slotAt(slots, hit);
      if (!slot || frames.refuse.test(clauseOf(slots.text, hit, frames))) return [];
      const before = slots.text.slice(0, hit.index);
      const isOfAnother =
        isAboutCode(before, tongue) ||
        isOfOtherSize(before, self) ||
        hasSubject(slots, hit.index, tongue) ||
        isOfStranger(slots, hit, self);
      return isOfAnother
        ? []
        : slot.names
            .filter((mention) => !isBaseOfNext(sentence, mentions, mention.to, self))
            .map((mention) => ({ mention, relation: says, doubtful: slot.doubtful === true }));
    }),
  );
}

/** "[Sibling] is a fine-tune of X": another model is the subject. */
function hasSubject({ text }: Slotted<Mention>, at: number, { parts }: LanguageRules): boolean {
  return [...text.slice(0, at).matchAll(ANY_SLOT)].some(({ index }) =>
    parts.topic.test(text.slice(index + 1)),
  );
}

/** "[Med-X](…/Med-X), X 기반": words that name what a model was made into speak of this maker's models alone. */
function isOfStranger(
  { text, slots }: Slotted<Mention>,
  { index, text: said }: { readonly index: number; readonly text: string },
  self: string | undefined,
): boolean {
  const count = (words: string) => words.match(ANY_SLOT)?.length ?? 0;
  const made = count(said) > 1 ? slots[count(text.slice(0, index + said.length)) - 1] : undefined;
  return self !== undefined && made?.names.some(({ hub, model }) => hub && !isKin(model, self)) === true;
}

/** An item of a list that begins with somebody's project or model: "[Med-X](https://…): based on Y". */
function opensWithOther(sentence: Sentence, { text: slots }: Slotted<Mention>): boolean {
  if (/^\W{0,3}[\u25c7\u25c8]\s*(?:\p{L}{0,4})?\s*[:：,，–—|-]\s*\S/u.test(slots)) return true;
  return opensElsewhere(sentence);
}
