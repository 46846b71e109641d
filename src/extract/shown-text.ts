import { blocksOf } from './blocks.ts';
import { frontMatter } from './front-matter.ts';

/** What a reader of the rendered card sees. */
export interface ShownText {
  readonly text: string;
}

/** The card's text without front matter, code fences, comments and tags; alternative texts of badges and links stay. */
export function shownText(text: string): ShownText {
  const parts = blocksOf(text, frontMatter(text).bodyStart).flatMap((block) => (block.kind === 'fence' || block.kind === 'comment' ? [] : [text.slice(block.start, block.end)]));
  const shown = parts
    .join('\n')
    .replace(/<!--[\s\S]{0,5000}?-->/g, ' ')
    .replace(/<(?:img|IMG)\b[^>]{0,2000}?\balt=["']([^"'>]{1,300})["'][^>]{0,2000}>/g, ' $1 ')
    .replace(/<\/?[a-zA-Z][^<>]{0,1000}>/g, '');
  return { text: shown };
}
