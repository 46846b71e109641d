import { isAscii } from './ascii.ts';
import { latePattern } from './patterns/late-pattern.ts';

/**
 * Signs that `plainSigns` leaves as they are, for expressions that tell them apart: those that part sentences
 * and labels, and slots for names.
 */
const KEPT = '，。、；：）·•→–—◇◈';
/** Of the usual letters those of the Latin script, as the inside of a class. */
export const USUAL_LATIN = 'A-Za-zªºÀ-ÖØ-öø-ʸḀ-ỿ';
/** The letters of the languages in which most cards are written, and of names that they thank. */
const USUAL_LETTERS = `${USUAL_LATIN}µА-яЁёぁ-ゖァ-ヺー一-鿿가-힣`;

/**
 * Signs beyond ASCII of which cards are full. An expression over all of Unicode takes the engine up to three
 * milliseconds to prepare, longer than a card to read, so such a one is only asked about what is neither.
 */
const USUAL_SIGNS = new RegExp(
  `(?:[${[
    String.raw`\ufe00-\ufe0f\xa1-\xa9\xab-\xb1\xb4\xb6\xb8\xbb\xbf\xd7\xf7\u200b-\u2012\u2015-\u2021`,
    String.raw`\u2023-\u2027\u202a-\u202e\u2030-\u205e\u20a0-\u20bf\u2190\u2191\u2193-\u245f`,
    String.raw`\u2500-\u25c6\u25c9-\u2775\u2794-\u2bff\u3003\u3008-\u3020\u30fb\uff01-\uff08`,
    String.raw`\uff0b\uff0d-\uff0f\uff1c-\uff20\uff3b-\uff40\uff5b-\uff65`,
  ].join('')}]|\\ud83c[\\udd10-\\udfff]|\\ud83d[\\udc00-\\udfff]|\\ud83e[\\udc00-\\udfef])+`,
  'g',
);
const ODD = new RegExp(String.raw`[^\0-\x7f\s${KEPT}${USUAL_LETTERS}]`);
const ODD_SIGNS = latePattern(() => new RegExp(String.raw`(\p{N})|[^\0-\x7f\s\p{L}${KEPT}]`, 'gu'));

/** A sign (Ctrl-Z stands for "substitute"), and a digit beyond ASCII, as `plainSigns` writes them. */
const A_SIGN = '\x1a';
const A_DIGIT = '\0';

/** What neither is a letter nor a digit, in a text with plain signs: the inside of a class. */
export const SIGNS = String.raw`\x01-/:-@[-\x60{-\x7f\s${KEPT}`;
/** The same for all that is no letter. */
export const NO_LETTERS = String.raw`${SIGNS}\d\0`;

let last = { text: '', plain: '' };

/**
 * A text in which the signs beyond ASCII, but those that part sentences, are one of ASCII, and digits beyond
 * it another: each letter in its place, so that expressions without all of Unicode tell letters from signs
 * (`SIGNS`, `NO_LETTERS`).
 */
export function plainSigns(text: string): string {
  if (last.text === text) return last.plain;
  if (isAscii(text)) return text;
  const usual = text.replace(USUAL_SIGNS, (signs) => A_SIGN.repeat(signs.length));
  const plain = ODD.test(usual)
    ? usual.replace(ODD_SIGNS(), (sign, digit?: string) =>
        (digit === undefined ? A_SIGN : A_DIGIT).repeat(sign.length),
      )
    : usual;
  last = { text, plain };
  return plain;
}

/** Whether a text holds no letter, nor a sign, of any but the languages and the signs that are most usual. */
export const isUsual = (text: string): boolean => isAscii(text) || !ODD.test(text.replace(USUAL_SIGNS, ''));

const LETTER = new RegExp(`[^${NO_LETTERS}]`);
const WORD = new RegExp(`[^${SIGNS}]`);
const WORDS = new RegExp(`[^${SIGNS}](?:[^]*[^${SIGNS}])?`);

/** Whether a letter stands in a text, of whatever script. */
export const holdsLetter = (text: string): boolean => LETTER.test(plainSigns(text));

/** Whether a letter or a digit does. */
export const holdsWord = (text: string): boolean => WORD.test(plainSigns(text));

/** A text from its first letter on; nothing where it has none. */
export const fromLetter = (text: string): string => fromFirst(LETTER, text);

/** A text from its first letter or digit on. */
export const fromWord = (text: string): string => fromFirst(WORD, text);

function fromFirst(pattern: RegExp, text: string): string {
  const at = plainSigns(text).search(pattern);
  return at < 0 ? '' : text.slice(at);
}

/** A text from its first letter or digit to its last. */
export function withoutSignsAround(text: string): string {
  const words = WORDS.exec(plainSigns(text));
  return words === null ? '' : text.slice(words.index, words.index + words[0].length);
}
