import type { Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';

/**
 * A link or picture whose address needs no reading of its own, code between single signs, or words in bold
 * between blanks.
 */
const INLINE = new RegExp(
  [
    String.raw`(!?)\[([^[\]\n]+)\]\(([\w./:?#=%~+@,;-]+)\)`,
    String.raw`(?<!${'`'})${'`'}([^\s${'`'}](?:[^${'`'}\n]*[^\s${'`'}])?)${'`'}(?!${'`'})`,
    String.raw`(?<!\S)\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*(?!\S)`,
  ].join('|'),
  'g',
);
/**
 * What Markdown may read as more than words, outside of links: escapes, entities, code, emphasis, tags,
 * brackets; and what it replaces.
 */
const MARKUP = /[\\&`*<>[\]\t\r\0]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/;
/**
 * Beginnings of lines that are not, or not surely, a paragraph's own: blanks, quotes, items, underlines,
 * fences.
 */
const OTHER_LINE = /^(?:[ #>+=~-]|\d{1,9}[.)])/;
/** What one line begins with that is a heading, or an item of a list. */
const MARK = /^(?:(#{1,6})|[-*+]|\d{1,9}[.)]) (?=[^\s#])/;

/**
 * The syntax tree of a block that is nothing but words, plain links, pictures, code and bold, a paragraph, a
 * heading or an item of one line, as the parser would give it: most blocks that are read are, and the parser
 * takes longer to load than all else. Undefined for all other blocks.
 */
export function plainTree(markdown: string): Root | undefined {
  const text = markdown.replace(/(?:\r?\n)+$/, '');
  const [mark = '', signs] = MARK.exec(text) ?? [];
  const words = text.slice(mark.length);
  const lines = words.split('\n');
  if (
    words === '' ||
    (mark !== '' && lines.length > 1) ||
    (signs !== undefined && words.includes('#')) ||
    lines.some((line) => line === '' || line.endsWith(' ') || OTHER_LINE.test(line))
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

/** The content of a block that is words alone and what INLINE knows; undefined where there is more. */
function inlineOf(words: string, base: number): PhrasingContent[] | undefined {
  const children: PhrasingContent[] = [];
  let from = 0;
  const addText = (to: number): boolean => {
    const value = words.slice(from, to);
    if (MARKUP.test(value)) return false;
    if (value !== '') children.push(textAt(base + from, value));
    return true;
  };
  for (const { 0: whole, 1: sign, 2: label = '', 3: url = '', 4: code, 5: bold, index } of words.matchAll(
    INLINE,
  )) {
    if (MARKUP.test(bold ?? label) || !addText(index)) return undefined;
    const at = base + index;
    const position = positionAt(at);
    children.push(
      code !== undefined
        ? { type: 'inlineCode', value: code, position }
        : bold !== undefined
          ? { type: 'strong', children: [textAt(at + 2, bold)], position }
          : sign === '!'
            ? { type: 'image', url, alt: label, position }
            : { type: 'link', url, children: [textAt(at + 1, label)], position },
    );
    from = index + whole.length;
  }
  return addText(words.length) ? children : undefined;
}

const textAt = (offset: number, value: string): Text => ({
  type: 'text',
  value,
  position: positionAt(offset),
});

/** Only where a node begins is ever asked. */
const positionAt = (offset: number) => ({
  start: { line: 1, column: 1, offset },
  end: { line: 1, column: 1 },
});
