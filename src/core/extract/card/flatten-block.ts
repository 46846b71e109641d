import type { Image, Nodes } from 'mdast';
import { isAlert } from './blocks.ts';
import { NO_LETTERS, plainSigns } from '../../text/signs.ts';
import { parseMarkdown } from './markdown.ts';
import { plainTree } from './plain-markdown.ts';

/** A link or image of a flattened block. Offsets are of the flat text. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly url: string;
  readonly image: boolean;
}

/** A block as a reader sees it: one line of text, with the way back to the source. */
export interface Flat {
  readonly text: string;
  readonly links: readonly Link[];
  /** Where code stands, by which people write ids, paths and names of files. */
  readonly code: readonly { readonly from: number; readonly to: number }[];
  /** Where a stretch of the flat text stands in the source, its end excluded. */
  span(from: number, to: number): { readonly start: number; readonly end: number };
}

/**
 * A soft line break before `Key:` keeps lines apart that only look like one paragraph; so does one before
 * emphasis.
 */
const FIELD = new RegExp(`^[^${NO_LETTERS}](?:[^${NO_LETTERS}]| ){1,40}:`);
const isField = (words: string) => words === '' || FIELD.test(plainSigns(words.slice(0, 43)));
const TAG = /<(?:!--[\s\S]{0,4000}?--|[^<>]{0,2000})>/g;
/** Hyphens that never break a line stand in names as the plain one does. */
const HYPHENS = /[\u2010\u2011]/g;
/** How far a word may be looked for: escapes, entities and line prefixes lie between. */
const DRIFT = 200;

/** A link, code, or an id in bold; other words in bold behind a line break are most likely a label. */
function isName(node: Nodes): boolean {
  if (node.type === 'strong' || node.type === 'emphasis') {
    const [only, ...more] = node.children;
    return (
      only !== undefined &&
      more.length === 0 &&
      (only.type === 'text' ? /^[\w.-]+\/[\w.-]+$/.test(only.value) : isName(only))
    );
  }
  return node.type === 'link' || node.type === 'inlineCode' || node.type === 'linkReference';
}

/**
 * Parses one block of Markdown and flattens it. `base` is the block's offset in the source. Soft line breaks
 * become spaces.
 */
export function flatten(
  markdown: string,
  base: number,
  tree: Nodes = plainTree(markdown) ?? parseMarkdown(markdown),
): Flat {
  const isOwn = isAlert(/^[^\n]*/.exec(markdown)?.[0] ?? '');
  /** How long the sign is that the words of a box begin with. */
  const signOf = (words: string) => (isOwn ? (/^\[!\w+\]\s*/.exec(words)?.[0].length ?? 0) : 0);
  let text = '';
  let anchor: { readonly from: number; readonly url: string } | undefined;
  const links: Link[] = [];
  const code: { readonly from: number; readonly to: number }[] = [];
  const marks: { readonly flat: number; readonly source: number }[] = [];

  /**
   * Every word is found again in the source, so that escapes, entities and stripped indentation shift nothing
   * behind them.
   */
  const addLine = (line: string, offset: number): number => {
    let at = offset;
    for (const [piece] of line.matchAll(/\s+|\S+/g)) {
      const found = piece.trim() === '' ? -1 : markdown.slice(at, at + piece.length + DRIFT).indexOf(piece);
      if (found >= 0) at += found;
      marks.push({ flat: text.length, source: at });
      text += piece.replace(HYPHENS, '-');
      at += piece.length;
    }
    return at;
  };
  /** `joins`: what follows the words is a name, which a soft line break does not part from its sentence. */
  const add = (words: string, offset: number, joins = false) => {
    let at = offset;
    const lines = words.split(/\r?\n/);
    for (const [index, line] of lines.entries()) {
      const joined = joins && index === lines.length - 1 && line === '' && words.trim() !== '';
      if (index > 0) text += !joined && isField(line.slice(0, 50)) ? '\n' : ' ';
      at = addLine(line, at);
    }
  };
  const addHtml = (value: string, offset: number) => {
    let from = 0;
    for (const tag of value.matchAll(TAG)) {
      add(value.slice(from, tag.index), offset + from);
      from = tag.index + tag[0].length;
      const href = /^<a\s[^>]*?href=["']([^"'>]{1,500})["']/i.exec(tag[0]);
      if (href?.[1]) anchor = { from: text.length, url: href[1] };
      else if (/^<\/a\b/i.test(tag[0]) && anchor) {
        links.push({ from: anchor.from, to: text.length, url: anchor.url, image: false });
        anchor = undefined;
      } else if (/^<\/?(?:br|p|div|li|tr|td|h\d)\b/i.test(tag[0]) && !text.endsWith('\n')) text += '\n';
    }
    add(value.slice(from), offset + from);
  };
  const addImage = ({ url, alt }: Image, offset: number) => {
    const from = text.length;
    add(alt ?? '', offset + 2);
    links.push({ from, to: text.length, url, image: true });
  };
  const visit = (node: Nodes, next?: Nodes): void => {
    const offset = node.position?.start.offset ?? 0;
    const from = text.length;
    if (node.type === 'text' || node.type === 'inlineCode') {
      const sign = from === 0 ? signOf(node.value) : 0;
      add(node.value.slice(sign), offset + sign, next !== undefined && isName(next));
      if (node.type === 'inlineCode') code.push({ from, to: text.length });
    } else if (node.type === 'html') addHtml(node.value, offset);
    else if (node.type === 'image') addImage(node, offset);
    else if (node.type === 'break') text += '\n';
    // Somebody else's words, and programs, claim nothing.
    else if ('children' in node && (node.type !== 'blockquote' || isOwn)) {
      for (const [nth, child] of node.children.entries()) visit(child, node.children[nth + 1]);
      if (node.type === 'link') links.push({ from, to: text.length, url: node.url, image: false });
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'listItem') text += '\n';
    }
  };
  visit(tree);

  const source = (flat: number): number => {
    let [low, high] = [0, marks.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((marks[middle]?.flat ?? 0) <= flat) low = middle;
      else high = middle;
    }
    const mark = marks[low];
    return base + Math.min(markdown.length, mark ? mark.source + Math.max(0, flat - mark.flat) : 0);
  };
  return {
    text,
    links,
    code,
    span(from, to) {
      const start = source(from);
      return { start, end: Math.max(start, source(Math.max(from, to - 1)) + (to > from ? 1 : 0)) };
    },
  };
}
