import type { Claim } from '../../../model/claim.ts';
import type { Context } from '../../context.ts';
import { languagesOf, type Cue, type LanguageRules } from '../languages.ts';
import { guessAt, isUnknown, mentionsIn, type Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';
import { isAboutCode } from '../subjects.ts';
import { withoutDataSets } from './data-set.ts';
import { framedUpstreams } from './framed/framed-upstream.ts';
import { isOwnUnknown, isSubjectCalled, isOwn, isThis } from './own-name.ts';
import { fieldIn, labelIn } from './labels/label.ts';
import { otherHeadOf } from './upstreams/item-head.ts';
import { claimOf, once } from './upstreams/upstream-claim.ts';
import { isAloneOfOwnSize, isOfOtherSize } from './model-size.ts';
import { beginsWithBase, isBaseOfNext, isJoinedTo, namesOther, opensElsewhere } from './relative.ts';
import type { Hit } from '../../../text/patterns/pattern-set.ts';
import { NO_LETTERS, plainSigns } from '../../../text/signs.ts';

/** A list announced by a sentence ("models in the merge:"): its items name upstreams. */
export interface Listing {
  readonly cue: Cue;
  /** The section's heading says so ("Models merged"), whatever stands between it and the list. */
  readonly isLent?: boolean;
}

/** The upstreams that sentences name, and a list that they announce. */
export function upstreamStatements(
  file: string,
  sentences: readonly Sentence[],
  { listing, isItem }: { readonly listing: Listing | undefined; readonly isItem: boolean },
  context: Context,
): { readonly claims: Claim[]; readonly listing?: Listing } {
  const claims: Claim[] = [];
  let announced: Listing | undefined;
  if (listing) {
    const [first] = sentences;
    const listed = first ? firstOf(file, first, listing.cue, context) : [];
    if (listed.length > 0 || listing.isLent !== true) return { claims: listed };
  }
  for (const [nth, sentence] of sentences.entries()) {
    const label = labelIn(sentence.text);
    if (label) {
      const next = sentences[nth + 1];
      if (next) claims.push(...firstOf(file, next, label, context));
      else announced = { cue: label };
      continue;
    }
    claims.push(...fieldClaims(file, sentence, context));
    const lower = sentence.text.toLowerCase();
    for (const tongue of languagesOf(sentence.text)) {
      const foreign = () =>
        allMentionsOf(sentence).filter(
          (one) =>
            !isOwn(one, context.self) &&
            !isOwnUnknown(sentence, one, context) &&
            !isSubjectCalled(sentence, one, context.called, tongue.parts.topic),
        );
      for (const { mention, relation, doubtful } of framedUpstreams(
        sentence,
        foreign,
        tongue,
        context,
        isItem,
      ))
        if (!namesOther(mention, relation, sentence))
          claims.push(...claimOf(file, sentence, mention, { relation }, context, doubtful));
      // An item of a list introduces a relative.
      const spoken =
        isItem && opensElsewhere(sentence)
          ? []
          : tongue.upstream.filter(({ words, opens }) => words.mayStandIn(lower) && !(opens && isItem));
      const refused = spoken.length === 0 ? [] : refusedFrom(sentence.text, tongue);
      for (const cue of spoken) {
        const hits = hitsOf({ cue, sentence, tongue, refused, context });
        for (const mention of hits.mentions)
          claims.push(...claimOf(file, sentence, mention, cue, context, hits.doubtful));
        if (hits.announces) announced = { cue };
      }
    }
  }
  const said = isItem ? ofThisItem(claims, sentences, context) : claims;
  return { claims: once(said), ...(announced ? { listing: announced } : {}) };
}

/**
 * What an item of a list says that is headed by another model, this model's sibling, is the sibling's; where
 * the other model is told to be one of which this was made, the item speaks of this.
 */
function ofThisItem(claims: readonly Claim[], sentences: readonly Sentence[], context: Context) {
  const [first] = sentences;
  if (first === undefined || claims.length === 0) return claims;
  const head = otherHeadOf(first, allMentionsOf(first), context);
  if (head === undefined) return claims;
  const { end } = first.flat.span(head.from, head.to);
  return claims.some(({ place }) => 'start' in place && place.start < end) ? claims : [];
}

const mentions = new WeakMap<Sentence, readonly Mention[]>();

/** Many cues ask for the same sentence's models; names that nobody knows are among them. */
function allMentionsOf(sentence: Sentence): readonly Mention[] {
  const known =
    mentions.get(sentence) ??
    withoutDataSets(sentence, mentionsIn(sentence.flat, sentence.from, sentence.to, true));
  mentions.set(sentence, known);
  return known;
}

const mentionsOf = (sentence: Sentence) => allMentionsOf(sentence).filter((one) => !isUnknown(one));

/** Where a sentence speaks of something else: up to a semicolon, or to where it turns to this model. */
function refusedFrom(
  text: string,
  { refuse, turn }: LanguageRules,
): { readonly from: number; readonly to: number }[] {
  if (!refuse.test(text)) return [];
  let at = 0;
  return text.split(turn).flatMap((clause) => {
    const from = refuse.find(clause)?.index;
    const to = (at += clause.length);
    return from === undefined ? [] : [{ from: to - clause.length + from, to }];
  });
}

interface Hits {
  readonly mentions: readonly Mention[];
  /** Alternatives, of which nobody knows which it was. */
  readonly doubtful?: boolean;
  readonly announces: boolean;
}

/** A cue as a sentence says it, and what the sentence turns away from. */
interface Said {
  readonly cue: Cue;
  readonly sentence: Sentence;
  readonly tongue: LanguageRules;
  readonly refused: ReturnType<typeof refusedFrom>;
  readonly context: Context;
}

function hitsOf(said: Said): Hits {
  const { cue, sentence } = said;
  const nothing: Hits = { mentions: [], announces: false };
  const announces: Hits = { mentions: [], announces: true };
  const { text } = sentence;
  if (cue.needs && !cue.needs.test(text)) return nothing;
  for (const hit of cue.words.all(text)) {
    if (cue.target === 'next') return announces;
    if (isRefused(hit, said) || isOfAnother(hit, said)) continue;
    const all = mentionsOf(sentence);
    if (all.length === 0 && announcesList(hit, said)) return announces;
    if (all.length === 0 && !cue.all) break;
    if (isOfRelative(hit, all, said)) continue;
    const side = sideOf(hit, all, said);
    const [nearest] = side.filter((one) => one.hub || !cue.hubOnly || isNamedInFull(sentence, one));
    if (!nearest) {
      if (cue.all && /:\s*$/.test(text)) return announces;
      continue;
    }
    if (cue.opens && !isOpened(cue.opens, nearest, all, said)) continue;
    if (isParted(hit, nearest, said) || namesOther(nearest, cue.relation, sentence)) continue;
    return hitsAt(nearest, side, said);
  }
  return nothing;
}

/** "Mistral-7B-v0.1": a family's model, told by the name that it alone bears, as good as an id. */
const isNamedInFull = ({ flat }: Sentence, one: Mention) => guessAt(flat, one)?.hub === true;

/** Words that refuse, which may be among those that the cue takes along: ", just like models trained on". */
function isRefused({ index, text }: Hit, { sentence, tongue, refused }: Said): boolean {
  const end = index + text.length;
  return (
    refused.some(({ from, to }) => end > from && index < to) ||
    tongue.refuse.test(sentence.text.slice(end, end + 30))
  );
}

/** Whether the subject is code, or this model in another size. */
function isOfAnother({ index, text }: Hit, { sentence, tongue, context: { self } }: Said): boolean {
  const joint = /^[\s,，;；]*/.exec(text)?.[0].length ?? 0;
  return (
    isAboutCode(sentence.text.slice(0, index + joint), tongue) ||
    isOfOtherSize(sentence.text.slice(0, index), self)
  );
}

/** "It is based on:", and the models in a list below. */
function announcesList({ index, text }: Hit, { cue, sentence }: Said): boolean {
  return cue.target === 'after' && ANNOUNCES.test(sentence.text.slice(index + text.length));
}

/** "[Sibling-7B] is a fine-tune of X" in a list of relatives speaks of the sibling. */
function isOfRelative(
  { index, text }: Hit,
  all: readonly Mention[],
  { cue, sentence, tongue, context }: Said,
): boolean {
  const { self, called } = context;
  if (beginsWithBase(sentence.text.slice(0, index), context)) return true;
  if (cue.target === 'before') return isBaseOfNext(sentence, all, sentence.from + index + text.length, self);
  if (cue.target !== 'after') return false;
  const start = sentence.from + index;
  return all.some(
    (one) =>
      one.hub &&
      one.to <= start &&
      !isThis(sentence, one, self) &&
      !isSubjectCalled(sentence, one, called, tongue.parts.topic) &&
      !(cue.relation === 'merge' && isJoinedTo(sentence, one, start)),
  );
}

/** The models on the side of a cue where it looks for them, the nearest first. */
function sideOf({ index, text }: Hit, all: readonly Mention[], { cue, sentence }: Said): readonly Mention[] {
  const start = sentence.from + index;
  const end = start + text.length;
  return cue.target === 'after'
    ? all.filter((one) => one.from >= end && one.from - end <= cue.near)
    : all.filter((one) => one.to <= Math.max(start + 1, end) && start - one.to <= cue.near).reverse();
}

/** Whether a sentence opens with the words that a cue wants, and speaks of one model alone. */
function isOpened(
  opens: NonNullable<Cue['opens']>,
  nearest: Mention,
  all: readonly Mention[],
  { sentence: { flat, from }, refused }: Said,
): boolean {
  if (all.length > 1 || refused.length > 0) return false;
  return opens.test(flat.text.slice(from, nearest.from).replace(/[[`*]+$/, ''));
}

/** Whether words or an end of a sentence stand between a cue and a model. */
function isParted({ index, text }: Hit, nearest: Mention, { cue, sentence, tongue }: Said): boolean {
  const start = sentence.from + index;
  const gap =
    cue.target === 'after'
      ? sentence.flat.text.slice(start + text.length, nearest.from)
      : sentence.flat.text.slice(nearest.to, start);
  return tongue.between.test(gap) || /[.;:]\s/.test(gap.replace(/^\s*:/, ''));
}

/** The nearest model, with those joined to it, or of which it is one alternative. */
function hitsAt(
  nearest: Mention,
  side: readonly Mention[],
  { cue, sentence, tongue, context: { self } }: Said,
): Hits {
  const choice = cue.target === 'after' ? alternatives(sentence, nearest, side, tongue) : [nearest];
  if (choice.length > 1) {
    const fitting = choice.filter((one) => isAloneOfOwnSize(one, choice, self));
    const isSettled = fitting.length === 1;
    return { mentions: isSettled ? fitting : choice, doubtful: !isSettled, announces: false };
  }
  const more = cue.all ? side.filter((one) => one !== nearest && one.hub) : joined(sentence, nearest, side);
  return { mentions: [nearest, ...more], announces: false };
}

/** A sentence that ends with its cue, or with "the following models:", leaves the models to what follows. */
const ANNOUNCES = new RegExp(
  String.raw`^(?:\s*(?:the |these )?(?:following )?(?:base |original |pre-?trained )?` +
    String.raw`(?:models?|checkpoints?|weights|loras?))?\s*[:：]\s*$`,
  'i',
);
/** How far from its beginning an item of a list may name its model. */
const NEAR_ITEM = 30;
/** … and the value of a field, where it is told by an id, and where by a name. */
const NEAR_VALUE = { id: 30, name: 12 };

/** Whether words are the name of a field that holds a model: "Base model", "Backbone", "Teacher". */
export function isUpstreamLabel(text: string): boolean {
  if (labelIn(text)) return true;
  const asked = `${text}:`;
  return languagesOf(text).some(({ upstream }) =>
    upstream.some(({ words, target }) => target === 'after' && words.find(asked)?.text === asked),
  );
}

/** The model with which a sentence begins, or nearly so. */
function firstOf(file: string, sentence: Sentence, cue: Cue, context: Context): Claim[] {
  const [mention] = mentionsIn(sentence.flat, sentence.from, sentence.to);
  if (!mention?.hub && !(mention && isNamedInFull(sentence, mention))) return [];
  return mention.from - sentence.from < Math.min(cue.near, NEAR_ITEM)
    ? claimOf(file, sentence, mention, cue, context)
    : [];
}

/** All that stands between the models of a field, with what is said of one in brackets. */
const JOINS = new RegExp(
  String.raw`^[\s,，、;+&·"'*]*(?:\([^()]{1,30}\))?[\s,，、;+&·"'*]*` +
    String.raw`(?:and|plus|with|x|×|및|와|과|と|和|与)?[\s"'*]*$`,
  'i',
);

/** Nothing but words, and what may stand around them, in a text with plain signs. */
const ONLY_WORDS = new RegExp(String.raw`^(?:[^${NO_LETTERS}]|[\s"'\x60*[/&,，、-])*$`);

/** The models with which the value of a field begins: "Vision tower: X", "Merged models: X, Y". */
function fieldClaims(file: string, sentence: Sentence, context: Context): Claim[] {
  const field = fieldIn(sentence.text);
  if (!field) return [];
  const start = sentence.from + field.value;
  const [first, ...more] = mentionsOf(sentence).filter(({ from }) => from >= start);
  if (!first || first.from - start > NEAR_VALUE[first.hub ? 'id' : 'name']) return [];
  const { flat, text } = sentence;
  const before = flat.text.slice(start, first.from);
  const isOther = languagesOf(text).some(
    ({ between, refuse }) => between.test(before) || refuse.test(text.slice(0, first.to - sentence.from)),
  );
  // "Base: 71.2 (X: 70.1)" compares.
  if (isOther || !ONLY_WORDS.test(plainSigns(before)) || namesOther(first, field.cue.relation, sentence))
    return [];
  const named = [first];
  for (const one of more) {
    if (!JOINS.test(flat.text.slice(named.at(-1)?.to, one.from))) break;
    named.push(one);
  }
  return named.flatMap((one) => claimOf(file, sentence, one, field.cue, context));
}

/** "A or B", "A, B or C": the models of which one was meant; only the first where nothing joins them so. */
function alternatives(
  { flat }: Sentence,
  first: Mention,
  side: readonly Mention[],
  { or }: LanguageRules,
): readonly Mention[] {
  const found = [first];
  let chosen = false;
  for (const one of side.slice(1)) {
    const gap = flat.text.slice(found.at(-1)?.to, one.from);
    if (one.hub !== first.hub || !(or.test(gap) || /^\s*,\s*$/.test(gap))) break;
    chosen ||= or.test(gap);
    found.push(one);
  }
  return chosen ? found : [first];
}

/** "A and B": the second is as much the object as the first. */
function joined(sentence: Sentence, first: Mention, side: readonly Mention[]): Mention[] {
  const [, second] = side;
  if (!second || second.hub !== first.hub || !first.hub) return [];
  const gap = sentence.flat.text.slice(Math.min(first.to, second.to), Math.max(first.from, second.from));
  return /^\s*(?:,|and|&|\+|,\s*and)\s*$/i.test(gap) ? [second] : [];
}
