import type { Root } from 'mdast';

type Parse = (markdown: string) => Root;

let parse: Parse | undefined;

/** Loads the parser, which takes longer than the rest of a small run: only where a block needs it. */
export async function loadMarkdown(): Promise<void> {
  parse ??= (await import('./markdown-parser.ts')).parse;
}

/** Parses Markdown, once `loadMarkdown` was awaited. */
export function parseMarkdown(markdown: string): Root {
  if (parse === undefined) throw new Error('Markdown is parsed before its parser is loaded');
  return parse(markdown);
}
