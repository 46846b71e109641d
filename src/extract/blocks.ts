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

/** Lines longer than this are cut for the scan's patterns: nobody claims a license at column 20,000. */
const LINE = 4000;

/**
 * Splits a card's text into blocks, in one pass over its lines. It knows fences, HTML comments, headings, quotes and tables;
 * all else is text. Only blocks that can hold a claim are parsed as Markdown afterwards.
 */
export function blocksOf(text: string, from = 0): Block[] {
  const blocks: Block[] = [];
  let open: { kind: 'text' | 'table' | 'quote'; start: number; end: number } | undefined;
  const close = () => {
    if (open) blocks.push(open);
    open = undefined;
  };
  let at = from;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, Math.min(next, at + LINE)).replace(/[\r\n]+$/, '');
    const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`]*)$/.exec(line.replace(/^[\s>*-]{1,12}(?=```|~~~)/, ''));
    if (fence) {
      close();
      const end = fenceEnd(text, next, fence[1] ?? '```');
      blocks.push({ kind: 'fence', start: at, end: end.after, info: (fence[2] ?? '').trim().toLowerCase(), inner: { start: next, end: end.inner } });
      at = end.after;
      continue;
    }
    const comment = /^\s{0,3}<!--/.exec(line);
    if (comment) {
      close();
      const closed = text.indexOf('-->', at);
      const end = closed < 0 ? text.length : closed + 3;
      blocks.push({ kind: 'comment', start: at, end });
      // What follows the comment on its last line is read on its own.
      at = end;
      if (/^[ \t]*\r?\n/.test(text.slice(at, at + 200))) at = text.indexOf('\n', at) + 1;
      continue;
    }
    const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/.exec(line);
    if (heading) {
      close();
      blocks.push({ kind: 'heading', start: at, end: next, title: heading[2] ?? '' });
    } else if (line.trim() === '') close();
    else if (/^ {0,3}(?:={3,}|-{3,})[ \t]*$/.test(line) && open?.kind === 'text' && !text.slice(open.start, open.end).trim().includes('\n')) {
      const title = text.slice(open.start, open.end).trim();
      blocks.push({ kind: 'heading', start: open.start, end: next, title });
      open = undefined;
    } else {
      const kind = /^ {0,3}>/.test(line) ? 'quote' : /^\s*\|.*\|/.test(line) || /^[\s|:-]{5,}$/.test(line) ? 'table' : 'text';
      const item = /^\s{0,8}(?:[-*+•]|\d{1,3}[.)])[ \t]+/.test(line);
      if (open && (open.kind !== kind || item)) close();
      open = open ? { ...open, end: next } : { kind, start: at, end: next };
    }
    at = next;
  }
  close();
  return blocks;
}

function fenceEnd(text: string, from: number, marks: string): { readonly inner: number; readonly after: number } {
  let at = from;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, Math.min(next, at + 200)).trim().replace(/^[>\s]+/, '');
    if (line.startsWith(marks) && /^[`~]+$/.test(line)) return { inner: at, after: next };
    at = next;
  }
  return { inner: text.length, after: text.length };
}
