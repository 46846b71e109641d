import { made } from '../dom.ts';
import type { Words } from '../words/english.ts';

export interface ShareActions {
  readonly command: string;
  readonly markdown: () => Promise<string>;
  /** undefined where it is too long: then a file was saved. */
  readonly link: () => Promise<string | undefined>;
  readonly saveReport: (format: string) => void;
}

const FORMATS = ['html', 'json', 'sarif', 'markdown', 'junit'] as const;

/** What one takes along: the command, the report, a link. */
export function drawShare(panel: HTMLElement, words: Words, actions: ShareActions): void {
  const said = made('p', { role: 'status', class: 'soft' });
  const byHand = made('div', {});
  const copy = async (text: string | undefined) => {
    byHand.replaceChildren();
    if (text === undefined) {
      said.textContent = words.linkLong;
      return;
    }
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = words.copied;
    } catch {
      said.textContent = words.copyByHand;
      const area = made('textarea', { readonly: true, 'aria-label': words.copyByHand });
      area.value = text;
      byHand.replaceChildren(area);
      area.select();
    }
  };
  const formats = made('select', { id: 'format' }, ...FORMATS.map((one) => made('option', {}, one)));
  const button = (id: string, label: string, click: () => void) =>
    made('button', { type: 'button', id, onclick: click }, label);
  panel.replaceChildren(
    made('h3', {}, words.command),
    made('pre', { class: 'command' }, made('code', {}, actions.command)),
    made(
      'div',
      { class: 'actions' },
      button('copy-command', words.copyCommand, () => void copy(actions.command)),
      button('copy-markdown', words.copyMarkdown, () => void actions.markdown().then(copy)),
      button('copy-link', words.copyLink, () => void actions.link().then(copy)),
    ),
    made('p', { class: 'soft' }, words.linkNote),
    made(
      'div',
      { class: 'row' },
      made('label', {}, made('span', {}, words.saveReport), formats),
      button('save-report', '↓', () => actions.saveReport(formats.value)),
    ),
    said,
    byHand,
  );
  panel.querySelector('#save-report')?.setAttribute('aria-label', words.saveReport);
}
