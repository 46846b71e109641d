type Props = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>;

/** An element with attributes, listeners (`onclick` and so on) and children; text is always text. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** An element of the page by its id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no "${id}"`);
  return found as T;
}

/** Hands a text over as a file. */
export function save(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  made('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Words in which code stands between backticks. */
export function prose(text: string): (Node | string)[] {
  return text.split('`').map((part, nth) => (nth % 2 === 1 ? made('code', {}, part) : part));
}
