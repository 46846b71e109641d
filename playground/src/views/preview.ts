import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { unifiedMergeView } from '@codemirror/merge';
import { made } from '../dom.ts';
import { look } from '../editor.ts';
import type { Changed } from '../protocol.ts';
import type { Words } from '../words/english.ts';

/** What fixes would change, file by file: one text with what comes and what goes. */
export function drawChanges(panel: HTMLElement, changed: readonly Changed[], words: Words): void {
  panel.replaceChildren(...(changed.length === 0 ? [made('p', {}, words.fixNone)] : []));
  for (const { file, before, after } of changed) {
    const isNew = before === '' ? ` (${words.newFile})` : '';
    const host = made('div', { class: 'change' });
    panel.append(made('h3', {}, file + isNew), host);
    const root = host.attachShadow({ mode: 'open' });
    new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: after,
        extensions: [
          look(file),
          EditorState.readOnly.of(true),
          EditorState.phrases.of({ '$ unchanged lines': words.unchangedLines }),
          EditorView.contentAttributes.of({ 'aria-label': `${words.fixTitle}: ${file}`, tabindex: '0' }),
          unifiedMergeView({
            original: before,
            mergeControls: false,
            collapseUnchanged: { margin: 2, minSize: 6 },
          }),
        ],
      }),
    });
  }
}
