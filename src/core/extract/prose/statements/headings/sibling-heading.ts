import { kept } from '../../../../text/kept.ts';
import { plainSigns, SIGNS } from '../../../../text/signs.ts';
import type { Context } from '../../../context.ts';
import type { Candidate } from '../../candidate-blocks.ts';

/** Sizes, kinds and versions: by these the models of one family differ. */
const SIZE = /^(?:a?\d+(?:\.\d+)?[bmk]|\d+x\d+(?:\.\d+)?b)$/;
const VERSION = /^v?\d+(?:\.\d+)*$/;
const KIND = new RegExp(
  '^(?:base|instruct|chat|it|pt|sft|dpo|rlhf|rm|reward|lora' +
    '|large|small|tiny|mini|nano|medium|xl|pro|lite|turbo)$',
);
/** Forms in which one model comes, and words that say no more than that it is a model. */
const FORM = new RegExp(
  String.raw`^(?:gguf|ggml|gptq|awq|exl[23]|mlx|onnx|hf|safetensors|bf16|fp\d+|int\d+|\d+bit|q\d\w*|` +
    'quantized|imatrix)$',
);
const FILLER = new RegExp(
  '^(?:the|our|new|models?|versions?|variants?|checkpoints?|weights|overview|details|모델|버전|モデル|模型)$',
);

interface Name {
  /** Words that all models of a family bear, as one. */
  readonly family: string;
  readonly sizes: readonly string[];
  readonly versions: readonly string[];
  readonly kinds: readonly string[];
}

/** What parts the words of a name, and stands in front of a heading's, in a text with plain signs. */
const BETWEEN = new RegExp(String.raw`(?:(?!\.)[${SIGNS}])+|(?<!\d)\.|\.(?!\d)`);
const IN_FRONT = new RegExp(String.raw`^(?:[${SIGNS}\0]|\d+[.)]\s)*(?:[\w.-]+/)?`);

/** The parts of a model's name, as it stands in an id or in a heading; each section asks for this one's. */
const partsOf: (name: string) => Name = kept((name) => {
  const words = plainSigns(name)
    .toLowerCase()
    .split(BETWEEN)
    .filter((word) => word !== '' && !FORM.test(word) && !FILLER.test(word));
  // "13B version": the family's name is left out.
  const [first = '', ...more] = SIZE.test(words[0] ?? '') ? ['', ...words] : words;
  // "Harbor2" is a family of its own, "2" alone one of its versions.
  const rest = [first, ...more.filter((word) => ![SIZE, VERSION, KIND].some((one) => one.test(word)))];
  const of = (pattern: RegExp) => more.filter((word) => pattern.test(word));
  return {
    family: rest.join(''),
    sizes: of(SIZE),
    versions: of(VERSION).map((word) => word.replace(/^v/, '')),
    kinds: of(KIND),
  };
});

/** Whether both tell something and have nothing of it in common. */
const areApart = (one: readonly string[], other: readonly string[]) =>
  one.length > 0 && other.length > 0 && !one.some((word) => other.includes(word));

/**
 * Whether a heading is nothing but the name of another model of this one's family: of another size or
 * version, or of a kind that this one is not. Where this one's name tells nothing of the kind, its card may
 * be one of all.
 */
function isOfSibling(heading: string, { self, called }: Pick<Context, 'self' | 'called'>): boolean {
  const name = self ?? called;
  if (name === undefined || heading.length > LONGEST) return false;
  const own = partsOf(name.slice(name.indexOf('/') + 1));
  if (own.sizes.length + own.versions.length + own.kinds.length === 0) return false;
  const other = partsOf(plainSigns(heading).replace(IN_FRONT, ''));
  if (other.family !== own.family && other.family !== '') return false;
  const isOfOtherKind =
    other.kinds.some((kind) => !own.kinds.includes(kind)) && (own.kinds.length > 0 || own.sizes.length > 0);
  return areApart(own.sizes, other.sizes) || areApart(own.versions, other.versions) || isOfOtherKind;
}

/** A heading that is a name is no longer, in letters. */
const LONGEST = 60;

/**
 * Whether a block stands under another model's name, so that nothing in it is said of this one. The card's
 * title is this one's, however it is spelled.
 */
export const isUnderSibling = ({ heading, path = [], title }: Candidate, context: Context): boolean =>
  [...new Set([heading, ...path])].some(
    (one) => one !== '' && one !== bare(title ?? '') && isOfSibling(one, context),
  );

/** A heading without its signs. */
const bare = (title: string) => title.replace(/[*_`#:]/g, '').trim();
