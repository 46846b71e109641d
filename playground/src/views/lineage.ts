import { made } from '../dom.ts';
import type { Told } from '../protocol.ts';
import type { Words } from '../words/english.ts';

/** The lineage as a picture, and what the Hub may be asked about it. */
export function drawLineage(panel: HTMLElement, told: Told, words: Words, ask: () => void): void {
  const { unknown } = told;
  panel.replaceChildren(
    ...(told.picture === '' ? [made('p', {}, words.noLineage)] : pictureOf(told.picture)),
    ...(unknown.length === 0
      ? []
      : [
          made('p', {}, words.unknown(unknown.length)),
          made('p', { class: 'soft' }, `${words.askNote} ${unknown.slice(0, 20).join(', ')}`),
          made('button', { type: 'button', id: 'ask', onclick: ask }, words.askHub(unknown.length)),
        ]),
  );
}

/** The picture that reports have; its one inline style gives way to the page's own. */
function pictureOf(source: string): Node[] {
  const end = source.indexOf('</svg>') + '</svg>'.length;
  const svg = source.slice(0, end).replace(/ style="[^"]*"/, '');
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const more = /<p[^>]*>([^<]*)<\/p>/.exec(source.slice(end))?.[1];
  const all: Node[] = [document.importNode(parsed, true)];
  if (more !== undefined) all.push(made('p', { class: 'soft', lang: 'en' }, more));
  return all;
}
