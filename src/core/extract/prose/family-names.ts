import { dataText } from '../../data/data-source.ts';
import { normalizeSpacing } from '../../text/normalize-spacing.ts';

/** A model family as prose writes it. */
export interface FamilyName {
  readonly name: string;
  /** Words beside which it is another family, folded. */
  readonly not: readonly string[];
}

/** Where a family is named. */
export interface FamilyHit {
  readonly family: FamilyName;
  readonly from: number;
  readonly to: number;
}

/** What the data's build makes of `data/families.yml` for the reading of prose. */
export interface FamilyNames {
  readonly families: readonly FamilyName[];
  /** Positions in `families`, by spelling without blanks and dashes. */
  readonly spelled: Readonly<Record<string, number>>;
  /** The most words of a spelling. */
  readonly longest: number;
  /** Who publishes the models of a family, in lower case. */
  readonly owners: readonly string[];
}

let shipped: FamilyNames | undefined;

const WORD = /[A-Za-z\u00c0-\u024f\d.+]+/g;

/** How many letters of a spelling it is found by; no spelling is shorter. */
const LETTERS = 2;

let byLetters: ReadonlyMap<string, readonly string[]> | undefined;

const names = () => (shipped ??= JSON.parse(dataText('data/generated/family-names.json')) as FamilyNames);

/** The spellings that begin with the same letters, by all of these and by the first alone. */
function spellings(): ReadonlyMap<string, readonly string[]> {
  if (byLetters) return byLetters;
  const found = new Map<string, string[]>();
  for (const spelling of Object.keys(names().spelled))
    for (let length = 1; length <= LETTERS; length += 1) {
      const letters = spelling.slice(0, length);
      const alike = found.get(letters);
      if (alike) alike.push(spelling);
      else found.set(letters, [spelling]);
    }
  return (byLetters = found);
}

/** Whether a spelling begins so: most words of a text begin none, and are looked at once. */
const beginsName = (word: string): boolean =>
  spellings()
    .get(word.slice(0, LETTERS))
    ?.some((spelling) => spelling.startsWith(word)) ?? false;

/** Whether somebody of this name publishes a family's models on the Hub. */
export function isOwner(name: string): boolean {
  return names().owners.includes(name.toLowerCase());
}

/**
 * Every family that a text names, the longest spelling first at each word. A name stands alone: no letter,
 * slash or dash before it (but `Meta-`, and the slash in "llama-2/codellama"), and no version number runs on
 * behind it. Words are looked up, since a pattern of all spellings takes longer to compile than a card to
 * lint.
 */
export function familiesIn(text: string): FamilyHit[] {
  const words = [...text.matchAll(WORD)].map((hit) => ({ at: hit.index, text: withoutDots(hit[0]) }));
  const { families, spelled, longest } = names();
  const found: FamilyHit[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const start = words[first];
    if (
      !start ||
      !beginsName(start.text.toLowerCase()) ||
      !standsFree(text, start.at, words[first - 1]?.text, found.at(-1)?.to)
    )
      continue;
    let joined = '';
    let best: { readonly hit: FamilyHit; readonly words: number } | undefined;
    for (let count = 1; count <= longest; count += 1) {
      const word = words[first + count - 1];
      const before = words[first + count - 2];
      if (
        !word ||
        (count > 1 && before && !/^[\s_-]{1,2}$/.test(text.slice(before.at + before.text.length, word.at)))
      )
        break;
      joined += word.text.toLowerCase();
      if (!beginsName(joined)) break;
      const family = Object.hasOwn(spelled, joined) ? families[spelled[joined] ?? -1] : undefined;
      const to = word.at + word.text.length;
      if (family && !runsOn(text, to, words[first + count]))
        best = { hit: { family, from: start.at, to }, words: count };
    }
    if (!best) continue;
    found.push(best.hit);
    first += best.words - 1;
  }
  return found;
}

/** Whether a word begins a name: behind no sign of a longer one but "Meta-" and another family's slash. */
const standsFree = (text: string, at: number, before: string | undefined, lastTo: number | undefined) =>
  !/[\w/.-]/.test(text[at - 1] ?? ' ') ||
  before?.toLowerCase() === 'meta' ||
  (text[at - 1] === '/' && lastTo === at - 1);

const withoutDots = (word: string) => (word.endsWith('.') ? word.replace(/\.+$/, '') : word);

/** `Qwen 2.5` is not `Qwen`, `glm4_moe` not `GLM-4`; a size does not run on. */
function runsOn(
  text: string,
  to: number,
  next: { readonly at: number; readonly text: string } | undefined,
): boolean {
  const isVersion = next !== undefined && /^\d+\.\d/.test(next.text) && !/^[\d.]+[bm]$/i.test(next.text);
  return text[to] === '_' || (isVersion && next.at - to <= 1);
}

/** The families that a text names; the `not` words of a family beside it show that it is another one. */
export function familiesNamed(text: string): FamilyHit[] {
  return familiesIn(text).filter(
    ({ family, from, to }) => !refused(family, text, from, to - from) && !isOfLongerName(text, to),
  );
}

/** The family with whose name a model's name begins, where it is one of that family's own. */
export function familyIn(name: string): string | undefined {
  const [first] = familiesNamed(name);
  return first && /^(?:meta[-_ ])?$/i.test(name.slice(0, first.from)) ? first.family.name : undefined;
}

/** Words with a dash behind a family's name by which a model is still one of that family's own. */
const OF_FAMILY = new RegExp(
  `^(?:[-_](?:${[
    String.raw`v?\d[\d.]*[bmkx]?(?:x\d[\d.]*b)?|a\d[\d.]*b|e\d+b|i?q\d\w*|w\d+a\d+`,
    'instruct|inst|chat|base[dr]?|it|pt|hf|text|vision|vl|audio|code|coder|math|guard|embedding|reranker',
    'omni|alpha|beta|python',
    'nano|mini|tiny|small|medium|large|huge|xl|xxl|turbo|lite|flash|plus|pro|preview|dev|schnell',
    'thinking|reasoning|gguf|ggml|gptq|awq|exl2|mlx|onnx|fp16|fp8|bf16|int[48]|[48]bit|bnb|unsloth',
    'style|like|derived|tuned|finetuned|trained|generated|compatible|only|specific|family|series|models?',
    'backbone|decoder|encoder|architecture|licen[cs]ed?|powered|inspired|initiali[sz]ed|en|ko|ja|zh',
  ].join('|')}))*(?![-_][A-Za-z]*[A-Za-z]{2})`,
  'i',
);

/** `Llama-3-Open-Ko-8B` is a model of its own name, and no Llama 3. */
const isOfLongerName = (text: string, to: number) => !OF_FAMILY.test(text.slice(to, to + 80));

function refused(family: FamilyName, text: string, at: number, length: number): boolean {
  const around = normalizeSpacing(text.slice(Math.max(0, at - 16), at + length + 16));
  return family.not.some((word) => around.includes(word));
}
