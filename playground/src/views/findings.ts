import { made, prose } from '../dom.ts';
import type { Shown, Told } from '../protocol.ts';
import type { Words } from '../words/english.ts';

export interface FindingActions {
  /** Whether a file's text stands in the editor; what stands of others is a name, or a header. */
  readonly canGo: (file: string) => boolean;
  readonly go: (finding: Shown) => void;
  readonly fix: (nth: number) => void;
  readonly fixAll: () => void;
}

/** The findings as a list: each with its place, its grounds, and what to do. */
export function drawFindings(panel: HTMLElement, told: Told, words: Words, actions: FindingActions): void {
  const anySafe = told.findings.some(({ fix }) => fix === 'safe');
  panel.replaceChildren(
    ...(anySafe
      ? [
          made(
            'p',
            {},
            made('button', { type: 'button', class: 'main', onclick: actions.fixAll }, words.fixAll),
          ),
        ]
      : []),
    ...told.findings.map((finding, nth) => one(finding, nth, words, actions)),
    ...(told.suppressed > 0 ? [made('p', { class: 'soft' }, words.suppressed(told.suppressed))] : []),
  );
}

function one(finding: Shown, nth: number, words: Words, { canGo, go, fix }: FindingActions): HTMLElement {
  const { file, from, severity, rule, page, message, isCertain, confidence, way, whys, todo } = finding;
  const place = from === undefined ? file : `${file}, ${words.line} ${from.line}`;
  const sure = words.confidence[confidence as keyof Words['confidence']] ?? confidence;
  return made(
    'article',
    { class: `finding ${severity}` },
    made(
      'h3',
      {},
      made('span', { class: 'level' }, words.severity[severity]),
      made('span', { lang: 'en' }, ...prose(message)),
    ),
    made(
      'p',
      { class: 'where' },
      canGo(file)
        ? made('button', { type: 'button', onclick: () => go(finding) }, place)
        : made('span', {}, place),
      made('a', { href: page, target: '_blank', rel: 'noopener noreferrer' }, rule),
      ...(isCertain ? [] : [made('span', { class: 'soft' }, sure)]),
    ),
    ...(way === undefined ? [] : [made('p', { class: 'soft', lang: 'en' }, way)]),
    ...(whys.length === 0
      ? []
      : [
          made(
            'ul',
            { 'aria-label': words.why, lang: 'en' },
            ...whys.map(({ what, url }) =>
              made(
                'li',
                {},
                what,
                ...(url === undefined || !/^https:/.test(url)
                  ? []
                  : [
                      ' ',
                      made(
                        'a',
                        { href: url, target: '_blank', rel: 'noopener noreferrer' },
                        `↗ ${words.text}`,
                      ),
                    ]),
              ),
            ),
          ),
        ]),
    ...(todo === undefined
      ? []
      : [made('p', {}, made('strong', {}, `${words.todo}: `), made('span', { lang: 'en' }, ...prose(todo)))]),
    ...(finding.fix === undefined
      ? []
      : [
          made(
            'div',
            { class: 'actions' },
            made(
              'button',
              { type: 'button', onclick: () => fix(nth) },
              finding.fix === 'safe' ? words.previewFix : words.previewChoice,
            ),
          ),
        ]),
  );
}
