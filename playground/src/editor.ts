import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yamlFrontmatter } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  defineLanguageFacet,
  HighlightStyle,
  Language,
  LanguageSupport,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { GFM, parser as markdownParser } from '@lezer/markdown';
import type { Shown, Spot } from './protocol.ts';

/** Colours come from the page, so that light and dark are said once. */
const colors = HighlightStyle.define([
  { tag: [tags.heading, tags.strong], fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--blue)' },
  { tag: [tags.string, tags.monospace], color: 'var(--green)' },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: 'var(--soft)' },
  { tag: [tags.link, tags.url], color: 'var(--blue)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: 'var(--violet)' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--page)', fontSize: '14px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '&.cm-focused': { outline: '2px solid var(--blue)', outlineOffset: '-2px' },
  '.cm-gutters': {
    backgroundColor: 'var(--card)',
    color: 'var(--soft)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-activeLine': { backgroundColor: 'var(--active)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--select)',
  },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
  },
  '.cm-tooltip-lint': { maxWidth: 'min(36rem, 90vw)' },
  '.cm-diagnostic': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.cm-diagnosticAction': { backgroundColor: 'var(--blue)', color: 'var(--page)', padding: '2px 8px' },
  '.cm-changedText': { background: 'var(--tint-green)' },
  '.cm-insertedLine, .cm-changedLine': { backgroundColor: 'var(--tint-green)' },
  '.cm-deletedChunk': { backgroundColor: 'var(--tint-red)' },
  '.cm-collapsedLines': { background: 'var(--card)', color: 'var(--soft)' },
  // The sign that comes with it is in few fonts.
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"…"' },
});

const markdown = new Language(defineLanguageFacet({}), markdownParser.configure([GFM]), [], 'markdown');

function languageOf(file: string): Extension {
  if (file.endsWith('.json')) return json().language;
  return /\.(?:md|markdown)$/i.test(file) ? yamlFrontmatter({ content: new LanguageSupport(markdown) }) : [];
}

/** How every text looks, here and in the preview of a fix. */
export const look = (file: string): Extension => [
  lineNumbers(),
  highlightSpecialChars(),
  EditorView.lineWrapping,
  syntaxHighlighting(colors),
  theme,
  languageOf(file),
];

export interface Editor {
  /** Shows a file; `text` counts where it was not shown before. */
  show(file: string, text: string): void;
  /** Puts another text into a file, as if somebody had written it. */
  put(file: string, text: string): void;
  forget(): void;
  mark(findings: readonly Shown[]): void;
  go(file: string, spot: Spot | undefined): void;
  focus(): void;
}

interface Listening {
  readonly changed: (file: string, text: string) => void;
  /** Somebody asks for the fix of a finding. */
  readonly fix: (finding: Shown) => void;
  readonly fixWords: () => string;
  readonly label: (file: string) => string;
}

/**
 * The editor. It lives in a shadow tree, where CodeMirror brings its style as a sheet of its own: the page's
 * policy allows no style in the text of the page.
 */
export function editorIn(host: HTMLElement, { changed, fix, fixWords, label }: Listening): Editor {
  const root = host.attachShadow({ mode: 'open' });
  const states = new Map<string, EditorState>();
  let shown = '';
  let marks: readonly Shown[] = [];

  const stateOf = (file: string, text: string) =>
    EditorState.create({
      doc: text,
      extensions: [
        look(file),
        history(),
        drawSelection(),
        bracketMatching(),
        highlightActiveLine(),
        lintGutter(),
        // No key for Tab: who comes by keyboard has to get out again.
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label(file), spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(file, update.state.doc.toString());
        }),
      ],
    });

  const view = new EditorView({ parent: root, root, state: stateOf('', '') });

  const diagnosticOf = (finding: Shown, text: Text): Diagnostic => {
    const from = finding.from === undefined ? 0 : offsetOf(text, finding.from);
    const to = finding.to === undefined ? from : Math.max(from, offsetOf(text, finding.to));
    return {
      from,
      to,
      severity: finding.severity,
      source: finding.rule,
      message: [finding.message, ...finding.whys.map(({ what }) => what)].join('\n'),
      ...(finding.fix === undefined ? {} : { actions: [{ name: fixWords(), apply: () => fix(finding) }] }),
    };
  };
  const draw = () => {
    const here = marks.filter(({ file }) => file === shown).map((one) => diagnosticOf(one, view.state.doc));
    view.dispatch(setDiagnostics(view.state, here));
  };
  const show = (file: string, text: string) => {
    if (shown !== '') states.set(shown, view.state);
    shown = file;
    view.setState(states.get(file) ?? stateOf(file, text));
    draw();
  };
  return {
    show,
    put(file, text) {
      if (file !== shown) {
        states.delete(file);
        changed(file, text);
        return;
      }
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    forget() {
      states.clear();
      shown = '';
    },
    mark(findings) {
      marks = findings;
      draw();
    },
    go(file, spot) {
      if (file !== shown) show(file, '');
      const at = spot === undefined ? 0 : offsetOf(view.state.doc, spot);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    focus: () => view.focus(),
  };
}

/** Where a line and column lie in a text, which may be newer than the run that named them. */
function offsetOf(text: Text, { line, column }: Spot): number {
  const { from, to } = text.line(Math.min(Math.max(line, 1), text.lines));
  return Math.min(from + column - 1, to);
}
