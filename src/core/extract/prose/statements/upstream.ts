import type { Claim, ClaimOf } from '../../../model/claim.ts';
import type { Context } from '../../context.ts';
import { languagesOf, type Cue, type LanguageRules } from '../languages.ts';
import { mentionsIn, type Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';
import { isAboutCode } from '../subjects.ts';
import { PatternSet } from '../../../text/pattern-set.ts';

/** A list announced by a sentence ("models were included in the merge:"): its items name upstreams. */
export interface Listing {
  readonly cue: Cue;
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
    return { claims: first ? firstOf(file, first, listing.cue, context) : [] };
  }
  for (const [nth, sentence] of sentences.entries()) {
    const label = labelIn(sentence.text);
    if (label) {
      const next = sentences[nth + 1];
      if (next) claims.push(...firstOf(file, next, label, context));
      else announced = { cue: label };
      continue;
    }
    const lower = sentence.text.toLowerCase();
    for (const tongue of languagesOf(sentence.text)) {
      // An item of a list introduces a relative.
      const spoken = tongue.upstream.filter(
        ({ words, opens }) => words.mayStandIn(lower) && !(opens && isItem),
      );
      const refused = spoken.length === 0 ? [] : refusedFrom(sentence.text, tongue);
      for (const cue of spoken) {
        const hits = hitsOf(cue, sentence, tongue, refused, context.self);
        for (const mention of hits.mentions)
          claims.push(...claimOf(file, sentence, mention, cue, context, hits.doubtful));
        if (hits.announces) announced = { cue };
      }
    }
  }
  return { claims: once(claims), ...(announced ? { listing: announced } : {}) };
}

const mentions = new WeakMap<Sentence, readonly Mention[]>();

/** Many cues ask for the same sentence's models. */
function mentionsOf(sentence: Sentence): readonly Mention[] {
  const known = mentions.get(sentence) ?? mentionsIn(sentence.flat, sentence.from, sentence.to);
  mentions.set(sentence, known);
  return known;
}

/**
 * Where words begin that make a sentence speak of something else, up to a semicolon or to where it turns to
 * this model.
 */
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

function hitsOf(
  cue: Cue,
  sentence: Sentence,
  tongue: LanguageRules,
  refused: ReturnType<typeof refusedFrom>,
  self: string | undefined,
): Hits {
  const nothing: Hits = { mentions: [], announces: false };
  if (cue.needs && !cue.needs.test(sentence.text)) return nothing;
  const { text } = sentence;
  for (const hit of cue.words.all(text)) {
    const start = sentence.from + hit.index;
    const end = start + hit.text.length;
    if (cue.target === 'next') return { mentions: [], announces: true };
    // The words that refuse may be among those that the cue takes along: ", just like models trained on".
    if (refused.some(({ from, to }) => hit.index + hit.text.length > from && hit.index < to)) continue;
    if (tongue.refuse.test(text.slice(hit.index + hit.text.length, hit.index + hit.text.length + 30)))
      continue;
    const all = mentionsOf(sentence);
    if (isAboutCode(text.slice(0, hit.index + (/^[\s,，;；]*/.exec(hit.text)?.[0].length ?? 0)), tongue))
      continue;
    if (isOfOtherSize(text.slice(0, hit.index), self)) continue;
    // "It is based on:", and the models in a list below.
    if (all.length === 0 && cue.target === 'after' && ANNOUNCES.test(text.slice(hit.index + hit.text.length)))
      return { mentions: [], announces: true };
    if (all.length === 0 && !cue.all) break;
    // "[Sibling-7B] is a fine-tune of X" in a list of relatives speaks of the sibling.
    if (
      cue.target === 'after' &&
      all.some(
        (one) =>
          one.hub &&
          one.to <= start &&
          !isThis(sentence, one, self) &&
          !(cue.relation === 'merge' && isJoinedTo(sentence, one, start)),
      )
    )
      continue;
    const side =
      cue.target === 'after'
        ? all.filter((one) => one.from >= end && one.from - end <= cue.near)
        : all.filter((one) => one.to <= start + 1 && start - one.to <= cue.near).reverse();
    const [nearest] = side.filter((one) => one.hub || !cue.hubOnly);
    if (!nearest) {
      if (cue.all && /:\s*$/.test(text)) return { mentions: [], announces: true };
      continue;
    }
    if (
      cue.opens &&
      (!cue.opens.test(sentence.flat.text.slice(sentence.from, nearest.from).replace(/[[`*]+$/, '')) ||
        all.length > 1 ||
        refused.length > 0)
    )
      continue;
    const gap =
      cue.target === 'after'
        ? sentence.flat.text.slice(end, nearest.from)
        : sentence.flat.text.slice(nearest.to, start);
    if (tongue.between.test(gap) || /[.;:]\s/.test(gap.replace(/^\s*:/, ''))) continue;
    // A dataset named with the family's name: "fine-tuned on Llama 2 data".
    const behind = sentence.flat.text.slice(nearest.to, nearest.to + 45);
    if (!nearest.model.includes('/') && /^\s+(?:\w+\s+)?(?:architecture|style|tokenizer)\b/i.test(behind))
      continue;
    if (
      !nearest.hub &&
      cue.relation !== 'outputs' &&
      new RegExp(
        String.raw`^(?:['’]s)?[-\s]*(?:[\w-]+\s+){0,2}?(?:implementation|module|method|code\b|source|` +
          String.raw`style|like|inspired|based prompts?|architecture|format|template|tokenizer|data|` +
          String.raw`prompt|compatible|class|config|generated|outputs?|answers)`,
        'i',
      ).test(behind)
    )
      continue;
    // "Quants of Mixtral models": of the family's models, whichever.
    if (!nearest.hub && cue.relation === 'quantized' && /^\s+models\b/i.test(behind)) continue;
    const choice = cue.target === 'after' ? alternatives(sentence, nearest, side, tongue) : [nearest];
    if (choice.length > 1) {
      const fitting = choice.filter((one) => fits(one, choice, self));
      return {
        mentions: fitting.length === 1 ? fitting : choice,
        doubtful: fitting.length !== 1,
        announces: false,
      };
    }
    const more = cue.all ? side.filter((one) => one !== nearest && one.hub) : joined(sentence, nearest, side);
    return { mentions: [nearest, ...more], announces: false };
  }
  return nothing;
}

/** This repository, by its id or by the words before it: "This model [own/name] was converted from …". */
function isThis(sentence: Sentence, mention: Mention, self: string | undefined): boolean {
  return (
    mention.model.toLowerCase() === self?.toLowerCase() ||
    /^\W{0,3}(?:(?:this|the) model:?|this is(?: the| an?)?)\s*$/i.test(
      sentence.flat.text.slice(sentence.from, mention.from).replace(/[[\]`*"]/g, ''),
    )
  );
}

/**
 * "Files of X merged with Y": what directly follows a name is done to it, and the sentence's verb is not its.
 */
function isJoinedTo({ flat }: Sentence, mention: Mention, at: number): boolean {
  return /^\s+$/.test(flat.text.slice(mention.to, at));
}

/** A sentence that ends with its cue, or with "the following models:", leaves the models to what follows. */
const ANNOUNCES = new RegExp(
  String.raw`^(?:\s*(?:the |these )?(?:following )?(?:base |original |pre-?trained )?(?:models?|` +
    String.raw`checkpoints?|weights|loras?))?\s*[:：]\s*$`,
  'i',
);
/** How far from its beginning an item of a list, and what follows a label, may name its model. */
const NEAR_ITEM = 30;
const NEAR_LABEL = 5;

const NONE = new PatternSet([]);

/** A cue for words that are nothing but a label, such as a heading "Base model". */
export function labelIn(text: string): Cue | undefined {
  if (text.length > 60 || !languagesOf(text).some(({ label }) => label.test(text))) return undefined;
  return {
    words: NONE,
    relation: 'unsaid',
    target: 'next',
    all: false,
    near: NEAR_LABEL,
    hubOnly: true,
    opens: undefined,
    needs: undefined,
  };
}

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
  return mention?.hub && mention.from - sentence.from < Math.min(cue.near, NEAR_ITEM)
    ? claimOf(file, sentence, mention, cue, context)
    : [];
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

/**
 * "The 30b model is built on Llama" in the card of a 70b: of a series, each size may have a base of its own.
 */
function isOfOtherSize(before: string, self: string | undefined): boolean {
  const words = before.trim().toLowerCase();
  const subject = words.startsWith('the ')
    ? /^the (\d+(?:\.\d+)?[bm])(?: (?:model|version|variant)s?)?$/.exec(words)?.[1]
    : undefined;
  const own = sizesOf(self ?? '');
  return subject !== undefined && own.length > 0 && !own.includes(subject);
}

const SIZE = /(?<![a-z\d.])\d+(?:\.\d+)?[bm](?![a-z\d])/gi;
const sizesOf = (name: string) => (name.match(SIZE) ?? []).map((size) => size.toLowerCase());

/** Whether the own name has a size of this model that the others do not have. */
function fits({ model }: Mention, all: readonly Mention[], self: string | undefined): boolean {
  const own = sizesOf(self ?? '');
  return sizesOf(model).some(
    (size) => own.includes(size) && all.filter((other) => sizesOf(other.model).includes(size)).length === 1,
  );
}

/** "A and B": the second is as much the object as the first. */
function joined(sentence: Sentence, first: Mention, side: readonly Mention[]): Mention[] {
  const [, second] = side;
  if (!second || second.hub !== first.hub || !first.hub) return [];
  const gap = sentence.flat.text.slice(Math.min(first.to, second.to), Math.max(first.from, second.from));
  return /^\s*(?:,|and|&|\+|,\s*and)\s*$/i.test(gap) ? [second] : [];
}

function claimOf(
  file: string,
  sentence: Sentence,
  mention: Mention,
  cue: Cue,
  context: Context,
  doubtful = false,
): ClaimOf<'upstream'>[] {
  if (mention.hub && mention.model.toLowerCase() === context.self?.toLowerCase()) return [];
  return [
    {
      kind: 'upstream',
      place: { file, ...sentence.flat.span(mention.from, mention.to) },
      via: 'prose',
      confidence: doubtful ? 'possible' : 'likely',
      model: mention.model,
      raw: mention.raw,
      hub: mention.hub,
      relation: cue.relation,
      ...(cue.relation === 'component' ? { part: 'tower' } : {}),
    },
  ];
}

/** One claim for a model of a block; the one that says the relation wins. */
function once(claims: readonly Claim[]): Claim[] {
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
