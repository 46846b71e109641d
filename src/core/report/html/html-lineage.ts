import { counted } from '../report.ts';
import { displayWidth, fitting } from '../terminal/display-width.ts';
import type { Node } from '../lineage.ts';
import { printable } from '../terminal/wrap.ts';
import { escapeXml } from '../formats/xml.ts';

/**
 * Measures of the picture, in its own units: at most as wide as a phone, so that nothing shrinks below what
 * can be read.
 */
const WIDTH = 340;
const INDENT = 22;
const ROW = { gap: 34, height: 58, radius: 7, pad: 12 } as const;
/** Width of one column of text at 13 units in a broad system font. */
const COLUMN = 8.5;
/** Columns of a name; those beyond what the box surely holds are set closer. */
const NAME = 44;
/** Steps of the way that are set in further; deeper models keep the last column. */
const DEEPEST = 5;
/** A picture with more models than this is no picture. */
const MOST = 40;

interface Placed {
  readonly node: Node;
  readonly x: number;
  readonly y: number;
  readonly parent: Placed | undefined;
}

const text = (value: string) => escapeXml(printable(value));

/** Relations that read on as "… of"; the others stand alone. */
const OF: ReadonlySet<string> = new Set(['copy', 'fine-tune', 'merge', 'adapter', 'outputs']);

/**
 * How a node stands: an error there, something open, or nothing to say. Shown by colour, border and words.
 * This model itself is none: findings lie with the upstream that they are about.
 */
function stateOf({ node, parent }: Placed): 'self' | 'bad' | 'open' | 'good' {
  if (!parent) return 'self';
  if (node.findings.some(({ severity }) => severity === 'error')) return 'bad';
  return node.findings.length > 0 || !node.known ? 'open' : 'good';
}

/**
 * The lineage as inline SVG: this model on top, each upstream under the model that comes from it. `id` tells
 * pictures of one page apart.
 */
export function lineagePicture(root: Node, id: string): string {
  const all: Placed[] = [];
  const left = place(root, undefined, 0, all);
  const shown = all.slice(0, MOST);
  const height = shown.length * ROW.height + (shown.length - 1) * ROW.gap + 2;
  const width = WIDTH + DEEPEST * INDENT;
  const reach = Math.max(...shown.map(({ x }) => x)) + WIDTH + 2;
  const picture = [
    `<svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${reach} ${height}" ` +
      `style="max-width:${Math.min(reach, width + 2)}px" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="${id}-title">Lineage of ${text(root.model)}</title>`,
    `<desc id="${id}-desc">${inWords(root)
      .map((line) => text(line))
      .join(' ')}</desc>`,
    ...shown.map((one) => edge(one)),
    ...shown.map((one) => box(one)),
    '</svg>',
  ].join('\n');
  const more = all.length - shown.length + left;
  return more > 0
    ? `${picture}\n<p class="soft">and ${counted(more, 'more upstream')}, named in the findings</p>`
    : picture;
}

/** Places a node and those under it, top down; what lies beyond a sane depth or number is counted. */
function place(node: Node, parent: Placed | undefined, depth: number, all: Placed[]): number {
  if (all.length >= 4 * MOST) return 1;
  const placed = {
    node,
    x: 1 + Math.min(depth, DEEPEST) * INDENT,
    y: 1 + all.length * (ROW.height + ROW.gap),
    parent,
  };
  all.push(placed);
  return node.children.reduce((left, child) => left + place(child, placed, depth + 1, all), 0);
}

function edge({ node, x, y, parent }: Placed): string {
  if (!parent) return '';
  const from = { x: parent.x + ROW.pad - 1, y: parent.y + ROW.height };
  const label = node.relation ?? '';
  const end = Math.max(x, from.x + 8);
  return [
    `<path class="edge" d="M${from.x} ${from.y}V${y + ROW.height / 2}H${end}"/>`,
    `<text class="relation" x="${from.x + 10}" ` +
      `y="${y - 12}">${text(OF.has(label) ? `${label} of` : label)}</text>`,
  ].join('');
}

function box(placed: Placed): string {
  const { node, x, y } = placed;
  const state = stateOf(placed);
  const inside = WIDTH - 2 * ROW.pad;
  const trouble = node.findings.length > 0 ? counted(node.findings.length, 'finding') : '';
  const name = clipped(printable(node.model), NAME);
  const license = clipped(
    printable(node.license),
    Math.floor((inside - trouble.length * COLUMN) / COLUMN) - 1,
  );
  const title = [`${node.model}: ${node.license}`, ...(trouble === '' ? [] : [trouble])].join(', ');
  const squeeze =
    displayWidth(name) * COLUMN > inside ? ` textLength="${inside}" lengthAdjust="spacingAndGlyphs"` : '';
  return [
    `<g class="model ${state}"><title>${text(title)}</title>`,
    `<rect x="${x}" y="${y}" width="${WIDTH}" height="${ROW.height}" rx="${ROW.radius}"/>`,
    `<text class="name" x="${x + ROW.pad}" y="${y + 24}"${squeeze}>${escapeXml(name)}</text>`,
    `<text class="license" x="${x + ROW.pad}" y="${y + 44}">${escapeXml(license)}</text>`,
    ...(trouble === ''
      ? []
      : [
          `<text class="trouble" text-anchor="end" x="${x + WIDTH - ROW.pad}" ` +
            `y="${y + 44}">${trouble}</text>`,
        ]),
    '</g>',
  ].join('');
}

/** The end of a Hub id says more than its middle: a long one is cut there. */
function clipped(value: string, room: number): string {
  if (displayWidth(value) <= room) return value;
  const tail = [...value].slice(-Math.floor(room / 3)).join('');
  return `${fitting(value, Math.max(1, room - 1 - displayWidth(tail)))}…${tail}`;
}

/** The picture for those who hear it. */
function inWords(node: Node, budget = { left: MOST }): string[] {
  return node.children.flatMap((child) => {
    if (budget.left <= 0) return [];
    budget.left -= 1;
    const how = child.relation === undefined ? 'comes from' : `comes from (${child.relation})`;
    return [`${node.model} ${how} ${child.model}, license ${child.license}.`, ...inWords(child, budget)];
  });
}
