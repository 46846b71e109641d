import stringWidth from 'string-width';

/**
 * Latin letters, punctuation, arrows and lines, of which reports are full: each takes one column, and the
 * library's expression for emoji takes longer to compile than the rest of a run.
 */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2190-\u21ff\u2500-\u257f\u2713-\u2718]*$/;

let graphemes: Intl.Segmenter | undefined;
/** Characters as a reader counts them: marks, joined emoji and syllables of Hangul letters stay whole. */
const charactersOf = (text: string): string[] => {
  if (NARROW.test(text)) return [...text];
  graphemes ??= new Intl.Segmenter();
  return [...graphemes.segment(text)].map(({ segment }) => segment);
};

/** How many columns of a terminal a text takes; East Asian wide characters and emoji take two. */
export function displayWidth(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text, { countAnsiEscapeCodes: true });
}

/** The longest beginning of a text that fits into `room` columns; never a part of a character. */
export function fitting(text: string, room: number): string {
  let [width, length] = [0, 0];
  for (const character of charactersOf(text)) {
    width += displayWidth(character);
    if (width > room) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** The longest end of a text that fits into `room` columns. */
export function fittingEnd(text: string, room: number): string {
  const characters = charactersOf(text);
  let [width, from] = [0, characters.length];
  while (from > 0) {
    width += displayWidth(characters[from - 1] ?? '');
    if (width > room) break;
    from -= 1;
  }
  return characters.slice(from).join('');
}
