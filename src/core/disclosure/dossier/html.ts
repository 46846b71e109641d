import { escapeXml } from '../../report/formats/xml.ts';
import { printable } from '../../text/outgoing.ts';
import type { Cell, Page, Part, Piece, Table } from './page.ts';
import { STYLE } from './style.ts';

/** The page asks for nothing: no script, no request, only the style within it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const text = (value: string) => escapeXml(printable(value));

/** A dossier as one page of HTML, for the screen and for A4. */
export function dossierHtml(page: Page): string {
  const { language, title, about, badge, isReviewed, head, parts, foot } = page;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${text(`${title}: ${about}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${text(title)}</h1>
<p class="badge${isReviewed ? ' reviewed' : ''}">${text(badge)}</p>
<dl>
${head.map((one) => `<div><dt>${text(one.title)}</dt><dd>${cell(one.cell)}</dd></div>`).join('\n')}
</dl>
</header>
<main>
${parts.map((part, at) => section(part, at + 1)).join('\n')}
</main>
<footer>
${foot.map((one) => `<p>${text(one)}</p>`).join('\n')}
</footer>
</body>
</html>
`;
}

function section({ title, before, table, after }: Part, number: number): string {
  const paragraph = (one: Cell) => `<p>${cell(one)}</p>`;
  return [
    `<section aria-labelledby="part-${number}">`,
    `<h2 id="part-${number}">${number}&ensp;${text(title)}</h2>`,
    ...before.map(paragraph),
    ...(table ? [tableOf(table, number)] : []),
    ...after.map(paragraph),
    '</section>',
  ].join('\n');
}

function tableOf({ columns, rows, isForm }: Table, number: number): string {
  const widths = columns.map(({ share }) => `<col style="width:${share}%">`).join('');
  const heads = columns
    .map(({ title }) => `<th scope="col" role="columnheader">${text(title)}</th>`)
    .join('');
  // Each cell knows its column: on a narrow screen a row is a block, and its heads are out of sight.
  const label = (at: number) => text(columns[at]?.title ?? '');
  const row = (cells: readonly Cell[]) =>
    `<tr role="row">${cells
      .map((one, at) =>
        at === 0
          ? `<th scope="row" role="rowheader">${cell(one)}</th>`
          : `<td role="cell" data-label="${label(at)}">${cell(one)}</td>`,
      )
      .join('')}</tr>`;
  return (
    `<table role="table" aria-labelledby="part-${number}"${isForm ? ' class="form"' : ''}>` +
    `<colgroup>${widths}</colgroup>\n<thead role="rowgroup"><tr role="row">${heads}</tr></thead>\n` +
    `<tbody role="rowgroup">\n${rows.map(row).join('\n')}\n</tbody></table>`
  );
}

const cell = (pieces: Cell) => pieces.map(piece).join('');

/** Names such as `mm_vision_tower` break between their words, and not within one. */
const breakable = (shown: string) => shown.replaceAll(/_(?=[a-z])/gi, '_<wbr>');

/** The number of a line stays whole, and with its colon: `README.md:11` can break before `:11` alone. */
const wholeLine = (shown: string) => shown.replace(/:\d+$/, '<span class="line">$&</span>');

function piece({ text: said, link, isLoud, isEnglish }: Piece): string {
  const shown = breakable(text(said));
  const linked =
    link === undefined ? shown : `<a href="${escapeXml(printable(link))}">${wholeLine(shown)}</a>`;
  const marked = isLoud ? `<strong>${linked}</strong>` : linked;
  return isEnglish ? `<span lang="en">${marked}</span>` : marked;
}
