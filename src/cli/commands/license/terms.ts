import { label, section } from '../../../core/evaluate/facts/terms/term-labels.ts';
import type { Term } from '../../../core/model/license.ts';
import { displayWidth } from '../../../core/report/terminal/display-width.ts';
import { wrap } from '../../../core/report/terminal/wrap.ts';

/** Lines of text under a first column, wrapped to the width. */
export function indented(text: string, indent: number, width: number): string[] {
  return wrap(text, Math.max(30, width - indent)).map((line) => ' '.repeat(indent) + line);
}

/** A row of two columns: what does not fit the second goes on under it. */
export function row(first: string, second: string, width: number): string[] {
  const indent = displayWidth(first) + 4;
  return indented(second, indent, width).map((line, at) =>
    at === 0 ? `  ${first}  ${line.slice(indent)}` : line,
  );
}

/** `text` filled with spaces to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** What a term adds to its sentence: the strings that it wants letter by letter, what it bars. */
export function details(term: Term): string[] {
  const lines: string[] = [];
  if ('texts' in term && term.texts) lines.push(...term.texts.map((one) => `"${one}"`));
  if (term.kind === 'no-further-restrictions') {
    if (term.bars) lines.push(`counts as restrictions: limits, names, phrases, ${term.bars.join(', ')}`);
    if (term.mayBar) lines.push(`unclear: ${term.mayBar.join(', ')}`);
  }
  return lines;
}

/** A term for people: where it stands, what it is, what it says, and how far it reaches. */
export function termLines(term: Term, width: number): string[] {
  const reach = [
    term.appliesTo.length > 0 ? `applies to ${term.appliesTo.join(', ')}` : '',
    term.mayApplyTo.length > 0 ? `unclear for ${term.mayApplyTo.join(', ')}` : '',
  ]
    .filter((one) => one !== '')
    .join('; ');
  const when = term.when === undefined ? [] : indented(`when: ${term.when}`, 4, width);
  return [
    ...row(section(term.section), label(term), width),
    ...indented(term.summary, 4, width),
    ...when,
    ...details(term).flatMap((line) => indented(line, 4, width)),
    ...(reach === '' ? [] : indented(reach, 4, width)),
  ];
}
