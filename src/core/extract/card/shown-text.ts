import { lately } from '../../text/kept.ts';
import { bodyBlocks, isItem } from './blocks.ts';

/** What a reader of the rendered card sees. */
export interface ShownText {
  readonly text: string;
  /** The offset in the card of an offset in `text`. */
  at(offset: number): number;
}

interface Piece {
  readonly shown: number;
  readonly source: number;
}

/** Comments, tags, and the addresses of badges: what is not shown as it is written. */
const HIDDEN =
  /<!--|<\/?[a-zA-Z][^<>]{0,2000}>|img\.shields\.io\/(?:static\/v1\?label=|badge\/)([^\s)"'<>?]{1,200})/g;

/** Lines that begin a block and are indented so far that Markdown shows them as code. */
const INDENTED = /^(?:(?: {4}| {0,3}\t)[^\n]*(?:\n|$))+/;

/**
 * The card's text without front matter, code, comments and tags; alternative texts and the words of badges
 * stay. With `code`, what stands in fences and indented code stays too.
 */
export function shownText(text: string, code = false): ShownText {
  return (code ? withCode : withoutCode)(text);
}

const withCode = lately((text) => shownIn(text, true), 4);
const withoutCode = lately((text) => shownIn(text, false), 4);

function shownIn(text: string, code: boolean): ShownText {
  let inList = false;
  let shown = '';
  const pieces: Piece[] = [];
  const add = (words: string, source: number) => {
    if (words === '') return;
    pieces.push({ shown: shown.length, source });
    shown += words;
  };
  for (const block of bodyBlocks(text)) {
    if ((block.kind === 'fence' && !code) || block.kind === 'comment') continue;
    const whole = text.slice(block.start, block.end);
    const indented =
      block.kind === 'text' || block.kind === 'table' ? (INDENTED.exec(whole)?.[0].length ?? 0) : 0;
    // What is indented under an item, or under a footnote, goes on with it.
    inList = indented > 0 || /^ {2}/.test(whole) ? inList : isItem(whole) || /^\[\^/.test(whole);
    const skipped = inList || code ? 0 : indented;
    const part = whole.slice(skipped);
    const start = block.start + skipped;
    HIDDEN.lastIndex = 0;
    let from = 0;
    for (let hit = HIDDEN.exec(part); hit; hit = HIDDEN.exec(part)) {
      add(part.slice(from, hit.index), start + from);
      from = hit.index + hit[0].length;
      if (hit[0] === '<!--') {
        const closed = part.indexOf('-->', from);
        from = closed < 0 ? part.length : closed + 3;
      } else if (hit[1] !== undefined) add(` ${badgeWords(hit[1])} `, start + hit.index);
      else add(altOf(hit[0]), start + hit.index);
      HIDDEN.lastIndex = from;
    }
    add(`${part.slice(from)}\n`, start + from);
  }
  return {
    text: shown,
    at(offset) {
      let [low, high] = [0, pieces.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((pieces[middle]?.shown ?? 0) <= offset) low = middle;
        else high = middle;
      }
      const piece = pieces[low];
      return piece ? Math.min(text.length, piece.source + offset - piece.shown) : 0;
    },
  };
}

function altOf(tag: string): string {
  const [, double, single] = /^<img\b(?:[^<>]*?\s)?alt=(?:"([^"]*)"|'([^']*)')/i.exec(tag) ?? [];
  const alt = double ?? single;
  return alt === undefined ? '' : ` ${alt} `;
}

/** `Built_with-Llama_3.1-blue` is shown as "Built with Llama 3.1"; a doubled sign stands for itself. */
export function badgeWords(path: string): string {
  const parts = path.replace(/--/g, '\0').split('-');
  const words = (parts.length > 1 ? parts.slice(0, -1) : parts)
    .join(' ')
    .replace(/\0/g, '-')
    .replace(/__/g, '\0')
    .replace(/_/g, ' ')
    .replace(/\0/g, '_');
  try {
    return decodeURIComponent(words);
  } catch {
    // A stray percent sign: the words as they are.
    return words;
  }
}
