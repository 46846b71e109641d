import { made, save } from '../dom.ts';
import type { Words } from '../words/english.ts';

/** The dossier in a frame in which nothing runs, to be saved or opened alone. */
export function drawDossier(panel: HTMLElement, html: string, words: Words): void {
  const open = () => {
    const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    window.open(url, '_blank', 'noopener');
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  panel.replaceChildren(
    made('p', { class: 'soft' }, words.dossierNote),
    made(
      'div',
      { class: 'actions' },
      made('button', { type: 'button', onclick: open }, words.dossierOpen),
      made(
        'button',
        { type: 'button', id: 'save-dossier', onclick: () => save('dossier.html', html, 'text/html') },
        words.dossierSave,
      ),
    ),
    made('iframe', { title: words.dossier, sandbox: '', srcdoc: html, tabindex: '0' }),
  );
}
