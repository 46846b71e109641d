import type { Block } from './blocks.ts';
import { cues } from './cues.ts';

/** Longer lines tell of a card; they announce none. */
const LONGEST = 160;

/** Where another model's card begins that was copied below one's own, as quantizers do, to the end; Infinity where none was. */
export function copiedFrom(text: string, blocks: readonly Block[]): number {
  return blocks.find((block) => isAnnounced(text, block))?.start ?? Infinity;
}

/** A heading that begins with such words, or a line that is nothing else; "Original model card: (link)" in a text only points. */
function isAnnounced(text: string, { kind, start, end, title }: Block): boolean {
  const { copied } = cues();
  if (kind === 'heading') return copied.heading.test(plain(title ?? ''));
  return (kind === 'text' || kind === 'quote') && end - start < LONGEST && copied.line.test(plain(text.slice(start, end)));
}

const plain = (words: string) => words.replace(/[*_`#>]|<[^<>]{0,200}>/g, '').replace(/\s+/g, ' ').trim();
