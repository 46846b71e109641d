import { colorsFor, type Colors } from './colors.ts';
import type { OutputStyle } from '../report.ts';
import { wrap } from './wrap.ts';

/** Where the lines of a block of code begin. */
const CODE = '    ';

/**
 * A rule's page for a terminal: headings stand out, text wraps, code stays as it is under the name of its
 * file.
 */
export function terminalPage(markdown: string, { color, width }: OutputStyle): string {
  const p = colorsFor(color);
  const room = Math.max(40, Math.min(width, 100));
  return `${blocksOf(markdown)
    .map((block) => shown(block, p, room))
    .join('\n\n')}\n`;
}

/** Blocks of a page as blank lines divide them; a fence is one block, whatever stands in it. */
function blocksOf(markdown: string): string[] {
  return [...markdown.matchAll(/^(`{3,})[^]*?^\1$|^(?!`{3})[^\n]+(?:\n(?!`{3})[^\n]+)*/gm)].map(
    ([block]) => block,
  );
}

function shown(block: string, p: Colors, room: number): string {
  const [first = '', ...rest] = block.split('\n');
  if (first.startsWith('```')) return fence(first, rest.slice(0, -1), p, room);
  if (first.startsWith('#')) return p.bold(first.replace(/^#+ /, ''));
  if (!/^[-*] /.test(first)) return wrap(plain(block), room).join('\n');
  return block
    .split(/\n(?=[-*] )/)
    .map((item) =>
      wrap(plain(item.slice(2)), room - 2)
        .map((line, at) => `${at === 0 ? '- ' : '  '}${line}`)
        .join('\n'),
    )
    .join('\n');
}

/**
 * What the fences of rule pages say of themselves: the file that they stand for, or that licet reports this,
 * which alone may wrap.
 */
function fence(opening: string, lines: readonly string[], p: Colors, room: number): string {
  const [, file] = /\bfile=(\S+)/.exec(opening) ?? [];
  const [, name] = /\brepo=(\S+)/.exec(opening) ?? [];
  const told = / report\b/.test(opening);
  const title = told
    ? 'licet says'
    : file === undefined
      ? ''
      : `${file}${name === undefined ? '' : ` of ${name}`}`;
  const body = told
    ? lines.flatMap((line) =>
        wrap(line, room - CODE.length - 2).map((part, at) => (at === 0 ? part : `  ${part}`)),
      )
    : lines;
  return [
    ...(title === '' ? [] : [`  ${p.dim(title)}`]),
    ...body.map((line) => (line === '' ? '' : CODE + line)),
  ].join('\n');
}

/** Links between pages are names of rules; of links elsewhere the address is what helps. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, '$1 ($2)').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
