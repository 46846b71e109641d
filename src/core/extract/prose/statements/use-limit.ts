import type { Claim } from '../../../model/claim.ts';
import type { Candidate } from '../candidate-blocks.ts';
import type { Context } from '../../context.ts';
import type { UseLimit } from '../frames.ts';
import { languagesOf, type LanguageRules } from '../languages.ts';
import { mentionsIn, type Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';
import { normalizeSpacing } from '../../../text/normalize-spacing.ts';
import type { Hit } from '../../../text/pattern-set.ts';
import { partsIn } from '../subjects.ts';
import { clauseOf } from './framed/slots.ts';

/** Conditions are what it is about, so words such as "if" and "unless" do not take it back. */
const OPEN = 'commercial-by-consent';

/** A block that is little else than such words ("For research only") speaks of what the card is about. */
const BARE = { length: 60, before: 13 };

/**
 * "For non-commercial use only", said of this model, or of nothing in a section on its license. What it is
 * intended for is no limit; of data, code, a service, the upstream, or a model by name, another license
 * tells.
 */
export function limitStatements(
  file: string,
  sentences: readonly Sentence[],
  { self }: Context,
  { underLicense, heading }: Candidate,
  isItem: boolean,
): Claim[] {
  const name = normalizeSpacing(self?.slice(self.indexOf('/') + 1) ?? '');
  return sentences.flatMap((sentence, nth): Claim[] => {
    const { text, flat, from, to } = sentence;
    const isOther = ({ model, raw }: Mention) =>
      model.toLowerCase() !== self?.toLowerCase() && !name.includes(normalizeSpacing(raw));
    const isOfThis = (hit: Hit, tongue: LanguageRules) =>
      (sentences.length === 1 && !isItem && isBare(text, hit)) ||
      opensWithModel(text, tongue) ||
      underLicense ||
      joinedWithModel(text, tongue) !== undefined ||
      isLent(heading) ||
      tongue.subject.test(text) ||
      tongue.frames?.dropsSubject === true ||
      (name !== '' && normalizeSpacing(text).includes(name));
    for (const tongue of languagesOf(text)) {
      const said = limitsIn(text, tongue).filter(
        ({ limit, hit }) =>
          isOfThis(hit, tongue) && !(limit === OPEN && isAllowed(sentences.slice(0, nth), sentence, tongue)),
      );
      if (said.length === 0 || mentionsIn(flat, from, to).some(isOther)) continue;
      return said.map(({ limit, hit }): Claim => {
        const [begin, end] = wholeWords(text, hit);
        return {
          kind: 'use-limit',
          place: { file, ...flat.span(from + begin, from + end) },
          via: 'prose',
          confidence: 'likely',
          limit,
          text: text.slice(begin, end),
        };
      });
    }
    return [];
  });
}

interface Limited {
  readonly limit: UseLimit;
  readonly hit: Hit;
}

/** The limits of a sentence, each once; where a way is left open it forbids nothing whole. */
function limitsIn(text: string, tongue: LanguageRules): readonly Limited[] {
  const joined = joinedWithModel(text, tongue);
  const rest = joined ? `${text.slice(0, joined.from)} ${text.slice(joined.to)}` : text;
  const found: Limited[] = [];
  for (const { words, limit } of tongue.limits) {
    if (found.some((one) => one.limit === limit || (one.limit === OPEN && limit === 'non-commercial')))
      continue;
    const hit = words.find(text);
    if (!hit) continue;
    const about = joined ? rest : ofModel(text, hit, tongue);
    if (!isOfAnother(about, tongue) && !isTakenBack(about, limit, tongue)) found.push({ limit, hit });
  }
  return found;
}

/**
 * The clause of a limit, where it names the model as what is limited: "as the data's terms ask for it, the
 * model must not …"; else the whole sentence.
 */
function ofModel(text: string, hit: Hit, tongue: LanguageRules): string {
  if (tongue.frames?.dropsSubject !== true) return text;
  const clause = clauseOf(text, hit, tongue.frames);
  return tongue.subject.test(clause) ? clause : text;
}

/** Whether words stand beside a limit by which it is none, or one of something else. */
const isTakenBack = (text: string, limit: UseLimit, { noLimit, frames }: LanguageRules) =>
  (limit === OPEN ? frames?.aside : noLimit)?.test(text) === true;

/**
 * "Commercial use is allowed. To use it commercially, fill in the form": who allows it first asks to
 * register, unless a word such as "but" takes it back.
 */
function isAllowed(before: readonly Sentence[], { text }: Sentence, { frames }: LanguageRules): boolean {
  return (
    frames !== undefined &&
    !/^\P{L}*(?:단|다만|ただし|但|不过|but|however|though)(?!\p{Script=Latin})/iu.test(text) &&
    before.some((one) => frames.allowed.test(one.text) && !frames.denies.test(one.text))
  );
}

/** Where a hit begins and ends, without blanks around it and without a part of a word. */
function wholeWords(text: string, { index, text: found }: Hit): readonly [begin: number, end: number] {
  const begin = index + found.length - found.trimStart().length;
  const end = index + found.trimEnd().length;
  const before = /\p{Script=Latin}*$/u.exec(text.slice(0, begin))?.[0].length ?? 0;
  const after = /^\p{Script=Latin}*/u.exec(text.slice(end))?.[0].length ?? 0;
  const joins = (at: number) => /^\p{Script=Latin}/u.test(text.slice(at));
  return [joins(begin) ? begin - before : begin, joins(end - 1) ? end + after : end];
}

/** Data and code that a text names together with the model: "our code, data and model weights". */
function joinedWithModel(text: string, tongue: LanguageRules) {
  const { data, code } = tongue.license;
  return partsIn(text, tongue).find(({ from, to, matter }) => {
    const words = text.slice(from, to);
    return matter === 'weights' && (data.test(words) || code.test(words));
  });
}

/** Whether a sentence speaks of the upstream, or of data or code without the model. */
function isOfAnother(text: string, tongue: LanguageRules): boolean {
  const { upstream, data, code } = tongue.license;
  if (upstream.test(text)) return true;
  return !opensWithModel(text, tongue) && (data.test(text) || code.test(text));
}

/** "Restrictions", "Terms of use": what stands under it speaks of this model without naming it. */
const isLent = (heading: string) =>
  heading !== '' && languagesOf(heading).some(({ frames }) => frames?.terms.test(heading));

function isBare(text: string, { index }: Hit): boolean {
  const clause = text.slice(0, index + (/[;；]|$/.exec(text.slice(index))?.index ?? 0));
  return clause.length < BARE.length && index < BARE.before;
}

/** "Checkpoints, code and data are …": the model's parts open the sentence, or stand behind its label. */
function opensWithModel(text: string, tongue: LanguageRules): boolean {
  const [first] = partsIn(text, tongue);
  return (
    first?.matter === 'weights' &&
    /^(?:[^:：]{0,40}[:：]\s*)?$/.test(text.slice(0, first.from)) &&
    tongue.parts.topic.test(text.slice(first.to))
  );
}
