import type { Heading, Paragraph, PhrasingContent, Root, Text } from 'mdast';

/** A link whose address needs no reading of its own, or code between single signs. */
const INLINE = /\[([^[\]\n]+)\]\(([\w./:?#=%~+@,;-]+)\)|(?<!`)`([^\s`](?:[^`\n]*[^\s`])?)`(?!`)/g;
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

/**
 * The syntax tree of a block that is nothing but words, plain links and code, a paragraph or a heading, as
 * the parser would give it: most blocks that are read are, and the parser takes longer to load than all else.
 * Undefined for all other blocks.
 */
export function plainTree(markdown: string): Root | undefined {
  const text = markdown.replace(/\n+$/, '');
  const marks = /^#{1,6} (?=[^\s#])/.exec(text)?.[0].length ?? 0;
  const words = text.slice(marks);
  const lines = words.split('\n');
  if (
    words === '' ||
    (marks > 0 && (lines.length > 1 || words.includes('#'))) ||
    lines.some((line) => line === '' || line.endsWith(' ') || OTHER_LINE.test(line))
  )
    return undefined;

  const children: PhrasingContent[] = [];
  let from = 0;
  const addText = (to: number): boolean => {
    const value = words.slice(from, to);
    if (MARKUP.test(value)) return false;
    if (value !== '') children.push(textAt(marks + from, value));
    return true;
  };
  for (const { 0: whole, 1: label = '', 2: url = '', 3: code, index } of words.matchAll(INLINE)) {
    if (words[index - 1] === '!' || MARKUP.test(label) || !addText(index)) return undefined;
    const position = positionAt(marks + index);
    children.push(
      code === undefined
        ? { type: 'link', url, children: [textAt(marks + index + 1, label)], position }
        : { type: 'inlineCode', value: code, position },
    );
    from = index + whole.length;
  }
  if (!addText(words.length)) return undefined;
  const block: Paragraph | Heading =
    marks > 0
      ? { type: 'heading', depth: (marks - 1) as Heading['depth'], children, position: positionAt(0) }
      : { type: 'paragraph', children, position: positionAt(0) };
  return { type: 'root', children: [block] };
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
