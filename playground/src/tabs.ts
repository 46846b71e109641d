import { made } from './dom.ts';

export interface Tab {
  readonly id: string;
  readonly words: string;
  /** Said of it beside its name. */
  readonly mark?: string;
  readonly look?: string;
}

/** A row of tabs: one stop of the Tab key, arrows, Home and End within it. */
export function drawTabs(
  list: HTMLElement,
  tabs: readonly Tab[],
  { chosen, panel, choose }: { chosen: string; panel: (id: string) => string; choose: (id: string) => void },
): void {
  const had = list.contains(document.activeElement);
  const move = (event: KeyboardEvent, at: number) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (tab === undefined) return;
    event.preventDefault();
    choose(tab.id);
    list.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  };
  list.replaceChildren(
    ...tabs.map(({ id, words, mark = '', look = '' }, at) =>
      made(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${id}`,
          class: look,
          'aria-selected': String(id === chosen),
          'aria-controls': panel(id),
          tabindex: id === chosen ? '0' : '-1',
          onclick: () => choose(id),
          onkeydown: (event) => move(event as KeyboardEvent, at),
        },
        mark === '' ? words : `${words} ${mark}`,
      ),
    ),
  );
  const here = list.querySelector<HTMLElement>('[aria-selected=true]');
  if (here) showWhole(list, here);
  if (had) here?.focus();
}

/** Moves a row that is wider than its place until a tab is seen whole; the page stays where it is. */
function showWhole(list: HTMLElement, tab: HTMLElement): void {
  const [row, at] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
  list.scrollLeft += Math.min(0, at.left - row.left) + Math.max(0, at.right - row.right);
}
