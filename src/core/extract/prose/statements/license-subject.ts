import type { Matter } from '../../../model/claim.ts';
import type { Context } from '../../context.ts';
import type { LanguageRules } from '../languages.ts';
import type { LicenseMention } from '../license-words.ts';
import { mentionsIn } from '../mentions.ts';
import type { Candidate } from '../candidate-blocks.ts';
import type { Sentence } from '../sentences.ts';
import { lettersAndDigits } from '../../../text/normalize-spacing.ts';
import { antecedentOf, lastSubject, matterOf, partsIn, subjectNamed } from '../subjects.ts';

/** A license, and the part of the work to which a sentence gives it. */
export interface Given {
  readonly mention: LicenseMention;
  readonly about: Matter;
}

/**
 * What each license of a sentence is about, by the words in front of it, else behind it, else by the heading.
 */
export function aboutEach(
  sentence: Sentence,
  mentions: readonly LicenseMention[],
  tongues: readonly LanguageRules[],
  heading: Matter,
  candidate: Candidate,
  context: Context,
): Given[] {
  let about: Matter = 'unsaid';
  return mentions.map((mention, nth) => {
    const [since, until] = [
      (mentions[nth - 1]?.to ?? sentence.from) - sentence.from,
      (mentions[nth + 1]?.from ?? sentence.to) - sentence.from,
    ];
    const before = sentence.text.slice(since, mention.from - sentence.from);
    const said = hangsOn(before, mention.raw, tongues, candidate, context) ?? matterOf(before, tongues);
    const behind = () =>
      nth > 0 ? about : matterOf(sentence.text.slice(mention.to - sentence.from, until), tongues);
    about =
      said !== 'unsaid'
        ? said
        : tongues.some((tongue) => isOfAnother(sentence, since, before, tongue, candidate, context))
          ? 'other'
          : behind();
    return { mention, about: about === 'unsaid' ? heading : about };
  });
}

/**
 * What the last words in front of a license speak of, where that is another thing than the sentence does:
 * "trained with X, which is licensed under …", "…, and X is under …", "X (MIT)"; or those that the license
 * has in brackets: "MIT (for the runtime)".
 */
function hangsOn(
  said: string,
  raw: string,
  tongues: readonly LanguageRules[],
  candidate: Candidate,
  { self }: Context,
): Matter | undefined {
  // "licensed under MIT" and "(MIT)" are read as whole names.
  const before = said + (/^(?:\w+\s+under\s|[(（])/i.exec(raw)?.[0] ?? '');
  for (const tongue of tongues) {
    const bracket = partsIn(/[^(（][(（]([^()（）]*)[)）]$/.exec(raw)?.[1] ?? '', tongue)[0]?.matter;
    if (bracket !== undefined) return bracket;
    const on = antecedentOf(before, tongue);
    if (typeof on === 'string' && on !== 'unsaid') return on;
    const name = typeof on === 'string' ? lastSubject(before, tongue) : on.name;
    if (name !== undefined && self !== undefined && !isOwn(name, candidate, self)) return 'other';
  }
  return undefined;
}

/** A file of weights, and what one is called whatever its model: `diffusion_pytorch_model.safetensors`. */
const WEIGHTS_FILE = /\.(?:safetensors|gguf|ggml|bin|pth?|ckpt|onnx)$/i;
const ANY_MODEL = /^(?:(?:\w+_)?model|consolidated|weights)$/i;
/** So many letters of a file's name tell whose it is: `ae.safetensors` is anybody's. */
const TELLING = 4;

/** Whether a name is this repository's, one of its files', or in the card's title. */
function isOwn(said: string, { title }: Candidate, self: string): boolean {
  const name = said.replace(WEIGHTS_FILE, '');
  const isFile = name !== said;
  if (isFile && ANY_MODEL.test(name)) return true;
  const letters = lettersAndDigits(name);
  if (isFile && letters.length < TELLING) return false;
  return [self, title ?? ''].some(
    (own) =>
      lettersAndDigits(own).includes(letters) || (own === title && letters.includes(lettersAndDigits(own))),
  );
}

/**
 * "X itself is licensed under …", where X is neither this repository's name nor in the card's title. Models
 * have their own say.
 */
function isOfAnother(
  { flat, from }: Sentence,
  since: number,
  before: string,
  tongue: LanguageRules,
  candidate: Candidate,
  { self }: Context,
): boolean {
  const subject = self === undefined ? undefined : subjectNamed(before, tongue);
  return (
    self !== undefined &&
    subject !== undefined &&
    mentionsIn(flat, from + since, from + since + before.length).length === 0 &&
    !isOwn(subject, candidate, self)
  );
}
