import type { Matter } from '../../../../model/claim.ts';
import type { Context } from '../../../context.ts';
import type { Flat } from '../../../card/flatten-block.ts';
import { languagesOf, type LanguageRules } from '../../languages.ts';
import type { LicenseMention } from '../../license-words.ts';
import { mentionsIn } from '../../mentions.ts';
import type { Sentence } from '../../sentences.ts';
import { hasSameName, ownNameIn } from '../own-name.ts';

/** "Llama 2 is licensed under …" in the card of a model with another name tells of Llama 2. */
export function whoseOf(
  { flat, from, text }: Sentence,
  since: number,
  until: number,
  mention: LicenseMention,
  tongue: LanguageRules,
  { self }: Context,
): 'own' | 'upstream' {
  const { license } = tongue;
  const asLikewise = (words: string) =>
    license.likewise.all(words).reduce((rest, { index, text: said }) => {
      return `${rest.slice(0, index)}${' '.repeat(said.length)}${rest.slice(index + said.length)}`;
    }, words);
  const says = (begin: number) => license.upstream.test(asLikewise(text.slice(begin - from, until - from)));
  if (says(since)) {
    // "We release our foundation model [self] under …": what is said behind one's own name counts.
    const own = mentionsIn(flat, since, mention.from).findLast(
      ({ hub, model }) => hub && hasSameName(model, self),
    );
    if (!own || says(own.to)) return 'upstream';
  }
  if (isOfNamedModel(flat, since, mention, tongue, self)) return 'upstream';
  // Without a name of our own, a model that opens the sentence may well be this one.
  const [subject] = self === undefined && since === from ? [] : mentionsIn(flat, since, mention.from);
  const isSubject =
    subject &&
    /^\W*(?:the |this |note that |and |while |whereas |but |license\W+)*\W*$/i.test(
      flat.text.slice(since, subject.from),
    ) &&
    /^\W*(?:\p{L}+\W+){0,2}(?:is|are)\b/u.test(flat.text.slice(subject.to, mention.from));
  return isSubject && !fold(self ?? '').includes(fold(subject.raw)) ? 'upstream' : 'own';
}

/** "Llama 3는 Llama 3 커뮤니티 라이선스를": another model is the subject in front of the license. */
function isOfNamedModel(
  flat: Flat,
  since: number,
  mention: LicenseMention,
  { frames, parts: { topic } }: LanguageRules,
  self: string | undefined,
): boolean {
  if (frames?.dropsSubject !== true || self === undefined) return false;
  return mentionsIn(flat, since, mention.from).some(
    ({ raw, to }) => !fold(self).includes(fold(raw)) && topic.test(flat.text.slice(to, mention.from)),
  );
}

const fold = (name: string) => name.toLowerCase().replace(/[\s_/-]+/g, ' ');

/** What a sentence speaks of that goes on about the one before it. */
export interface GoesOn {
  readonly about: Matter | undefined;
  readonly whose: 'upstream' | undefined;
}

/**
 * "Do not take the VAE from X. It is under …", "X is larger. It is …": a sentence that begins with a pronoun
 * speaks of the other model that the one before it names as its subject, or asks to do something with; not
 * where that one speaks of this model.
 */
export function goesOnAboutOther(
  sentences: readonly Sentence[],
  nth: number,
  context: Pick<Context, 'self' | 'bases'>,
): GoesOn | undefined {
  const sentence = sentences[nth];
  const before = sentences[nth - 1];
  if (!sentence || !before || !beginsWithPronoun(sentence) || isOfFilesHere(sentence, before))
    return undefined;
  if (isOfOwn(before, context.self)) return undefined;
  const other = otherIn(before, context.self);
  if (other === undefined) return goesOnAboutOther(sentences, nth - 1, context);
  const isBase = context.bases?.some((base) => base.toLowerCase() === other.toLowerCase()) === true;
  return isBase ? { about: undefined, whose: 'upstream' } : { about: 'other', whose: undefined };
}

const beginsWithPronoun = ({ text }: Sentence) =>
  languagesOf(text).some(
    ({ pronoun, subject, ours }) => pronoun.test(text) && !subject.test(text) && !ours.first.test(text),
  );

/** How a sentence begins that speaks of files: "this GGUF", "these files". */
const FILES = new RegExp(
  String.raw`^\W*(?:(?:this|these) (?:[\w-]+ )?(files?|ggu?f|ggml|gptq|awq|exl[23]|mlx|onnx|merge|quant|` +
    String.raw`conversion|fine-?tune|upload|collection|project|work)|이 ?(파일)|[这這][个個]?\s?(gguf))`,
  'i',
);

/** Files are those that lie here, where the sentence before does not speak of some by the same word. */
function isOfFilesHere({ text }: Sentence, before: Sentence): boolean {
  const [, ...words] = FILES.exec(text) ?? [];
  const word = words.find((one) => one !== undefined)?.toLowerCase();
  return word !== undefined && !before.text.toLowerCase().includes(word.replace(/s$/, ''));
}

const isOfOwn = ({ text }: Sentence, self: string | undefined) =>
  ownNameIn(text, self) !== undefined ||
  languagesOf(text).some(({ subject, ours }) => subject.test(text) || ours.first.test(text));

/** The other model that a sentence tells of, or tells people to do something with. */
function otherIn({ flat, from, to, text }: Sentence, self: string | undefined): string | undefined {
  const others = mentionsIn(flat, from, to).filter(
    ({ model, raw }) => !hasSameName(model, self) && !fold(self ?? '').includes(fold(raw)),
  );
  for (const { asks, parts } of languagesOf(text))
    for (const other of others) {
      const isSubject =
        /^\W*(?:the |note that )?\W*$/i.test(flat.text.slice(from, other.from)) &&
        parts.topic.test(flat.text.slice(other.to));
      if (isSubject || asks.test(text)) return other.model;
    }
  return undefined;
}
