import type { Claim, Matter } from '../../../model/claim.ts';
import type { Context } from '../../context.ts';
import { languagesOf, type LanguageRules } from '../languages.ts';
import type { Flat } from '../../card/flatten-block.ts';
import {
  LICENSE_WORD,
  licenseAfter,
  licenseBefore,
  licenseOfBadge,
  isTelling,
  mayNameLicense,
  REACH,
  type LicenseMention,
} from '../license-words.ts';
import type { Candidate } from '../candidate-blocks.ts';
import { isQuestion, isQuoted, type Sentence } from '../sentences.ts';
import { isItem } from '../../card/blocks.ts';
import { matterNamed, partsIn } from '../subjects.ts';
import { aboutEach } from './license-subject.ts';
import { pairsIn } from './licenses/pairs.ts';
import { goesOnAboutOther, whoseOf } from './licenses/whose.ts';
import type { PatternSet } from '../../../text/patterns/pattern-set.ts';

/** What a block says of licenses: labels, sentences, badges, the text under a heading. */
export function licenseStatements(
  file: string,
  flat: Flat,
  sentences: readonly Sentence[],
  candidate: Candidate,
  context: Context,
): Claim[] {
  const claims: Claim[] = [];
  for (const link of flat.links) {
    const badge = link.image
      ? licenseOfBadge(link.url, flat.text.slice(link.from, link.to), context)
      : undefined;
    if (badge)
      claims.push(
        claimOf(file, flat, { ...badge.mention, from: link.from, to: link.to }, badge.about, 'own'),
      );
  }
  if (candidate.block.kind === 'heading') return claims;
  const heading = matterNamed(candidate.heading);
  for (const [index, sentence] of sentences.entries()) {
    const tongues = languagesOf(sentence.text);
    const found =
      firstOf(tongues, (tongue) => pairsIn(sentence, tongue, candidate, context)) ??
      aboutEach(
        sentence,
        firstOf(tongues, (tongue) => stated(sentence, tongue, candidate, index, context)) ?? [],
        tongues,
        heading,
        candidate,
        context,
      );
    for (const [nth, { mention, about }] of found.entries()) {
      if (isQuoted(sentence.text, mention.from - sentence.from, mention.to - sentence.from)) continue;
      const since = found[nth - 1]?.mention.to ?? sentence.from;
      const before = flat.text.slice(since, mention.from);
      if (tongues.some((tongue) => isForeign(sentence, before, mention, about, tongue))) continue;
      const until = found.length > 1 ? mention.from : sentence.to;
      const isUpstreams = tongues.some(
        (tongue) => whoseOf(sentence, since, until, mention, tongue, context) === 'upstream',
      );
      const other = isUpstreams ? undefined : goesOnAboutOther(sentences, index, context);
      const said = other?.about ?? listedMatter(flat, mention, about, candidate);
      claims.push(claimOf(file, flat, mention, said, isUpstreams ? 'upstream' : (other?.whose ?? 'own')));
    }
  }
  return claims;
}

/** "X by Y (CC0)" below "Training Data Sources": a license in brackets is that of the thing before it. */
function listedMatter(
  { text }: Flat,
  { from, raw }: LicenseMention,
  about: Matter,
  { heading }: Candidate,
): Matter {
  if (about !== 'unsaid') return about;
  const isInBrackets = /^[(（]/.test(raw) || /[(（][^()（）]*$/.test(text.slice(0, from));
  return isInBrackets && isOnData(heading) ? 'data' : about;
}

/** Whether a heading names data, and neither model nor code. */
const isOnData = (heading: string) =>
  languagesOf(heading).some((tongue) => {
    const parts = partsIn(heading, tongue);
    return parts.length > 0 && parts.every(({ matter }) => matter === 'data');
  });

/** What the first language hears that hears anything. */
function firstOf<T>(
  tongues: readonly LanguageRules[],
  hear: (tongue: LanguageRules) => readonly T[],
): readonly T[] | undefined {
  for (const tongue of tongues) {
    const found = hear(tongue);
    if (found.length > 0) return found;
  }
  return undefined;
}

/** Whether words are the name of a field that holds a license. */
export function isLicenseLabel(text: string): boolean {
  const asked = `${text}:`;
  return languagesOf(text).some((tongue) => tongue.license.label.find(asked)?.text === asked);
}

function stated(
  sentence: Sentence,
  tongue: LanguageRules,
  candidate: Candidate,
  index: number,
  context: Context,
): LicenseMention[] {
  const { license } = tongue;
  const { flat, from, to, text } = sentence;
  const label = license.label.find(text);
  if (label) {
    const found = licenseAfter(
      flat,
      from + label.text.length,
      Math.min(to, from + label.text.length + REACH),
      context,
      1,
    );
    if (found) return [found];
  }
  const named = statedBehind(sentence, tongue, context);
  if (named) return [named];
  if (isQuestion(sentence)) return [];
  const aboutLicense = candidate.underLicense || LICENSE_WORD.test(text);
  const found = several(sentence, aboutLicense ? license.statement : license.strong, license.again, context);
  if (found.length > 0) return found.filter((one) => !isTakenBack(sentence, one, tongue));
  const right = rightBehind(sentence, license.at, license.again, context);
  if (right.length > 0) return right;
  const given = givenIn(sentence, tongue, context);
  if (given.length > 0) return given;
  // Under a heading "License" the first words are often nothing but its name.
  const bare =
    candidate.underLicense && candidate.first && index === 0
      ? licenseAfter(flat, from, Math.min(to, from + REACH), context, 1, true)
      : isNothingElse(sentence, candidate, context);
  return bare ? [bare] : [];
}

/** The license whose name words such as "licensed" follow: "Apache 2.0 라이선스로". */
function statedBehind(
  sentence: Sentence,
  tongue: LanguageRules,
  context: Context,
): LicenseMention | undefined {
  const { flat, from, text } = sentence;
  for (const named of tongue.license.before.all(text)) {
    const word = from + named.index + (/^[\s-]*licen[cs]e\b/i.exec(named.text)?.[0].length ?? 0);
    const found =
      licenseBefore(flat, from, word, context) ?? licenseBefore(flat, from, from + named.index, context);
    if (!found || /[a-z]{2}/i.test(text.slice(found.to - from, named.index))) continue;
    const isPlain = tongue.frames?.dropsSubject !== true || LICENSE_WORD.test(named.text);
    const isGiven = !isDenied(text.slice(0, found.from - from)) && !isTakenBack(sentence, found, tongue);
    if (isGiven && (isPlain || isTelling(found.raw))) return found;
  }
  return undefined;
}

/** What stands in a text for a license's name, and how many letters around it tell whether it is given. */
const SLOT = '\u25c7';
const BESIDE = 24;

/** "Is not under MIT", "from GPL to MIT": the name stands for what is not given. */
function isTakenBack(
  { text, from }: Sentence,
  mention: LicenseMention,
  { license: { denied } }: LanguageRules,
): boolean {
  const [start, end] = [mention.from - from, mention.to - from];
  return denied.test(
    `${text.slice(Math.max(0, start - BESIDE), start)}${SLOT}${text.slice(end, end + BESIDE)}`,
  );
}

/** A sentence that has so few letters beside the names gives the licenses by naming them. */
const TERSE = 24;
/** So many words may stand in front of a license's name, where it is looked for by nothing but itself. */
const ANYWHERE = 40;

/** Whether a license is named that a paper has, or the data of a benchmark, or that is not given. */
function isForeign(
  sentence: Sentence,
  before: string,
  mention: LicenseMention,
  about: Matter,
  tongue: LanguageRules,
): boolean {
  return (
    tongue.license.foreign.test(before) ||
    (tongue.frames?.dropsSubject === true && about === 'data' && tongue.evaluation.test(sentence.text)) ||
    isTakenBack(sentence, mention, tongue)
  );
}

/** Licenses that a sentence names with any word of giving or following, or with hardly any other. */
function givenIn(sentence: Sentence, tongue: LanguageRules, context: Context): LicenseMention[] {
  const { flat, from, to, text } = sentence;
  if (tongue.frames?.dropsSubject !== true || !mayNameLicense(text)) return [];
  const found: LicenseMention[] = [];
  for (let at = from; found.length < MOST;) {
    const next = licenseAfter(flat, at, to, context, ANYWHERE);
    if (!next || next.from < at) break;
    if (isTelling(next.raw)) found.push(next);
    at = Math.max(next.to, at + 1);
  }
  const named = found.reduce((sum, one) => sum + one.to - one.from, 0);
  const isGiven = text.length - named <= TERSE || tongue.license.given.test(text);
  return isGiven ? found.filter((one) => !isTakenBack(sentence, one, tongue)) : [];
}

/** "Everything here is MIT", "we chose Apache-2.0": the name stands right behind the words. */
function rightBehind(
  { flat, from, to, text }: Sentence,
  at: PatternSet,
  again: PatternSet,
  context: Context,
): LicenseMention[] {
  for (const hit of at.all(text)) {
    if (COMPARES.test(hit.text)) continue;
    const start = from + hit.index + hit.text.length;
    const mention = licenseAfter(flat, start, Math.min(to, start + REACH), context, ARTICLE);
    if (!mention || !ARTICLES.test(flat.text.slice(start, mention.from))) continue;
    if (isDenied(text.slice(0, mention.from - from))) continue;
    const behind = { flat, from: mention.to, to, text: text.slice(mention.to - from) };
    return [mention, ...several(behind, again, again, context)].slice(0, MOST);
  }
  return [];
}

/** So many words may stand before the name, and these: "the permissive". */
const ARTICLE = 2;
const ARTICLES = /^(?:\W|(?:the|an?|our|its|same|permissive|standard|usual|plain|pure|terms|of|under)\b)*$/i;

const isDenied = (before: string) => /\bnot\b|n['’]t\b|\bnever\b/i.test(before.slice(-40));

/** "Apache 2.0." as a paragraph of its own, or its first sentence. */
function isNothingElse(
  { flat, from, to, text }: Sentence,
  { block, heading }: Candidate,
  context: Context,
): LicenseMention | undefined {
  if (
    text.length > LONGEST_NAME ||
    from > OPENING ||
    block.kind !== 'text' ||
    matterNamed(heading) !== 'unsaid'
  )
    return undefined;
  if (isItem(flat.text)) return undefined;
  const mention = licenseAfter(flat, from, to, context, 0);
  const isWhole =
    mention?.from === from &&
    /^[\s.,;:!"'*)\]]*(?:licen[cs]ed?)?[\s.!]*$/i.test(flat.text.slice(mention.to, to));
  return isWhole ? mention : undefined;
}
const LONGEST_NAME = 60;
const OPENING = 3;

/** Licenses of one sentence: "the code is released under MIT, the weights under OpenRAIL". */
const MOST = 3;

function several(
  { flat, from, to, text }: Sentence,
  statement: PatternSet,
  again: PatternSet,
  context: Context,
): LicenseMention[] {
  const found: LicenseMention[] = [];
  let at = 0;
  while (found.length < MOST) {
    const next = (found.length === 0 ? statement : again).find(text.slice(at));
    if (!next) break;
    const denied = /\bnot\b|n't/i.test(text.slice(Math.max(0, at + next.index - 20), at + next.index));
    at += next.index + Math.max(1, next.text.length);
    const mention = licenseAfter(flat, from + at, Math.min(to, from + at + REACH), context, 4);
    const isMeant = mention && !denied && !isExample(text.slice(at, mention.from - from));
    if (!isMeant) {
      if (found.length > 0 || denied) break;
      continue;
    }
    found.push(mention);
    at = mention.to - from;
  }
  return found;
}

/** "Licenses compatible with MIT". */
const COMPARES = /\bcompatible with\b/i;

/** "Licenses such as MIT". */
const isExample = (gap: string) =>
  /\b(?:such as|like|e\.?g|including|other than|between|whether|if)\b/i.test(gap) || COMPARES.test(gap);

function claimOf(
  file: string,
  flat: Flat,
  mention: LicenseMention,
  about: Matter,
  whose: 'own' | 'upstream',
): Claim {
  return {
    kind: 'license',
    place: { file, ...flat.span(mention.from, mention.to) },
    via: 'prose',
    confidence: 'likely',
    identity: mention.identity,
    raw: mention.raw,
    about,
    form: 'single',
    whose,
    ...(mention.madeFrom && { madeFrom: mention.madeFrom }),
  };
}
