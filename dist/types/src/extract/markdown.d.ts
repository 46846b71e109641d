import type { Root } from 'mdast';
/** Parses Markdown. */
export declare function parseMarkdown(markdown: string): Root;
