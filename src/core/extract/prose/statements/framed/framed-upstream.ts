import type { Relation } from '../../../../model/relation.ts';
import type { Context } from '../../../context.ts';
import type { Frames } from '../../frames.ts';
import type { LanguageRules } from '../../languages.ts';
import { isUnknown, type Mention } from '../../mentions.ts';
import type { Sentence } from '../../sentences.ts';
import { isAboutCode } from '../../subjects.ts';
import { isKin, isOfOwn, isPointedAt, isWithinOwnName } from '../own-name.ts';
import { isAloneOfOwnSize, isOfOtherSize } from '../model-size.ts';
import { beginsWithBase, isBaseOfNext, isOfNamed, opensElsewhere } from '../relative.ts';
import type { Hit } from '../../../../text/patterns/pattern-set.ts';
import { NO_LETTERS, plainSigns } from '../../../../text/signs.ts';
import { clauseOf, slotAt, slotted, type Named, type Slotted } from './slots.ts';

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
  context: Pick<Context, 'self' | 'bases'>,
  isItem: boolean,
): Framed[] {
  const { frames } = tongue;
  if (!frames) return [];
  const { self } = context;
  // Most sentences name no model, which is found sooner than that they speak in no frame.
  const mentions = mentionsOf().filter((one) => !isWithinOwnName(sentence, one, self) && !isOfOwn(one, self));
  if (mentions.length === 0) return [];
  const lower = sentence.text.toLowerCase();
  const spoken = frames.upstream.filter(({ words }) => words.mayStandIn(lower));
  if (spoken.length === 0) return [];
  const slots = slotted(sentence, mentions, frames, tongue.or);
  if (isItem && opensWithOther(sentence, slots)) return [];
  // Of data the maker is the subject: "Answers: X가 작성".
  const isSubject = isOfNamed(sentence.text, self);
  const open = isItem && isSubject ? spoken.filter(({ says }) => says === 'outputs') : spoken;
  return open.flatMap(({ words, says }) =>
    words.all(slots.text).flatMap((hit): Framed[] => {
      const slot = slotAt(slots, hit);
      if (!slot || isRefused(slots.text, hit, frames)) return [];
      const before = slots.text.slice(0, hit.index);
      if (isSubject && says !== 'outputs' && isOfSubject(before + hit.text, frames)) return [];
      const isOfAnother =
        isAboutCode(before, tongue) ||
        isOfOtherSize(before, self) ||
        beginsWithBase(sentence.text.slice(0, hit.index), context) ||
        hasSubject(slots, hit.index, tongue, frames) ||
        isOfStranger(slots, hit, self) ||
        (says !== 'merge' && isMadeOfIt(slots, before, hit, self));
      const settled =
        slot.doubtful === true ? slot.names.filter((one) => isAloneOfOwnSize(one, slot.names, self)) : [];
      const isSettled = settled.length === 1;
      return isOfAnother
        ? []
        : (isSettled ? settled : slot.names)
            .filter((mention) => !isBaseOfNext(sentence, mentions, mention.to, self))
            .filter((mention) => !(isUnknown(mention) && ON_DATA.test(before + hit.text)))
            .map((mention) => ({ mention, relation: says, doubtful: slot.doubtful === true && !isSettled }));
    }),
  );
}

/** "Trained on DFN-5B": a name that nobody knows may as well be that of data. */
const ON_DATA = /\b(?:pre-?)?train\w* (?:\w+ ){0,4}?(?:on|over|with) (?:the |of )?[\u25c7\u25c8]$/i;

/** "KoAcme는 X를 튜닝한 모델": in the clause whose subject another name is, where subjects can be left out. */
const isOfSubject = (text: string, { dropsSubject }: Frames) =>
  dropsSubject && !/[,，、]/.test(text.slice(0, text.search(ANY_SLOT)));

/** How far behind a role's words others refuse it, where a language tells its verb first. */
const CLOSE = 30;

/**
 * Whether the clause speaks of something else. A language that has no list of its own for frames says so
 * before the role's words, or right behind them: "based on X, evaluated on a benchmark".
 */
function isRefused(text: string, hit: Hit, frames: Frames): boolean {
  const clause = clauseOf(text, hit, frames);
  if (!frames.refusesBefore) return frames.refuse.test(clause);
  const end = clause.indexOf(hit.text) + hit.text.length;
  return frames.refuse.test(clause.slice(0, end + CLOSE));
}

/** "[Sibling] is a fine-tune of X": another model is the subject. */
function hasSubject(
  { text }: Slotted<Mention>,
  at: number,
  { parts }: LanguageRules,
  frames: Frames,
): boolean {
  const clause = clauseOf(text.slice(0, at), { index: at, text: '' }, frames);
  // "A tune of X, which was distilled from Y".
  if (/^\W*(?:which|that)\b/i.test(clause) && text.slice(0, at - clause.length).search(ANY_SLOT) >= 0)
    return true;
  return [...clause.matchAll(ANY_SLOT)].some(
    ({ index }) =>
      parts.topic.test(text.slice(at - clause.length + index + 1)) && !isPointedAt(clause.slice(0, index)),
  );
}

/** "X 기반 [Med-X](…/Med-X)": words that name what was made of a model speak of this maker's alone. */
function isOfStranger(
  { text, slots }: Slotted<Mention>,
  { index, text: said }: { readonly index: number; readonly text: string },
  self: string | undefined,
): boolean {
  const made = slotsIn(said) > 1 ? slots[slotsIn(text.slice(0, index + said.length)) - 1] : undefined;
  return holdsStranger(made, self);
}

/** Whether the names of a slot hold another model's id; none does where this one's name is not known. */
const holdsStranger = (slot: Named<Mention> | undefined, self: string | undefined): boolean =>
  self !== undefined && slot?.names.some(({ hub, model }) => hub && !isKin(model, self)) === true;

/** How many names stand in a text with slots for them. */
const slotsIn = (text: string) => text.match(ANY_SLOT)?.length ?? 0;

/** "[base models](…/law-LLM) developed from X": what another's model right before the words was made of. */
const isMadeOfIt = (
  { slots }: Slotted<Mention>,
  before: string,
  { text }: Hit,
  self: string | undefined,
): boolean =>
  /[\u25c7\u25c8]\s?$/.test(before) &&
  holdsStranger(slots[slotsIn(before) - 1], self) &&
  !/^\s*\p{P}/u.test(text);

/** A name at the head of an item, in a text with plain signs: "X: …", "X 모델 – …". */
const OTHER_AT_HEAD = new RegExp(
  String.raw`^\W{0,3}[\u25c7\u25c8]\s*[^${NO_LETTERS}]{0,4}\s*[:：,，–—|-]\s*\S`,
);

/** An item of a list that begins with somebody's project or model: "[Med-X](https://…): based on Y". */
function opensWithOther(sentence: Sentence, { text: slots }: Slotted<Mention>): boolean {
  if (OTHER_AT_HEAD.test(plainSigns(slots))) return true;
  return opensElsewhere(sentence);
}
