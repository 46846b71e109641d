import type { Claim, ClaimOf } from '../../../model/claim.ts';
import type { Candidate } from '../candidate-blocks.ts';
import type { Context } from '../../context.ts';
import type { UseLimit } from '../frames.ts';
import { languagesOf, type LanguageRules } from '../languages.ts';
import { mentionsIn, type Mention } from '../mentions.ts';
import { isQuoted, type Sentence } from '../sentences.ts';
import { normalizeSpacing } from '../../../text/normalize-spacing.ts';
import type { Hit } from '../../../text/patterns/pattern-set.ts';
import { fromLetter } from '../../../text/signs.ts';
import { partsIn, subjectNamed } from '../subjects.ts';
import { clauseOf } from './framed/slots.ts';
import { opensWithOwnName, ownNameIn } from './own-name.ts';

/** Conditions are what it is about, so words such as "if" and "unless" do not take it back. */
const OPEN = 'commercial-by-consent';

/**
 * "For non-commercial use only", "no commercial use": of this model, unless the sentence, its heading or the
 * item that it stands in speaks of something else. What it is intended for is no limit; of data, code, a
 * service, the upstream, or a model by name, another license tells.
 */
export function limitStatements(
  file: string,
  sentences: readonly Sentence[],
  { self }: Context,
  candidate: Candidate,
  { isItem, isCell }: { readonly isItem: boolean; readonly isCell: boolean },
): Claim[] {
  const isOfListed = isItem && sentences[0] !== undefined && opensWithOther(sentences[0], self);
  const claims = (isOfListed ? [] : sentences).flatMap((sentence, nth): ClaimOf<'use-limit'>[] => {
    const { text, flat, from, to } = sentence;
    for (const tongue of languagesOf(text)) {
      const hits = hitsIn(sentence, tongue);
      if (hits.length === 0) continue;
      const joined = joinedWithModel(text, tongue);
      const rest = joined ? `${text.slice(0, joined.from)} ${text.slice(joined.to)}` : text;
      if (namesOther(sentence, self)) continue;
      const isOfThis =
        opensWithModel(text, tongue) ||
        candidate.underLicense ||
        joined !== undefined ||
        isLent(candidate.heading) ||
        tongue.subject.test(text) ||
        ownNameIn(text, self) !== undefined ||
        !(
          isCell ||
          isOfOtherKind(candidate.heading, self) ||
          mayBeOfOther(sentence, candidate, isItem, tongue)
        );
      if (!isOfThis) continue;
      const told = hits.filter(
        ({ limit, hit }) =>
          isOfModel(joined ? rest : aboutModel(text, hit, tongue), limit, tongue) &&
          !isQuoted(text, hit.index, end(hit)) &&
          !(limit === OPEN && isAllowed(sentences.slice(0, nth), sentence, tongue)),
      );
      const isOpen = told.some(({ limit }) => limit === OPEN);
      const claims = told
        .filter(({ limit }) => !(isOpen && limit === 'non-commercial'))
        .map(({ limit, hit }): ClaimOf<'use-limit'> => {
          const [begin, end] = wholeWords(text, hit);
          return {
            kind: 'use-limit',
            place: { file, ...flat.span(from + begin, Math.min(to, from + end)) },
            via: 'prose',
            confidence: 'likely',
            limit,
            text: text.slice(begin, end),
          };
        });
      if (claims.length > 0) return claims;
    }
    return [];
  });
  // Said twice, it is one limit.
  return claims.filter(({ limit }, nth) => claims.findIndex((one) => one.limit === limit) === nth);
}

/** An item of a list that begins with another model: "[Sibling-7B](…): …", "**Harbor-13B-chat**: …". */
function opensWithOther(first: Sentence, self: string | undefined): boolean {
  const { flat, from, text } = first;
  if (opensWithOwnName(text, self)) return false;
  const isLinked = flat.links.some((link) => !link.image && link.from - from >= 0 && link.from - from < 4);
  return isLinked || /^[\w.-]*[a-z][\w.-]*\d[\w.-]*\s*[:：]/i.test(text);
}

interface Limited {
  readonly limit: UseLimit;
  readonly hit: Hit;
}

/** A sign in front of a sentence that denies all that it says: "❌ Commercial use". */
const CROSSED = /(?:[❌✗✘✖⛔❎]|🚫)\ufe0f?\s*$/;
const CROSS = '❌ ';

/** Each limit that a sentence tells once, where the words of none are part of another's. */
function hitsIn(
  { text: said, flat, from }: Sentence,
  { limits, useLabel, frames }: LanguageRules,
): Limited[] {
  const isCrossed = CROSSED.test(flat.text.slice(Math.max(0, from - 4), from)) && useLabel.test(said);
  const text = isCrossed ? `${CROSS}${said}` : said;
  const found: Limited[] = [];
  for (const { words, limit } of limits) {
    if (found.some((one) => one.limit === limit)) continue;
    const hit = words
      .all(text)
      .find(
        (one) =>
          frames?.dropsSubject === true ||
          !found.some(({ hit }) => one.index < end(hit) && hit.index < end(one)),
      );
    if (hit) found.push({ limit, hit });
  }
  return isCrossed ? found.map((one) => ({ ...one, hit: { index: 0, text: said } })) : found;
}
const end = ({ index, text }: Hit) => index + text.length;

/** Whether a sentence names another model. */
function namesOther({ flat, from, to }: Sentence, self: string | undefined): boolean {
  const name = normalizeSpacing(self?.slice(self.indexOf('/') + 1) ?? '');
  return mentionsIn(flat, from, to).some(
    ({ model, raw }: Mention) =>
      model.toLowerCase() !== self?.toLowerCase() && !name.includes(normalizeSpacing(raw)),
  );
}

/** The two kinds of models of which a series has both, by their names and by headings. */
const KINDS = [/(?<![a-z])(?:base|pre-?trained)(?![a-z])/i, /instruct|(?<![a-z])(?:chat|sft)(?![a-z])/i];
const SERIES = /models?\b|versions?\b|variants?\b|checkpoints?\b|모델|モデル|模型/i;

/** "Instruction-finetuned models", in the card of X-base: a heading for models of another kind. */
function isOfOtherKind(heading: string, self: string | undefined): boolean {
  if (self === undefined || !SERIES.test(heading)) return false;
  const name = self.slice(self.indexOf('/') + 1);
  const isOfKind = (text: string) => KINDS.map((kind) => kind.test(text));
  const [own, headed] = [isOfKind(name), isOfKind(heading)];
  return own.includes(true) && headed.includes(true) && !own.some((is, nth) => is && headed[nth]);
}

/** "Our 1-step model is …": one of several. */
const OF_ONE = /^\W*(?:our|the) \w*\d[\w.-]* (?:models?|checkpoints?|versions?|weights)\b/i;

/** "PISA latency is …": a quality of a thing with a name. */
const QUALITY_OF_OTHER = new RegExp(
  String.raw`^\W*(?:the )?(?=\w*[A-Z]\w*[A-Z])[A-Z][\w.+-]+(?:['’]s)? ` +
    String.raw`(?!files?|weights|models?|use|usage|licen)\w+ (?:is|are|was|were)\b`,
);

/**
 * Whether a sentence that does not say what it speaks of may speak of something else than this model: under
 * a heading on data, code or a demo, in an item that begins with a link, behind a name of its own.
 */
function mayBeOfOther(
  { text, flat, from }: Sentence,
  { heading }: Candidate,
  isItem: boolean,
  { license, parts }: LanguageRules,
): boolean {
  const isHeadedElse = languagesOf(heading).some(
    (tongue) =>
      [tongue.license.data, tongue.license.code, tongue.license.other, tongue.license.upstream].some(
        (words) => words.test(heading),
      ) && !tongue.license.weights.test(heading),
  );
  const subject = subjectNamed(text, { parts });
  return (
    isHeadedElse ||
    license.other.test(text) ||
    OF_ONE.test(text) ||
    (subject !== undefined && /[A-Z\d]/.test(subject.slice(1))) ||
    QUALITY_OF_OTHER.test(text) ||
    (isItem && flat.links.some((link) => link.from - from >= 0 && link.from - from < 4))
  );
}

/**
 * The clause of a limit, where it names the model as what is limited: "as the data's terms ask for it, the
 * model must not …"; else the whole sentence.
 */
function aboutModel(text: string, hit: Hit, { frames, subject }: LanguageRules): string {
  if (frames?.dropsSubject !== true) return text;
  const clause = clauseOf(text, hit, frames);
  return subject.test(clause) ? clause : text;
}

const isOfModel = (text: string, limit: UseLimit, tongue: LanguageRules) =>
  !isOfAnother(text, tongue) && !isTakenBack(text, limit, tongue);

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
    before.some((one) => frames.allowed.test(one.text) && !frames.denies.test(one.text)) &&
    !/^(?:단|다만|ただし|但|不过|but|however|though)(?!\p{Script=Latin})/iu.test(fromLetter(text))
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

/** "Checkpoints, code and data are …": the model's parts open the sentence, or stand behind its label. */
function opensWithModel(text: string, tongue: LanguageRules): boolean {
  const [first] = partsIn(text, tongue);
  return (
    first?.matter === 'weights' &&
    /^(?:[^:：]{0,40}[:：]\s*)?$/.test(text.slice(0, first.from)) &&
    tongue.parts.topic.test(text.slice(first.to))
  );
}
