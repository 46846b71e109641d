import type { Range } from '../protocol.ts';
import type { Place } from '../../core/model/place.ts';
import { lineIndexes, type Position, type Span } from '../../core/report/line-index.ts';
import type { Report } from '../../core/report/report.ts';

const at = ({ line, column }: Position) => ({ line: line - 1, character: column - 1 });

/** Where a file without lines, or a file as a whole, is marked. */
export const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A stretch of text as the protocol counts it: from 0, in UTF-16 code units. */
export function rangeOf(span: Span | undefined): Range {
  return span ? { start: at(span.start), end: at(span.end) } : START;
}

/** Ranges of places of one report. */
export function rangesIn(report: Report): (place: Place) => Range {
  const spans = lineIndexes(report.sources);
  return (place) => rangeOf(spans(place));
}

/** Whether two ranges share a line. */
export function shareLine(one: Range, other: Range): boolean {
  return one.start.line <= other.end.line && other.start.line <= one.end.line;
}

/** Whether a place in a document lies in a range. */
export function holds({ start, end }: Range, { line, character }: Range['start']): boolean {
  const isAfter = line > start.line || (line === start.line && character >= start.character);
  const isBefore = line < end.line || (line === end.line && character <= end.character);
  return isAfter && isBefore;
}

/** The text of a file as it was linted; undefined where it was not read as one. */
export function textIn({ sources }: Report, file: string): string | undefined {
  const source = sources.find((one) => one.kind === 'text' && one.file === file && !one.problem);
  return source?.kind === 'text' ? source.text : undefined;
}
