import { isAscii } from './ascii.ts';
import { kept, lately } from './kept.ts';
import { latePattern } from './patterns/late-pattern.ts';

/** Signs of Chinese and Japanese, which hold their own space. */
const WIDE = /\s*[，。、；：（）「」]\s*/g;
/** Whether a blank parts Chinese from other letters is a matter of taste. */
const MAY_BE_HAN = /[\u2e80-\u9fff\uf900-\ufaff\ud81a-\ud88f]/;
const BESIDE_HAN = latePattern(() => /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu);
const WIDE_AT_END = /[，。、；：（）「」]$/;
const WIDE_AT_START = /^[，。、；：（）「」]/;
const HAN_AT_END = latePattern(() => /\p{Script=Han}$/u);
const HAN_AT_START = latePattern(() => /^\p{Script=Han}/u);

/** An address is one with its scheme or without, in angle brackets or bare. */
const SCHEME = /<?\bhttps?:\/\/(?:www\.)?/g;

/**
 * Letters and digits in lower case, © as (c), quotes, emphasis, schemes and spacing away: what counts when a
 * required sentence is compared.
 */
export function normalizePhrase(text: string): string {
  return text.length < LONG ? folded(text).trim() : longPhrase(text);
}

/** A text of so many characters is folded paragraph by paragraph: mostly all but one were folded before. */
const LONG = 2000;
/** Files that are compared at the same time, and a card's text twice. */
const longPhrase = lately((text) => joined(text.split(/\n\r?\n/)), 12);
const foldedParagraph = kept(folded);

function folded(text: string): string {
  const lower = isAscii(text)
    ? text.toLowerCase()
    : text
        .replace(WIDE, (sign) => sign.trim())
        .normalize('NFKC')
        .replace(/。/g, '.')
        .replace(/©/g, '(c)')
        .toLowerCase()
        // Which of the two a capital becomes depends on what stands behind it.
        .replace(/ς/g, 'σ');
  const words = lower
    .replace(SCHEME, '')
    .replace(/[“”"'‘’`*_~>#|\\[\]]+/g, '')
    .replace(/[\s\u00a0]+/g, ' ');
  return MAY_BE_HAN.test(words) ? words.replace(BESIDE_HAN(), '') : words;
}

/** Paragraphs, folded as in one text: a seam is a blank, but beside signs that hold their own. */
function joined(paragraphs: readonly string[]): string {
  let phrase = '';
  let isSpaced = false;
  let before = '';
  for (const paragraph of paragraphs) {
    const raw = paragraph.trim();
    if (raw === '') continue;
    if (!WIDE_AT_END.test(before) && !WIDE_AT_START.test(raw)) isSpaced = true;
    before = raw;
    const words = foldedParagraph(raw);
    const bare = words.trim();
    if (words.startsWith(' ')) isSpaced = true;
    if (bare === '') continue;
    if (isSpaced && !isBesideHan(phrase.slice(-2), bare.slice(0, 2))) phrase += ' ';
    phrase += bare;
    isSpaced = words.endsWith(' ');
  }
  return phrase.trim();
}

const isBesideHan = (before: string, behind: string) =>
  MAY_BE_HAN.test(before + behind) && (HAN_AT_END().test(before) || HAN_AT_START().test(behind));

/**
 * A blank that whoever writes the sentence fills in: `<year>`, `[name]`. `[dev]` is part of a model's name.
 */
const BLANK = /<[^<>]*>|\[(?!dev\])[^\]]*\]/;

/** Whether a sentence has a blank to fill in. */
export const hasBlank = (sentence: string): boolean => BLANK.test(sentence);

/**
 * Whether a text holds a sentence, wherever lines break and whichever quotes are used; a full stop at its end
 * does not count. "Built with LlamaIndex" does not hold "Built with Llama".
 */
export function holdsSentence(
  bareText: string,
  sentence: string,
  counts: (start: number, end: number) => boolean = () => true,
): boolean {
  const [first, ...others] = sentence
    .split(BLANK)
    .map((one) => normalizePhrase(one).replace(/\.$/, ''))
    .filter((one) => one !== '');
  if (first === undefined) return true;
  for (let start = bareText.indexOf(first); start >= 0; start = bareText.indexOf(first, start + 1)) {
    let from = start + first.length;
    const held = others.every((part) => {
      const at = bareText.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    });
    if (!held) return false;
    if (!isLetter(bareText[start - 1]) && !isLetter(bareText[from]) && counts(start, from)) return true;
  }
  return false;
}

/**
 * Whether a text shows a phrase as its own: no tool's name that begins so, and nothing that the words around
 * deny.
 */
export function showsPhrase(bareText: string, phrase: string): boolean {
  return holdsSentence(
    bareText,
    phrase,
    (start, end) => !LONGER.test(bareText.slice(end, end + 12)) && !isDenied(bareText, start, end),
  );
}

/** Whether a text holds a phrase somewhere to deny it. */
export function deniesPhrase(bareText: string, phrase: string): boolean {
  return holdsSentence(bareText, phrase, (start, end) => isDenied(bareText, start, end));
}

/** Tools that are called after a model: "Built with LLaMA-Factory" is not "Built with Llama". */
const LONGER =
  /^(?:[-.](?:index|factory|cpp|file|hub|parse|cloud|stack|agent)|\s(?:factory|index|cpp|stack))\b/;

const NEGATION = [
  String.raw`not(?! (?:only|just|merely)\b)`,
  'never|no longer|neither|nor',
  'isnt|arent|wasnt|werent|hasnt been',
].join('|');
const SHOWING = 'display|show|say|state|carry|write|include|need';
const DENIED_BEFORE = new RegExp(
  [
    String.raw`\b(?:${NEGATION})(?: [\w-]+){0,2} $`,
    String.raw`\b(?:not|never|no|dont|doesnt|neednt)(?: [\w-]+){0,4} (?:${SHOWING})s?(?: the| a| any)? $`,
    String.raw`(?:不是|并非|並非|未|没有|沒有)\s?(?:由|用|使用|以)?\s?$`,
  ].join('|'),
);
/** One of these stands in all that `DENIED_BEFORE` matches. */
const NEGATIONS = ['no', 'never', 'neither', 'nt ', '不是', '非', '未', '没', '沒'];
const DENIED_BEHIND =
  /^[^.!?。]{0,12}(?:아닙니다|아니(?:다|며|고|라)|ではありません|ではない|でない|じゃない|なし)/;

/** Whether the words around deny what stands between: "was not built with Llama". */
function isDenied(bareText: string, start: number, end: number): boolean {
  const before = bareText.slice(Math.max(0, start - 80), start);
  return (
    (NEGATIONS.some((word) => before.includes(word)) && DENIED_BEFORE.test(before)) ||
    DENIED_BEHIND.test(bareText.slice(end, end + 24))
  );
}

/**
 * Letters that would go on with a word. Hangul does not: particles are written behind a name without a space.
 */
const isLetter = (sign: string | undefined) => sign !== undefined && /[a-z]/.test(sign);
