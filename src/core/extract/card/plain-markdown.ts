import type { Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Position } from 'unist';

/** Where emphasis begins and ends by itself: at a blank, the text's edge, or a sign of a sentence. */
const BEFORE = String.raw`(?<![^\s(])`;
const BEHIND = String.raw`(?![^\s:,.;)!?])`;
/**
 * A link or picture whose address needs no reading of its own, code between single signs, words in bold or
 * in italics.
 */
const INLINE = new RegExp(
  [
    String.raw`(?<sign>!?)\[(?<label>[^[\]\n]+)\]\((?<url>[\w./:?#=%~+@,;-]+)\)`,
    String.raw`(?<!${'`'})${'`'}(?<code>[^\s${'`'}](?:[^${'`'}\n]*[^\s${'`'}])?)${'`'}(?!${'`'})`,
    String.raw`${BEFORE}\*\*(?<bold>[^\s*](?:[^*\n]*[^\s*])?)\*\*${BEHIND}`,
    String.raw`${BEFORE}\*(?<italic>[^\s*](?:[^*\n]*[^\s*])?)\*${BEHIND}`,
  ].join('|'),
  'g',
);
/**
 * What Markdown may read as more than words, outside of links: escapes, entities, code, emphasis, tags,
 * brackets that an address, a name or a definition follows; and what it replaces.
 */
const MARKUP = /[\\`*<>\t\0]|\][([:]|&(?=[#A-Za-z])|\r(?!\n)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/;
/**
 * Beginnings of lines that are not, or not surely, a paragraph's own: blanks, quotes, items, underlines,
 * fences.
 */
const OTHER_LINE = /^(?:[ #>+=~-]|\d{1,9}[.)])/;
/** What one line begins with that is a heading, or an item of a list. */
const MARK = /^(?:(#{1,6})|[-*+]|\d{1,9}[.)]) (?=[^\s#])/;

/**
 * The syntax tree of a block that is nothing but words, plain links, pictures, code and emphasis, as a
 * paragraph, a heading or an item of one line, as the parser would give it: most blocks that are read are,
 * and the parser takes longer to load than all else. Undefined for all other blocks.
 */
export function plainTree(markdown: string): Root | undefined {
  const text = markdown.replace(/[ \t\r\n]+$/, '');
  const [mark = '', signs] = MARK.exec(text) ?? [];
  const words = text.slice(mark.length);
  const lines = words.split(/\r?\n/);
  if (
    words === '' ||
    (mark !== '' && lines.length > 1) ||
    (signs !== undefined && words.includes('#')) ||
    lines.some((line) => line === '' || line.endsWith(' ') || (signs === undefined && OTHER_LINE.test(line)))
  )
    return undefined;
  const children = inlineOf(words, mark.length);
  return children && { type: 'root', children: [blockOf(children, mark, signs?.length)] };
}

function blockOf(children: PhrasingContent[], mark: string, depth: number | undefined): RootContent {
  const position = positionAt(0);
  if (depth !== undefined) return { type: 'heading', depth: depth as 1, children, position };
  const paragraph: Paragraph = { type: 'paragraph', children, position: positionAt(mark.length) };
  if (mark === '') return paragraph;
  return { type: 'list', children: [{ type: 'listItem', children: [paragraph], position }], position };
}

/**
 * The content of a block, or of a part of it, that is words alone and what INLINE knows; undefined where
 * there is more. A link holds no other.
 */
function inlineOf(words: string, base: number, isInLink = false): PhrasingContent[] | undefined {
  const children: PhrasingContent[] = [];
  let from = 0;
  const addText = (to: number): boolean => {
    const value = words.slice(from, to);
    if (MARKUP.test(value)) return false;
    if (value !== '') children.push(textAt(base + from, value));
    return true;
  };
  for (const { 0: whole, index, groups = {} } of words.matchAll(INLINE)) {
    const part = addText(index) ? partOf(groups, base + index, isInLink) : undefined;
    if (!part) return undefined;
    children.push(part);
    from = index + whole.length;
  }
  return addText(words.length) ? children : undefined;
}

/** What INLINE found at a place; undefined where it holds what is left to the parser. */
function partOf(
  { sign, label, url = '', code, bold, italic }: Readonly<Record<string, string | undefined>>,
  at: number,
  isInLink: boolean,
): PhrasingContent | undefined {
  const position = positionAt(at);
  if (code !== undefined) return { type: 'inlineCode', value: code, position };
  if (sign === '!') return image(label ?? '', url, position);
  const signs = bold === undefined ? 1 : 2;
  const isLink = label !== undefined;
  const children =
    isLink && isInLink ? undefined : inlineOf(label ?? bold ?? italic ?? '', at + signs, isLink || isInLink);
  if (!children) return undefined;
  if (isLink) return { type: 'link', url, children, position };
  return { type: bold === undefined ? 'emphasis' : 'strong', children, position };
}

const image = (alt: string, url: string, position: Position): PhrasingContent | undefined =>
  MARKUP.test(alt) ? undefined : { type: 'image', url, alt, position };

const textAt = (offset: number, value: string): Text => ({
  type: 'text',
  value,
  position: positionAt(offset),
});

/** Only where a node begins is ever asked. */
const positionAt = (offset: number): Position => ({
  start: { line: 1, column: 1, offset },
  end: { line: 1, column: 1 },
});
