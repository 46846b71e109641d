import { displayWidth, fitting, fittingEnd } from './terminal/display-width.ts';
import type { Span } from './line-index.ts';
import { printable } from './terminal/wrap.ts';

/**
 * The line a finding lies in, cut to the room there is: what stands before, the marked stretch, what stands
 * after.
 */
export interface Excerpt {
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** How much of the line before the mark stays in sight where the line is longer than the room, in columns. */
const CONTEXT = 20;

/**
 * The excerpt in at most `room` columns, ready to be shown; undefined for an empty line, where there is
 * nothing to see.
 */
export function excerptOf(span: Span, room: number): Excerpt | undefined {
  if (span.text.trim() === '') return undefined;
  // No terminal shows more than this, and a minified file's only line may have megabytes.
  const from = Math.max(0, span.start.column - 1 - 2 * room);
  const text = printable(span.text.slice(from, span.start.column - 1 + 4 * room));
  const start = span.start.column - 1 - from;
  const length =
    span.end.line === span.start.line ? span.end.column - span.start.column : text.length - start;
  const [before, marked, after] = [
    text.slice(0, start),
    text.slice(start, start + length),
    text.slice(start + length),
  ];
  if (from === 0 && displayWidth(text) <= room) return { line: span.start.line, before, marked, after };

  const shownBefore =
    from === 0 && displayWidth(before) + Math.min(displayWidth(marked), room / 2) <= room
      ? before
      : `…${fittingEnd(before, CONTEXT)}`;
  const left = room - displayWidth(shownBefore);
  const shownMarked = displayWidth(marked) <= left ? marked : `${fitting(marked, left - 1)}…`;
  const rest = left - displayWidth(shownMarked);
  const shownAfter = displayWidth(after) <= rest ? after : rest > 0 ? `${fitting(after, rest - 1)}…` : '';
  return { line: span.start.line, before: shownBefore, marked: shownMarked, after: shownAfter };
}
