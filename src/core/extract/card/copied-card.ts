import { kept } from '../../text/kept.ts';
import type { Block } from './blocks.ts';
import { languagesOf } from '../prose/languages.ts';

/** Longer lines tell of a card; they announce none. */
const LONGEST = 160;

/**
 * Where another model's card begins that was copied below one's own, as quantizers do, to the end; Infinity
 * where none was.
 */
export function copiedFrom(text: string, blocks: readonly Block[]): number {
  return blocks.find((block) => isAnnounced(text, block))?.start ?? Infinity;
}

/**
 * A heading that begins with such words, or a line that is nothing else; "Original model card: (link)" in a
 * text only points.
 */
function isAnnounced(text: string, { kind, start, end, title }: Block): boolean {
  if (kind === 'heading') return headingSays(title ?? '');
  return (kind === 'text' || kind === 'quote') && end - start < LONGEST && lineSays(text.slice(start, end));
}

const says = (where: 'heading' | 'line') =>
  kept((words) => {
    const bare = plain(words);
    return languagesOf(bare).some(({ copied }) => copied[where].test(bare));
  });
const headingSays = says('heading');
const lineSays = says('line');
const plain = (words: string) =>
  words
    .replace(/[*_`#>]|<[^<>]{0,200}>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
