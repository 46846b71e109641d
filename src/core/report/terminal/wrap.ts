import { printable } from '../../text/outgoing.ts';
import { displayWidth, fitting } from './display-width.ts';

export { printable };

/**
 * Words into lines of at most `width` columns. A longer word (an address) stands alone, but writing without
 * spaces is cut.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text
    .split(/\s+/)
    .filter((one) => one !== '')
    .flatMap((one) => pieces(one, width))) {
    const wide = displayWidth(word);
    if (line !== '' && taken + 1 + wide > width) {
      lines.push(line);
      line = word;
      taken = wide;
    } else {
      taken += line === '' ? wide : wide + 1;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/**
 * Messages for a terminal of `width` columns: `licet: …` and `hint` go on under their first word. Other lines
 * stay as they are.
 */
export function folded(text: string, width: number): string {
  return text.replace(/^(licet: | {2}hint {2})(.+)$/gm, (line, start: string, said: string) =>
    displayWidth(line) <= width
      ? line
      : start + wrap(said, Math.max(20, width - start.length)).join(`\n${' '.repeat(start.length)}`),
  );
}

/** Chinese and Japanese have no spaces to break at; a word of wide characters may break anywhere. */
function pieces(word: string, width: number): string[] {
  if (!/[\u1100-\ud7ff\uf900-\ufaff\uff01-\uff60]/.test(word) || displayWidth(word) <= width) return [word];
  const found: string[] = [];
  let rest = word;
  while (rest !== '') {
    const piece = fitting(rest, Math.max(width, 2)) || rest;
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return found;
}

/** A message for people, and what to do under it: one line each, whatever they hold. */
export function message(what: string, hint?: string): string {
  return `licet: ${printable(what)}\n${hint === undefined ? '' : `  hint  ${printable(hint)}\n`}`;
}
