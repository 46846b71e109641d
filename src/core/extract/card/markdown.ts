import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse);

/** Parses Markdown. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown);
}
