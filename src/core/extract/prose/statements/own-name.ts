import { lately } from '../../../text/kept.ts';
import { holdsLetter } from '../../../text/signs.ts';
import { familyIn } from '../family-names.ts';
import { isUnknown, type Mention } from '../mentions.ts';
import { sizesOf } from './model-size.ts';
import type { Sentence } from '../sentences.ts';

/** This repository, by its id or by the words before it: "This model [own/name] was converted from …". */
export function isThis(sentence: Sentence, mention: Mention, self: string | undefined): boolean {
  return isOwn(mention, self) || isPointedAt(sentence.flat.text.slice(sentence.from, mention.from));
}

/** Whether a name is this repository's, by its id or, where no owner is told, as it is called. */
export const isOwn = ({ model, guess }: Mention, self: string | undefined) =>
  model.toLowerCase() === self?.toLowerCase() || (guess?.hub === true && hasSameName(model, self));

/**
 * Whether what the repository is called is the subject of a sentence: "rabbit-8b is a merge of …" in a folder
 * of that name. Elsewhere a folder's name may as well be that of a base, which lies in it in another form.
 */
export const isSubjectCalled = (
  { flat, from }: Sentence,
  { model, from: start, to }: Mention,
  called: string | undefined,
  topic: { readonly test: (text: string) => boolean },
): boolean =>
  hasSameName(model, called) &&
  !holdsLetter(flat.text.slice(from, start)) &&
  topic.test(flat.text.slice(to, to + TOPIC));

/**
 * Whether a name that nobody knows is what the text is about rather than what that was made of: it opens a
 * sentence, or is this repository's, more or less: "Harbor-70b is a merge of …" in the card of Harbor2-70B.
 */
export function isOwnUnknown(
  { flat, from }: Sentence,
  mention: Mention,
  { self, called }: { readonly self?: string | undefined; readonly called?: string | undefined },
): boolean {
  const own = folded(bare(self ?? called ?? ''));
  return (
    isUnknown(mention) &&
    (own.includes(folded(mention.raw)) ||
      !holdsLetter(flat.text.slice(from, mention.from).replace(/the |our |this |model /gi, '')))
  );
}

/** So many letters show whether a name is a subject. */
const TOPIC = 20;

/** Words by which the name behind them is what the card is about: "This model [own/name]". */
export const isPointedAt = (before: string) =>
  /^\W{0,3}(?:(?:this|the) model:?|this is(?: the| an?)?)\s*$/i.test(before.replace(/[[\]`*"]/g, ''));

/** What the name of a copy of a family's model may hold besides the family. */
const COPY =
  /(?<![a-z])(?:chat|instruct|base|hf|it|pt|gguf|ggml|awq|gptq|exl2|mlx|onnx|int|bit|fp|bf|b|m|v)(?![a-z])/gi;

/** Whether a family is named as this repository, or as a part of its name: "files of Mistral-11B-Rabbit". */
export function isWithinOwnName({ flat }: Sentence, mention: Mention, self: string | undefined): boolean {
  const { from, to, raw } = mention;
  const before = /[\w.-]*$/.exec(flat.text.slice(Math.max(0, from - 60), from))?.[0] ?? '';
  const after = /^[\w.-]*/.exec(flat.text.slice(to))?.[0] ?? '';
  const name = self?.slice(self.indexOf('/') + 1).toLowerCase();
  if (name !== undefined && isSpelledAs(raw, name)) return true;
  // A name with a size that nobody knows may be short for this one, or another size of it.
  if (name !== undefined && isUnknown(mention) && (endsWith(name, raw) || isKinOfOtherSize(raw, self)))
    return true;
  if (isOwnInOtherOrder(raw, flat.text.slice(to, to + 40), name)) return true;
  const said = `${before}${raw}${after}`.replace(/[.-]+$/, '').toLowerCase();
  return (
    name !== undefined &&
    (said === name ||
      ((said.startsWith(name) || (said.length > 6 && name.startsWith(said))) &&
        /[a-z]/.test(`${before} ${after}`.replace(COPY, '').toLowerCase())))
  );
}

/** "Mixtral Hermes 2" in the card of Hermes-2-Mixtral: what is behind the family is before it there. */
function isOwnInOtherOrder(raw: string, behind: string, name: string | undefined): boolean {
  const next = /^\s([A-Z][A-Za-z]{3,})/.exec(behind)?.[1]?.toLowerCase();
  if (next === undefined || name === undefined || KIND.test(next)) return false;
  const words = name.split(/[-_ ]/);
  const at = words.indexOf(next);
  return at >= 0 && at < words.findIndex((word) => word !== '' && raw.toLowerCase().startsWith(word));
}

/** "Baichuan 2" and Baichuan2 are one name. */
const isSpelledAs = (one: string, other: string) => folded(one) === folded(other);

const folded = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');
const endsWith = (name: string, end: string) => folded(name).endsWith(folded(end));

/** "IDEFICS-9b-instruct" in the card of idefics-80b-instruct. */
const isKinOfOtherSize = (one: string, self: string | undefined) =>
  isKin(one, self) && !sizesOf(one).some((size) => sizesOf(self ?? '').includes(size));

const bare = (id: string) => id.slice(id.indexOf('/') + 1).toLowerCase();

/** Whether a model is called as this repository is, whoever its owner. */
export const hasSameName = (model: string, self: string | undefined) =>
  self !== undefined && bare(model) === bare(self);

/** "XVERSE-13B-Chat-2" in the card of XVERSE-13B: what was made of this model, and is none it comes from. */
export const isOfOwn = ({ raw, hub }: Mention, self: string | undefined) =>
  !hub && self !== undefined && raw.length > bare(self).length && raw.toLowerCase().startsWith(bare(self));

/** What a model is called beside its size and packing: letters alone. */
const called = (id: string) =>
  bare(id)
    .replace(COPY, '')
    .replace(/[^a-z]/g, '');

/** Whether a model is of this repository's maker: by its owner, or since its name begins with this one's. */
export function isKin(model: string, self: string | undefined): boolean {
  if (self === undefined) return false;
  const owner = (id: string) => id.slice(0, Math.max(0, id.indexOf('/'))).toLowerCase();
  if (owner(model) !== '' && owner(model) === owner(self)) return true;
  const own = called(self);
  return own.length > 3 && called(model).startsWith(own);
}

/** What a repository's name says of size, form and kind, which people leave out when they speak of it. */
const KIND = new RegExp(
  `^(?:${[
    String.raw`v?\d[\d.]*[bmk]?|\d+x\d+[bm]|a\d+b|q\d\w*|i1|bf16|fp\d+|int\d+|\d-?bit`,
    'gguf|ggml|gptq|awq|exl[23]|mlx|onnx|openvino|hf|safetensors|bnb|imatrix|quant(?:ized)?',
    'base|instruct|chat|it|pt|sft|dpo|rlhf|lora|qlora|adapter|merged|xl|large|small|tiny|mini|nano|preview',
  ].join('|')})$`,
  'i',
);
/** Names that common words would be taken for. */
const SHORTEST = 4;
const COMMON =
  /^(?:my|the|open|deep|base|model|models?|test|fine|tuned|finetuned?|language|vision|text|multi|small)$/i;

/** How sentences call this repository: by its whole name, or by what that begins with: "Harbor Code". */
const namesOf = lately((self): readonly RegExp[] => {
  const name = self.slice(self.indexOf('/') + 1);
  const words = name.split(/[-_ ]+/);
  const end = words.findIndex((word) => KIND.test(word));
  const core = end < 0 ? words : words.slice(0, end);
  const [one = ''] = words;
  const isName =
    one.length >= SHORTEST && /^[A-Z]/.test(one) && !COMMON.test(one) && familyIn(one) === undefined;
  const names = [name, core.length > 0 ? core.join('-') : name, ...(isName ? [one] : [])];
  const wanted = names.filter((one) => one.length >= SHORTEST && familyIn(one) !== one);
  return [...new Set(wanted)].map((one) => {
    const pattern = one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[-_ ]+/g, '[-_\\s]?');
    return new RegExp(`(?<![\\w/.-])${pattern}(?![\\w/])`, /^[A-Z]/.test(one) ? '' : 'i');
  });
}, 4);

/** Where a text names this repository, written large as names are, and how long; undefined where not. */
export function ownNameIn(
  text: string,
  self: string | undefined,
): { readonly index: number; readonly length: number } | undefined {
  if (self === undefined) return undefined;
  for (const name of namesOf(self)) {
    const hit = name.exec(text);
    if (hit) return { index: hit.index, length: hit[0].length };
  }
  return undefined;
}

/** Whether a sentence begins with this repository's name, as its subject: "Talon is …". */
export function opensWithOwnName(text: string, self: string | undefined): boolean {
  const named = ownNameIn(text.slice(0, OPENING), self);
  return named !== undefined && /^\W*(?:the |our )?$/i.test(text.slice(0, named.index));
}
const OPENING = 80;
