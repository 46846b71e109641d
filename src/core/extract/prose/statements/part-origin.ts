import type { ClaimOf } from '../../../model/claim.ts';
import type { Context } from '../../context.ts';
import { languagesOf, type LanguageRules } from '../languages.ts';
import { mentionsIn, type Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';

/** A part's name in a text. */
interface Named {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

/** So far from its beginning a sentence may name the part that it is about: "The frozen VAE". */
const OPENING = 20;
/** So long a sentence of joined lines may be, in letters. */
const LONGEST = 1000;
/** A model's name stands this near to a label: "VAE: X". */
const NEAR_LABEL = 12;
const LABEL_SIGN = /^[\s/`"'*)）]*(?:[:：=|]|[–—→]|-+>)[\s`"'*([]*$/;
/** Words that deny stand this near to a part or a model. */
const AROUND = 30;

/**
 * What model a part of the pipeline was taken from, by the words of the card: "the VAE is byte-identical to
 * X", "`vae/`: a copy of X", "Text encoder: X". The part stands in the sentence, or the sentence goes on
 * about the part that begins the one before it.
 */
export function partOriginStatements(
  file: string,
  sentences: readonly Sentence[],
  context: Context,
): ClaimOf<'part-origin'>[] {
  let topic: Named | undefined;
  return withLinesJoined(sentences).flatMap((sentence): ClaimOf<'part-origin'>[] => {
    const tongues = languagesOf(sentence.text);
    const parts = tongues.flatMap((tongue) => partsNamed(sentence.text, tongue));
    const before = tongues.some(({ pronoun }) => pronoun.test(sentence.text)) ? topic : undefined;
    topic = parts.find(({ from }) => from <= OPENING) ?? before;
    if (parts.length === 0 && before === undefined) return [];
    const models = mentionsIn(sentence.flat, sentence.from, sentence.to).filter(
      ({ hub, model }) => hub && model.includes('/') && !isSelf(model, context),
    );
    if (models.length === 0) return [];
    const told = tongues.flatMap((tongue) => originsIn(sentence, tongue, models, parts, before));
    return told.map(({ part, mention }) => ({
      kind: 'part-origin',
      place: { file, ...sentence.flat.span(mention.from, mention.to) },
      via: 'prose',
      confidence: 'likely',
      part,
      model: mention.model,
      raw: mention.raw,
    }));
  });
}

/** A line that ends within a sentence goes on in the next: paragraphs are wrapped by hand. */
function withLinesJoined(lines: readonly Sentence[]): Sentence[] {
  const found: Sentence[] = [];
  for (const line of lines) {
    const before = found.at(-1);
    if (
      before &&
      before.flat === line.flat &&
      !/[.!?:。！？：]$/.test(before.text) &&
      line.to - before.from < LONGEST
    )
      found[found.length - 1] = {
        ...before,
        to: line.to,
        text: line.flat.text.slice(before.from, line.to).replace(/\n/g, ' '),
      };
    else found.push(line);
  }
  return found;
}

const isSelf = (model: string, { self }: Context) => model.toLowerCase() === self?.toLowerCase();

/** The parts that a text names, in their order. */
export function partsNamed(text: string, { components }: LanguageRules): Named[] {
  return components
    .flatMap(({ words, part }) =>
      words.all(text).map((hit): Named => ({ part, from: hit.index, to: hit.index + hit.text.length })),
    )
    .sort((a, b) => a.from - b.from);
}

interface Told {
  readonly part: string;
  readonly mention: Mention;
}

function originsIn(
  { text, from }: Sentence,
  { partOrigin, notOrigin }: LanguageRules,
  models: readonly Mention[],
  parts: readonly Named[],
  topic: Named | undefined,
): Told[] {
  return models.flatMap((mention): Told[] => {
    const [start, end] = [mention.from - from, mention.to - from];
    const named = parts.findLast(({ to }) => to <= start);
    const part = named ?? topic;
    if (part === undefined) return [];
    const between = text.slice(named?.to ?? 0, start);
    const isSaid = partOrigin.some(({ words, target, near }) =>
      words
        .all(text)
        .some(({ index, text: said }) =>
          target === 'after'
            ? index + said.length <= start && isNear(text.slice(index + said.length, start), near)
            : index >= end - 1 && isNear(text.slice(end, index), near),
        ),
    );
    if (!isSaid && !(named && between.length <= NEAR_LABEL && LABEL_SIGN.test(between))) return [];
    const around = [
      text.slice(Math.max(0, (named?.from ?? 0) - AROUND), named?.from ?? 0),
      between,
      text.slice(end, end + AROUND),
    ].join(' ');
    return /[.;；。]\s/.test(between) || notOrigin.test(around) ? [] : [{ part: part.part, mention }];
  });
}

/** Whether so much stands between a cue and a model, and no end of a clause. */
const isNear = (gap: string, near: number) => gap.length <= near && !/[.;:；。]\s/.test(gap);
