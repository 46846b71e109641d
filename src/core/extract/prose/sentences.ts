import { isAscii } from '../../text/ascii.ts';
import { latePattern } from '../../text/patterns/late-pattern.ts';
import { holdsLetter } from '../../text/signs.ts';
import type { Flat } from '../card/flatten-block.ts';

/** A sentence of a flattened block. */
export interface Sentence {
  readonly flat: Flat;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Longer sentences are cut: nobody states a license in a thousand letters, and patterns cost their square.
 */
const LONGEST = 1000;

/** Blanks, bullets and pictures in front of a sentence: a label behind them is one. */
const ORNAMENT = latePattern(
  () => /^[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Mn}\p{Cf}•·●▪►▶→✔✓–—-]+(?![\d.])/u,
);
/** The most usual of them alone, without all of Unicode, where a usual letter follows. */
const USUAL_ORNAMENT = String.raw`(?:[\ufe0f\s\u200b-\u200f•·●▪►▶→✔✓✅✨❌⚠⚡⭐–—-]|${[
  String.raw`\ud83c[\udf00-\udf21\udf24-\udf93\udfa0-\udff0\udff8-\udfff]`,
  String.raw`\ud83d[\udc00-\udcfd\udcff-\udd3d\uddfa-\ude4f\ude80-\udec5]`,
  String.raw`\ud83e[\udd47-\uddff\ude70-\udeff]`,
].join('|')})`;
const USUALLY = new RegExp(`^${USUAL_ORNAMENT}*(?:[\\0-\\x7f가-힣一-鿿ぁ-ゖァ-ヺ]|$)`);
const ORNAMENTS_BEFORE = new RegExp(`^${USUAL_ORNAMENT}+(?![\\d.])`);
const withoutOrnament = (text: string) =>
  text.replace(USUALLY.test(text) ? ORNAMENTS_BEFORE : ORNAMENT(), '');

/** Whether a sentence asks, and so says nothing. */
export const isQuestion = ({ text }: Sentence) => /[?？]["'”’」』)）*]*$/.test(text);

/** What ends a sentence, and what may stand behind a full stop in front of the next one's first letter. */
const END = /[.!?。！？\n]/g;
const NEXT = /\s+["'(*[]?([\ud800-\udbff][\udc00-\udfff]|[^])/y;

/** Whether a letter begins a sentence: a capital, or one of a script without capitals. */
const begins = (letter: string) =>
  isAscii(letter)
    ? letter >= 'A' && letter <= 'Z'
    : /[가-힣一-鿿ぁ-ゖァ-ヺ]/.test(letter) || (holdsLetter(letter) && /[\p{Lu}\p{Lo}]/u.test(letter));

/**
 * Splits at full stops that a capital, a CJK letter or a line end follows; versions (`2.0`) and ids stay
 * whole.
 */
export function sentencesOf(flat: Flat): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const push = (to: number) => {
    const whole = flat.text.slice(from, Math.min(to, from + LONGEST)).trimEnd();
    const bare = whole.trimStart();
    // Most sentences begin with a letter, and a number keeps what stands before it.
    const text = bare === '' || /^[!-,/:-~]/.test(bare) ? bare : withoutOrnament(whole);
    const start = from + whole.length - text.length;
    if (text !== '') found.push({ flat, from: start, to: start + text.length, text });
    from = to;
  };
  for (const end of flat.text.matchAll(END)) {
    if ('.!?'.includes(end[0])) {
      NEXT.lastIndex = end.index + 1;
      if (!begins(NEXT.exec(flat.text)?.[1] ?? 'a')) continue;
    }
    const before = flat.text.slice(Math.max(0, end.index - 4), end.index);
    if (end[0] === '.' && /(?:\bv|\bvs|\be\.g|\bi\.e|\bNo|\bver|\bcf|\bapprox)$/i.test(before)) continue;
    push(end.index + end[0].length);
  }
  push(flat.text.length);
  return found;
}

/** Whether a stretch of a text stands in quotation marks: somebody else's words, or words only mentioned. */
export const isQuoted = (text: string, from: number, to: number): boolean =>
  /["“”「『]/.test(text) &&
  [...text.matchAll(/["“”「『][^"“”「『」』]{8,200}["”」』]/g)].some(
    ({ index, 0: quoted }) => index <= from && to <= index + quoted.length,
  );
