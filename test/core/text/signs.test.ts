import { expect, test } from 'vitest';
import {
  fromLetter,
  fromWord,
  holdsLetter,
  holdsWord,
  isUsual,
  NO_LETTERS,
  plainSigns,
  SIGNS,
  USUAL_LATIN,
  withoutSignsAround,
} from '../../../src/core/text/signs.ts';

/** All characters of the planes that hold letters, but NUL, which stands for a digit, and halves of pairs. */
const CHARACTERS = Array.from({ length: 0x33500 }, (_, nth) => nth + 1)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

test('of every character plain signs say whether it is a letter or a digit, and keep its place', () => {
  const [sign, noLetter] = [new RegExp(`^[${SIGNS}]+$`), new RegExp(`^[${NO_LETTERS}]+$`)];
  const plain = plainSigns(CHARACTERS.join(''));
  let at = 0;
  const wrong = CHARACTERS.filter((one) => {
    const said = plain.slice(at, (at += one.length));
    return sign.test(said) === /[\p{L}\p{N}]/u.test(one) || noLetter.test(said) === /\p{L}/u.test(one);
  });
  expect(plain).toHaveLength(at);
  expect(wrong).toEqual([]);
});

test('each alone is told as among all others', () => {
  const sample = CHARACTERS.filter((_, nth) => nth < 0x3100 || nth % 41 === 0);
  expect(sample.filter((one) => holdsLetter(one) !== /\p{L}/u.test(one))).toEqual([]);
  expect(sample.filter((one) => holdsWord(one) !== /[\p{L}\p{N}]/u.test(one))).toEqual([]);
});

test('of usual letters those of the Latin script are known', () => {
  const latin = new RegExp(`[${USUAL_LATIN}]`);
  const usual = CHARACTERS.slice(0, 0xffff).filter(isUsual);
  expect(usual.filter((one) => latin.test(one) !== /\p{Script=Latin}/u.test(one))).toEqual([]);
});

test.each([
  ['**Base model**:', 'Base model', 'Base model**:'],
  ['🧱️ 【ベースモデル】 →', 'ベースモデル', 'ベースモデル】 →'],
  ['①② Παράδειγμα ٣!', '①② Παράδειγμα ٣', 'Παράδειγμα ٣!'],
  ['«النموذج»', 'النموذج', 'النموذج»'],
  ['3. VAE', '3. VAE', 'VAE'],
  ['— 🤗 —', '', ''],
])('%s without the signs around it, and from its first letter', (text, words, letter) => {
  expect(withoutSignsAround(text)).toBe(words);
  expect(fromLetter(text)).toBe(letter);
  expect(fromWord(text).startsWith(words)).toBe(true);
});
