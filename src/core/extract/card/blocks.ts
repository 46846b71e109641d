import { latePattern } from '../../text/patterns/late-pattern.ts';
import { lately } from '../../text/kept.ts';
import { frontMatter } from './front-matter.ts';

/** A stretch of Markdown between blank lines, as a cheap line scan sees it. */
export interface Block {
  readonly kind: 'heading' | 'text' | 'fence' | 'table' | 'quote' | 'comment';
  readonly start: number;
  readonly end: number;
  /** For a fence: its info string, and where its content lies. */
  readonly info?: string;
  readonly inner?: { readonly start: number; readonly end: number };
  /** The heading's text, for a heading. */
  readonly title?: string;
}

/** Lines longer than this are cut for the scan's patterns: nobody claims a license at column 4,000. */
const LINE = 4000;
/** The text of a card that is scanned, in UTF-16 code units; the largest real cards have 0.2 million. */
const LONGEST_TEXT = 2_000_000;

interface Open {
  readonly kind: 'text' | 'table' | 'quote';
  /** A box of the author's own words, each line with the mark of a quotation. */
  readonly alert?: boolean;
  readonly start: number;
  readonly end: number;
  readonly lines: number;
}

/** The heading that a line of `=` or `-` makes of one line above it; elsewhere such a line is a rule. */
function underlined(text: string, open: Open | undefined, end: number): Block | undefined {
  if (open?.kind !== 'text' || open.lines !== 1) return undefined;
  const title = text.slice(open.start, Math.min(open.end, open.start + LINE)).trim();
  return { kind: 'heading', start: open.start, end, title };
}

/** Lines outside of fences and comments, and comments, of one card: long cards have some thousands. */
const MOST_STEPS = 50_000;

/** The blocks of a card's text, behind its front matter: every reader of the card asks for them. */
export const bodyBlocks: (text: string) => readonly Block[] = lately(
  (text) => blocksOf(text, frontMatter(text).bodyStart),
  4,
);

/**
 * Splits a card's text into blocks, in one pass over its lines. What is behind `MOST_STEPS` is one more, of
 * text: it is shown, and too long to be read as a paragraph. It knows fences, HTML comments, headings,
 * quotes and tables; all else is text. Only blocks that can hold a claim are parsed as Markdown afterwards.
 */
export function blocksOf(whole: string, from = 0): Block[] {
  const text = whole.slice(0, from + LONGEST_TEXT);
  const blocks: Block[] = [];
  let open: Open | undefined;
  const close = () => {
    if (open) blocks.push({ kind: open.kind, start: open.start, end: open.end });
    open = undefined;
  };
  let at = from;
  let next = from;
  for (let steps = 0; at < text.length && steps < MOST_STEPS; steps += 1) {
    // A line that holds many comments is entered again behind each; its end is looked for once.
    if (next <= at) next = lineEnd(text, at);
    const line = text.slice(at, withoutBreak(text, at, Math.min(next, at + LINE)));
    const fence = fenceIn(text, line, at, next);
    if (fence) {
      close();
      blocks.push(fence);
      at = fence.end;
      continue;
    }
    const comment = commentIn(line);
    if (comment !== undefined) {
      const start = at + comment;
      if (line.slice(0, comment).trim() !== '') {
        if (open?.kind === 'text') open = { ...open, end: start };
        else {
          close();
          open = { kind: 'text', start: at, end: start, lines: 1 };
        }
      }
      close();
      const end = commentEnd(text, start);
      blocks.push({ kind: 'comment', start, end });
      at = behindBlanks(text, end);
      continue;
    }
    const title = headingOf(line);
    if (title !== undefined) {
      close();
      blocks.push({ kind: 'heading', start: at, end: next, title });
    } else if (line.trim() === '') close();
    else if (/^ {0,3}(?:={3,}|-{3,})[ \t]*$/.test(line)) {
      const heading = underlined(text, open, next);
      if (heading) blocks.push(heading);
      else close();
      open = undefined;
    } else {
      if (open && !goesOn(open, line)) close();
      open = open ? { ...open, end: next, lines: open.lines + 1 } : opened(line, at, next);
    }
    at = next;
  }
  close();
  return blocks.concat(restOf(text, at));
}

const restOf = (text: string, start: number): Block[] =>
  start < text.length ? [{ kind: 'text', start, end: text.length }] : [];

/** The fence that the line from `at` to `next` opens, with all that it holds. */
function fenceIn(text: string, line: string, at: number, next: number): Block | undefined {
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`]*)$/.exec(line.replace(/^[\s>*-]{1,12}(?=```|~~~)/, ''));
  if (!fence) return undefined;
  const { inner, after } = fenceEnd(text, next, fence[1] ?? '```');
  const info = (fence[2] ?? '').trim().toLowerCase();
  return { kind: 'fence', start: at, end: after, info, inner: { start: next, end: inner } };
}

const QUOTE = /^ {0,3}>/;

/** How a box begins; `blank` is the inside of a class of what may stand before its word. */
const boxOf = (blank: string, flags: string) =>
  new RegExp(
    String.raw`^ {0,3}> {0,3}(?:\[!(?:note|tip|important|warning|caution)\][ \t]*\r?\n?$|` +
      String.raw`[${blank}]{0,4}(?:\*\*|__)?[${blank}]{0,4}(?:` +
      'notes?|important|warning|caution|attention|disclaimer|please note|notice|licen[cs]e|' +
      '주의|참고|안내|경고|중요|注意|注|重要|警告|提示|声明|説明|补充说明' +
      String.raw`)(?:(?:\*\*|__)?\s?[:：]|(?:\*\*|__)\s))`,
    flags,
  );
const BOX = latePattern(() => boxOf(' ', 'i'));
const PICTURED_BOX = latePattern(() => boxOf(String.raw`\p{Extended_Pictographic}\ufe0f `, 'iu'));
/** One of these stands in a line with a picture. */
const MAY_BE_PICTURED = /[\ufe0f\xa9\xae\u203c-\u2bff\u3030\u303d\u3297\u3299\ud83c-\ud83f]/;

/** "> [!NOTE]" or "> **Note:**" begins a box of the author's own words, and no quotation. */
export const isAlert = (line: string): boolean =>
  QUOTE.test(line) && (MAY_BE_PICTURED.test(line) ? PICTURED_BOX() : BOX()).test(line);

/** Whether a line belongs to the block before it. */
function goesOn({ kind, alert }: Open, line: string): boolean {
  if (alert === true) return QUOTE.test(line) && !isAlert(line);
  return kind === kindOf(line) && !isItem(line) && !isAlert(line);
}

const opened = (line: string, start: number, end: number): Open =>
  isAlert(line)
    ? { kind: 'text', start, end, lines: 1, alert: true }
    : { kind: kindOf(line), start, end, lines: 1 };

/** What a line is that opens nothing and is not empty. */
function kindOf(line: string): Open['kind'] {
  if (QUOTE.test(line)) return 'quote';
  return /^\s*\|.*\|/.test(line) || /^[\s|:-]{5,}$/.test(line) ? 'table' : 'text';
}

function commentEnd(text: string, start: number): number {
  const closed = text.indexOf('-->', start);
  return closed < 0 ? text.length : closed + 3;
}

/** Behind blanks and the end of their line; `at` where something else stands: it is read on its own. */
function behindBlanks(text: string, at: number): number {
  return at + (/^[ \t]*\r?\n/.exec(text.slice(at, at + 200))?.[0].length ?? 0);
}

/** Whether a text begins as an item of a list. */
export function isItem(text: string): boolean {
  return /^\s{0,8}(?:[-*+•]|\d{1,3}[.)])[ \t]/.test(text);
}

/** `end`, before the signs of a line's end that stand there. */
function withoutBreak(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) at -= 1;
  return at;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** Where a comment begins that a line opens with or leaves open; one that ends within it is its text. */
function commentIn(line: string): number | undefined {
  const first = line.indexOf('<!--');
  if (first < 0) return undefined;
  if (line.slice(0, first).trim() === '') return first;
  const last = line.lastIndexOf('<!--');
  return line.indexOf('-->', last) < 0 && !line.slice(0, last).includes('`') ? last : undefined;
}

/** Words in a heading's tags that are longer, or a sentence, are a text in large letters. */
const LONGEST_TITLE = 80;

function headingOf(line: string): string | undefined {
  const marks = /^ {0,3}#{1,6}[ \t]+/.exec(line);
  if (!marks) {
    const title =
      line.length < 1000 && /^\s{0,3}<h[1-6][\s>].*<\/h[1-6]>\s*$/i.test(line)
        ? line.replace(/<[^<>]*>/g, '').trim()
        : '';
    return title === '' || title.length > LONGEST_TITLE || /[.!?。]$/.test(title) ? undefined : title;
  }
  let end = line.length;
  while (end > marks[0].length && /[ \t#]/.test(line[end - 1] ?? '')) end -= 1;
  return line.slice(marks[0].length, end);
}

function fenceEnd(
  text: string,
  from: number,
  marks: string,
): { readonly inner: number; readonly after: number } {
  let at = from;
  while (at < text.length) {
    const next = lineEnd(text, at);
    const line = text
      .slice(at, Math.min(next, at + 200))
      .trim()
      .replace(/^[>\s]+/, '');
    if (line.startsWith(marks) && /^[`~]+$/.test(line)) return { inner: at, after: next };
    at = next;
  }
  return { inner: text.length, after: text.length };
}
