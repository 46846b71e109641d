import type { CardState } from '../../model/claim.ts';

/** Where the metadata block of a card lies, and what the Hub makes of it before it parses any YAML. */
export interface FrontMatter {
  readonly state: Extract<CardState, 'present' | 'empty' | 'absent' | 'unclosed' | 'after-text' | 'broken'>;
  /** The YAML between the fences; undefined where there is none. */
  readonly yaml?: { readonly start: number; readonly end: number };
  /** Where the text for people begins. */
  readonly bodyStart: number;
  /** The line that a finding points at. */
  readonly at: { readonly start: number; readonly end: number };
  /** One sentence without a full stop, for the states that are trouble. */
  readonly detail: string;
}

/** Blocks longer than this are not looked for: the Hub's own cards end far before. */
const LONGEST = 2_000_000;
const KEY = new RegExp(
  `^(?:${[
    'license|licence|base_model|tags|language|library_name|pipeline_tag|datasets',
    'metrics|model-index|license_name|widget|inference|thumbnail',
  ].join('|')})[ \\t]*:`,
  'm',
);

/**
 * Finds the block as the Hub does: `^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))`,
 * without flags (huggingface_hub `repocard.py`, said there to be kept in step with the server). `\s` takes a
 * BOM as JavaScript does.
 */
export function frontMatter(text: string): FrontMatter {
  const scanned = text.slice(0, LONGEST);
  const open = /^\s*---(?:\r\n|\r|\n)/.exec(scanned);
  if (!open) return unopened(scanned);
  const start = open[0].length;
  const fence = open[0].indexOf('---');
  const at = { start: fence, end: fence + 3 };
  // The expression may give back the line feed of `---␍␊`, which then stands before the second fence: an
  // empty block.
  const close =
    closing(scanned, start) ?? (open[0].endsWith('\r\n') ? closing(scanned, start - 1) : undefined);
  if (!close && scanned.includes('\r\r\n')) {
    const lenient = /[\r\n]---[ \t]*(?:\r+\n|$)/g;
    lenient.lastIndex = start;
    const found = lenient.exec(scanned);
    if (found)
      return {
        state: 'present',
        yaml: { start, end: found.index },
        bodyStart: found.index + found[0].length,
        at,
        detail: 'Front matter ends its lines with two carriage returns, which the Hub does not read',
      };
  }
  if (close) {
    // `---⏎---⏎`: the line end after the first fence cannot also stand before the second, so nothing matches.
    return {
      state: 'present',
      yaml: { start: Math.min(start, close.start), end: close.start },
      bodyStart: close.end,
      at,
      detail: '',
    };
  }
  const rest = scanned.slice(start, start + 4000);
  if (/^---[ \t]*(?:\r?\n|$)/.test(rest))
    return { state: 'empty', bodyStart: start, at, detail: 'Front matter is empty' };
  if (!KEY.test(rest.split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/)[0] ?? '') && !KEY.test(rest.slice(0, 400)))
    return { state: 'absent', bodyStart: 0, at, detail: '' };
  const dots = /(?:\r\n|\r|\n)\.\.\.[ \t]*(?:\r?\n|$)/.test(rest);
  return {
    state: 'unclosed',
    bodyStart: start,
    at,
    detail: `Front matter has no closing "---" line${dots ? ' ("..." does not close it)' : ''}`,
  };
}

/** The first line `---` with nothing but blanks behind it, after at least one line end of its own. */
function closing(text: string, from: number): { readonly start: number; readonly end: number } | undefined {
  const fence = /(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\n|$)/g;
  fence.lastIndex = from;
  const found = fence.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

function unopened(text: string): FrontMatter {
  const first = /^\s*([^\r\n]*)/.exec(text);
  const line = first?.[1] ?? '';
  const lineStart = (first?.[0].length ?? 0) - line.length;
  const at = { start: lineStart, end: lineStart + line.length };
  if (/^---[ \t]+$/.test(line) && KEY.test(text.slice(0, 2000)))
    return {
      state: 'broken',
      bodyStart: 0,
      at,
      detail: 'Front matter opens with "---" and blanks behind it, which the Hub does not read',
    };

  const later = misplaced(text.slice(0, 20_000));
  if (later !== undefined)
    return {
      state: 'after-text',
      bodyStart: 0,
      at: { start: later, end: later + 3 },
      detail: 'Front matter does not open the file, so the Hub reads none of it',
    };
  return { state: 'absent', bodyStart: 0, at, detail: '' };
}

/** Lines that a block in the wrong place may have. */
const MOST_LINES = 60;

/**
 * Where a block of metadata stands after other text: two fences with keys of a card between them, within few
 * lines.
 */
function misplaced(text: string): number | undefined {
  const lines = [...text.matchAll(/[^\r\n]+/g)].map((line) => ({ at: line.index, text: line[0] }));
  const fences = lines.flatMap((line, index) =>
    /^[ \t]*(?:<!--[ \t]*)?---[ \t]*(?:-->)?[ \t]*$/.test(line.text) ? [index] : [],
  );
  for (const [nth, open] of fences.entries()) {
    const close = fences[nth + 1];
    if (close === undefined || close - open > MOST_LINES) continue;
    const inner = lines.slice(open + 1, close);
    if (
      inner.some((line) => KEY.test(line.text)) &&
      inner.every((line) => /^[ \t]*(?:[\w-]+[ \t]*:|-[ \t]|#)|^[ \t]+\S/.test(line.text))
    )
      return (lines[open]?.at ?? 0) + (lines[open]?.text.indexOf('---') ?? 0);
  }
  return undefined;
}

/**
 * Evaluation results beyond this many characters are not read: they bear no claim, and some cards hold half a
 * million of them.
 */
const LONG_RESULTS = 20_000;

/** Blanks a long `model-index`, so that every offset stays. */
export function withoutResults(yaml: string): string {
  const start = /^model-index[ \t]*:/m.exec(yaml)?.index;
  if (start === undefined) return yaml;
  const after = /\n(?=[^\s#-])/g;
  after.lastIndex = start + 1;
  const end = after.exec(yaml)?.index ?? yaml.length;
  // One long comment line costs the parser less than as many line ends.
  return end - start < LONG_RESULTS
    ? yaml
    : `${yaml.slice(0, start)}#${' '.repeat(end - start - 1)}${yaml.slice(end)}`;
}
