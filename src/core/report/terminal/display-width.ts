import { latePattern } from '../../text/patterns/late-pattern.ts';

/**
 * Blocks whose characters take two columns (Unicode's East_Asian_Width W and F, without emoji), as pairs of
 * first and last.
 */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];
/**
 * Latin letters, punctuation, arrows and lines, of which reports are full: known without the expressions
 * below, which take long to compile.
 */
const NARROW: readonly (readonly [number, number])[] = [
  [0xa1, 0xac],
  [0xae, 0x2af],
  [0x2010, 0x2027],
  [0x2190, 0x21ff],
  [0x2500, 0x257f],
  [0x2713, 0x2718],
];
/** Marks that sit on the character before them, and vowels and finals of decomposed Hangul. */
const NONE = latePattern(() => /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7fb]$/u);
const EMOJI = latePattern(() => /^\p{Emoji_Presentation}$/u);

/** How many columns of a terminal one character (code point) takes: 0, 1 or 2. */
export function columnsOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  if (NARROW.some(([first, last]) => code >= first && code <= last)) return 1;
  if (code < 0x20 || NONE().test(character)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) || EMOJI().test(character) ? 2 : 1;
}

/** How many columns a text takes; East Asian wide characters and emoji take two. */
export function displayWidth(text: string): number {
  if (!/[^ -~]/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** The longest beginning of a text that fits into `room` columns; never half of a surrogate pair. */
export function fitting(text: string, room: number): string {
  let [width, length] = [0, 0];
  for (const character of text) {
    width += columnsOf(character);
    if (width > room) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** The longest end of a text that fits into `room` columns. */
export function fittingEnd(text: string, room: number): string {
  const characters = [...text.slice(-2 * room - 2)];
  let width = 0;
  let from = characters.length;
  while (from > 0) {
    width += columnsOf(characters[from - 1] ?? '');
    if (width > room) break;
    from -= 1;
  }
  return characters.slice(from).join('');
}
