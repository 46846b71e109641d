import { printable } from '../terminal/wrap.ts';

/** An address up to what surely ends it; what closes a sentence or a bracket behind it is none of it. */
const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}*_~|])/i;

/**
 * Untrusted text as Markdown that shows it letter by letter: no markup, no HTML, and no `@name` that would
 * notify somebody. Stretches in back quotes stay code. Addresses are code too, since many readers of Markdown
 * would make links of them, and a backslash within would break those; the ones in `links` are links.
 */
export function plain(text: string, links: ReadonlySet<string> = new Set()): string {
  return printable(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : words(part, links)))
    .join('');
}

function words(text: string, links: ReadonlySet<string>): string {
  return text
    .split(ADDRESS)
    .map((part, index) =>
      index % 2 === 1
        ? links.has(part) && isLinkable(part)
          ? `<${part}>`
          : code(part)
        : part
            .replace(/&/g, '&amp;')
            .replace(/[\\`*_{}[\]<>|~#!]/g, '\\$&')
            .replace(/@(?=\w)/g, '@<!-- -->'),
    )
    .join('');
}

/** Whether an address can stand in a link as it is. */
export function isLinkable(url: string): boolean {
  return /^https?:\/\/[^\s()<>\\]+$/.test(url);
}

/** Untrusted text as a code span, whatever back quotes it holds. */
export function code(text: string): string {
  const shown = printable(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([quotes]) => quotes.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || shown.trim() !== shown || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Lines as a fenced block, whatever fences they hold. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([quotes]) => quotes.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** Markdown as one cell of a table: a bar would begin the next, also within code. */
export function cell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|');
}
