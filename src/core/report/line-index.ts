import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { lately } from '../text/kept.ts';

/** Line and column from 1, columns in UTF-16 code units as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a finding lies, as people and machines count. Keys of headers have no lines. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
  /** The whole line in which it starts. */
  readonly text: string;
}

/** Turns offsets into lines: arithmetic that nobody else does. */
export class Lines {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    const starts = [0];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
    }
    this.#starts = starts;
    this.#text = text;
  }

  at(offset: number): Position {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  line(number: number): string {
    return this.#text
      .slice(this.#starts[number - 1] ?? 0, this.#starts[number] ?? this.#text.length)
      .replace(/[\r\n]+$/, '');
  }
}

/** Of the texts that several parts of a report speak of. */
const linesOf = lately((text) => new Lines(text), 16);

/** Finds spans for one repository's sources; each text is split once. */
export function lineIndexes(sources: readonly Source[]): (place: Place) => Span | undefined {
  const texts = new Map(
    sources.flatMap((source) => (source.kind === 'text' ? [[source.file, source.text] as const] : [])),
  );
  return (place) => {
    if (!('start' in place)) return undefined;
    const text = texts.get(place.file);
    if (text === undefined) return undefined;
    const found = linesOf(text);
    const start = found.at(place.start);
    return { start, end: found.at(place.end), text: found.line(start.line) };
  };
}
