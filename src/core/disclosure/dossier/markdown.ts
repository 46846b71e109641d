import { cell as tableCell, plain } from '../../report/formats/markdown-text.ts';
import type { Cell, Page, Part, Piece, Table } from './page.ts';

/** A dossier as Markdown, as GitHub shows it: what others wrote stays what it is, letter by letter. */
export function dossierMarkdown({ title, about, badge, head, parts, foot }: Page): string {
  const lines = [
    `# ${plain(`${title}: ${about}`)}`,
    `**${plain(badge)}**`,
    head.map((one) => `- ${plain(one.title)}: ${cell(one.cell)}`).join('\n'),
    ...parts.flatMap((part, at) => section(part, at + 1)),
    ...foot.map((one) => plain(one)),
  ];
  return `${lines.join('\n\n')}\n`;
}

function section({ title, before, table, after }: Part, number: number): string[] {
  return [
    `## ${number}. ${plain(title)}`,
    ...before.map(cell),
    ...(table ? [tableOf(table)] : []),
    ...after.map(cell),
  ];
}

function tableOf({ columns, rows }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.map(tableCell).join(' | ')} |`;
  return [
    row(columns.map(({ title }) => plain(title))),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map(cell))),
  ].join('\n');
}

const cell = (pieces: Cell) => pieces.map(piece).join('');

function piece({ text, link, isLoud }: Piece): string {
  const shown = plain(text);
  const linked =
    link === undefined ? shown : `[${shown}](<${link.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
  const [, before = '', word = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(linked) ?? [];
  return isLoud && word !== '' ? `${before}**${word}**${after}` : linked;
}
