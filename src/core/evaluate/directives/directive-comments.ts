import type { TextSource } from '../../model/source.ts';

/** A comment that turns rules off: where it stands, what it covers. Offsets as in `Place`. */
export interface Directive {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Empty for all rules; each once. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day on which it holds, as written. */
  readonly until: string | undefined;
  /** Whether it covers a finding at this offset. */
  covers(offset: number): boolean;
}

type Kind = 'disable-next-line' | 'disable-line' | 'disable' | 'enable';

interface Comment {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** What it names, each once; empty for all rules. */
  readonly rules: ReadonlySet<string>;
}

/** The directives of one text, and where the first of those stands that are not read any more. */
export interface Directives {
  readonly directives: readonly Directive[];
  readonly beyond: { readonly start: number; readonly end: number } | undefined;
}

const WORD = /licet-(disable-next-line|disable-line|disable|enable)(?![\w-])/g;
/** Letters that one directive may have. */
const LONGEST = 2000;
/** Directives in one file; nobody writes more. */
export const MOST = 500;
const MARKDOWN = /\.(?:md|markdown)$/i;
/** Formats whose comments begin with `#`. */
const HASHED = /\.(?:ya?ml|py|toml|sh|modelfile)$|(?:^|\/)modelfile(?:[.-][^/]*)?$/i;

/** How a comment is written in a file, where its format has comments that stand on a line of their own. */
export function commentStyleOf(file: string): 'html' | 'hash' | undefined {
  if (MARKDOWN.test(file)) return 'html';
  return HASHED.test(file) ? 'hash' : undefined;
}

const isKind = (word: string | undefined): word is Kind => word !== undefined;

/** The directives of one text, in the comments of its format. A format without comments has none. */
export function directivesIn({ file, text }: TextSource): Directives {
  if (!text.includes('licet-')) return { directives: [], beyond: undefined };
  const { comments, beyond } = commentsIn(file, text);
  const directives = comments.flatMap((comment, index) => {
    if (comment.kind === 'enable') return [];
    const { start, end } = comment;
    const [, ...why] = comment.words.split(APART);
    const until = /(?:^|\s)until=(\S{0,40})/.exec(comment.words)?.[1]?.replace(/,$/, '');
    return [
      {
        file,
        start,
        end,
        rules: [...comment.rules],
        reason: why
          .join(' -- ')
          .replace(/(?:^|\s)until=\S+/, ' ')
          .trim(),
        until,
        covers: coverOf(comment, comments, index + 1, text),
      },
    ];
  });
  return { directives, beyond };
}

/** Between the rules and the reason. */
const APART = /(?:^|\s)--+(?=\s|$)/;

const rulesIn = (words: string) =>
  new Set(
    (words.split(APART)[0] ?? '')
      .replace(/(?:^|\s)until=\S*/g, ' ')
      .split(/[\s,]+/)
      .filter((one) => one !== ''),
  );

function commentsIn(
  file: string,
  text: string,
): { readonly comments: readonly Comment[]; readonly beyond: Directives['beyond'] } {
  const style = commentStyleOf(file);
  if (style === undefined) return { comments: [], beyond: undefined };
  const markdown = style === 'html';
  const body = markdown ? endOfFrontMatter(text) : text.length;
  const isCode = markdown ? codeIn(text, body) : () => false;
  const hits = [...text.matchAll(WORD)];
  const comment = (hit: RegExpExecArray): Comment[] => {
    const kind = hit[1];
    const from = hit.index + hit[0].length;
    if (!isKind(kind)) return [];
    const found =
      hit.index < body
        ? hashed(text, hit.index, from)
        : isCode(hit.index)
          ? undefined
          : bracketed(text, hit.index, from);
    return found ? [{ kind, ...found, rules: rulesIn(found.words) }] : [];
  };
  const [first] = hits.slice(MOST, 2 * MOST).flatMap(comment);
  return {
    comments: hits.slice(0, MOST).flatMap(comment),
    beyond: first && { start: first.start, end: first.end },
  };
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** `# licet-…` to the end of the line; not within double quotes. */
function hashed(text: string, word: number, from: number): Found | undefined {
  const { start: lineStart, end } = lineAt(text, word);
  const before = /(?:^|\s)#[ \t]*$/.exec(text.slice(Math.max(lineStart, word - LONGEST), word));
  if (!before) return undefined;
  const start = word - before[0].trimStart().length;
  const quotes = text.slice(Math.max(lineStart, start - LONGEST), start).split('"').length - 1;
  return quotes % 2 === 1
    ? undefined
    : { start, end, words: text.slice(from, Math.min(end, from + LONGEST)) };
}

/** `<!-- licet-… -->`, over several lines if need be; not behind a backtick. */
function bracketed(text: string, word: number, from: number): Found | undefined {
  const before = /<!--\s*$/.exec(text.slice(Math.max(0, word - 40), word));
  if (!before) return undefined;
  const start = word - before[0].length;
  const words = text.slice(from, from + LONGEST);
  const close = words.indexOf('-->');
  return close < 0 || text[start - 1] === '`'
    ? undefined
    : { start, end: from + close + 3, words: words.slice(0, close) };
}

function endOfFrontMatter(text: string): number {
  const open = /^\s*---(?:\r\n|\r|\n)/.exec(text.slice(0, 1000));
  if (!open) return 0;
  const close = /(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|$)/g;
  close.lastIndex = open[0].length - 1;
  return close.exec(text)?.index ?? text.length;
}

/** Whether an offset lies in a fenced block, where comments are examples. */
function codeIn(text: string, from: number): (offset: number) => boolean {
  const blocks: { readonly start: number; readonly end: number }[] = [];
  let open: { readonly start: number; readonly fence: string } | undefined;
  const fences = /^ {0,3}(`{3,}|~{3,})([^\r\n]*)/gm;
  fences.lastIndex = from;
  for (let hit = fences.exec(text); hit; hit = fences.exec(text)) {
    const [, fence = '', info = ''] = hit;
    if (!open) open = { start: hit.index, fence };
    else if (fence.startsWith(open.fence) && info.trim() === '') {
      blocks.push({ start: open.start, end: hit.index });
      open = undefined;
    }
  }
  if (open) blocks.push({ start: open.start, end: text.length });
  return (offset) => {
    let [low, high] = [0, blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset < (blocks[low - 1]?.end ?? 0);
  };
}

function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf('\n', offset);
  return {
    start: offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1,
    end: end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end,
  };
}

/**
 * `disable-line` and `disable-next-line` cover a line; blank lines and further directives do not count as the
 * next. `disable` covers what follows up to an `enable` of its rules; without one it covers the whole file,
 * since nothing in a card's text can stand before the front matter.
 */
function coverOf(
  { kind, start, end, rules }: Comment,
  all: readonly Comment[],
  next: number,
  text: string,
): (offset: number) => boolean {
  if (kind === 'disable') {
    const enable = all.find((one, nth) => nth >= next && one.kind === 'enable' && ends(one, rules));
    return enable ? (at) => at >= start && at < enable.start : () => true;
  }
  if (kind === 'disable-line') {
    const line = { start: lineAt(text, start).start, end: lineAt(text, end).end };
    return (at) => at >= line.start && at <= line.end;
  }
  let at = end;
  for (;;) {
    const blank = /^[^\S\n]*(?:\n\s*|$)/.exec(text.slice(at, at + LONGEST));
    if (!blank || blank[0] === '') break;
    at += blank[0].length;
    const further = all.find((one, nth) => nth >= next && one.start === at);
    if (!further) break;
    at = further.end;
  }
  if (at >= text.length) return () => false;
  const line = lineAt(text, at);
  return (offset) => offset >= line.start && offset <= line.end && offset >= end;
}

/** An `enable` that names rules ends only the directives for one of them. */
function ends(enable: Comment, rules: ReadonlySet<string>): boolean {
  return enable.rules.size === 0 || rules.size === 0 || [...rules].some((rule) => enable.rules.has(rule));
}
