import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse);

/** Parses Markdown. */
export const parse = (markdown: string): Root => parser.parse(markdown);
