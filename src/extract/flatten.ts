import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

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
  /** The offset in the source of a flat offset. */
  source(offset: number): number;
}

/** A soft line break before `Key:` keeps lines apart that only look like one paragraph; so does one before emphasis. */
const FIELD = /^(?:[\p{L}][\p{L} ]{1,40}:|$)/u;

const parser = unified().use(remarkParse);

/** Parses one block of Markdown and flattens it. `base` is the block's offset in the source. Soft line breaks become spaces. */
export function flatten(markdown: string, base: number): Flat {
  let text = '';
  const links: Link[] = [];
  const marks: { flat: number; source: number }[] = [];
  const add = (words: string, offset: number | undefined) => {
    if (offset !== undefined) marks.push({ flat: text.length, source: base + offset });
    text += words.replace(/\r?\n/g, (end, at: number) => (FIELD.test(words.slice(at + end.length, at + end.length + 50)) ? '\n' : ' '));
  };
  const visit = (node: Nodes): void => {
    const offset = node.position?.start.offset;
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        add(node.value, offset === undefined ? undefined : offset + (node.type === 'inlineCode' ? 1 : 0));
        return;
      case 'html': {
        const anchor = /^<a\s[^>]{0,500}?href=["']([^"'>]{1,500})["']/i.exec(node.value);
        if (anchor?.[1]) links.push({ from: text.length, to: text.length + 80, url: anchor[1], image: false });
        if (/^<br/i.test(node.value)) add('\n', offset);
        else if (!node.value.startsWith('<!--')) add(node.value.replace(/<[^<>]{0,1000}>/g, ''), offset);
        return;
      }
      case 'image':
        links.push({ from: text.length, to: text.length + (node.alt ?? '').length, url: node.url, image: true });
        add(node.alt ?? '', offset === undefined ? undefined : offset + 2);
        return;
      case 'break':
        add('\n', offset);
        return;
      case 'code':
      case 'blockquote':
        return;
      case 'link': {
        const from = text.length;
        for (const child of node.children) visit(child);
        links.push({ from, to: text.length, url: node.url, image: false });
        return;
      }
      default:
        if ('children' in node) for (const child of node.children) visit(child as Nodes);
        if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'listItem') text += '\n';
    }
  };
  visit(parser.parse(markdown));
  return {
    text,
    links,
    source(flat) {
      let best = { flat: 0, source: base };
      for (const mark of marks) if (mark.flat <= flat) best = mark;
      return best.source + (flat - best.flat);
    },
  };
}
