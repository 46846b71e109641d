import type { Claim } from '../model/claim.ts';
import type { Edit, Place } from '../model/place.ts';
import type { TextSource } from '../model/source.ts';

const placeOf = (at: Claim | Place): Place => ('place' in at ? at.place : at);

/** Puts another text where a claim or a stretch stands; nothing where the place has no offsets. */
export function replace(at: Claim | Place, text: string): readonly Edit[] {
  const place = placeOf(at);
  return 'start' in place ? [{ file: place.file, start: place.start, end: place.end, text }] : [];
}

/** The line end that a text uses most. */
function lineEnd(text: string): string {
  return (text.match(/\r\n/g)?.length ?? 0) * 2 > (text.match(/\n/g)?.length ?? 0) ? '\r\n' : '\n';
}

/** Adds a paragraph to the end of a file, in the file's own line ends, with one empty line before it. */
export function append(source: TextSource, paragraph: string): readonly Edit[] {
  const eol = lineEnd(source.text);
  const end = source.text.length;
  const gap = source.text === '' ? '' : source.text.endsWith('\n') ? eol : eol + eol;
  return [{ file: source.file, start: end, end, text: gap + paragraph.replace(/\r?\n/g, eol) + eol }];
}

/** Adds a paragraph to a file, or begins the file with it where there is none. */
export function appendOrBegin(source: TextSource | undefined, file: string, paragraph: string): readonly Edit[] {
  return source ? append(source, paragraph) : [{ file, start: 0, end: 0, text: `${paragraph}\n` }];
}

/** Adds a line after the one in which a place lies, in the file's own line ends. */
export function lineAfter(source: TextSource, place: Place, line: string): readonly Edit[] {
  if (!('end' in place)) return [];
  const eol = lineEnd(source.text);
  const next = source.text.indexOf('\n', place.end);
  const at = next < 0 ? source.text.length : next + 1;
  return [{ file: source.file, start: at, end: at, text: next < 0 ? eol + line : line + eol }];
}
