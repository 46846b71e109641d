import type { Asked, Changed, Opened } from './protocol.ts';

/** Files that have a place of their own, there or not. */
export const USUAL = ['README.md', 'LICENSE', 'NOTICE', 'config.json', 'adapter_config.json'] as const;
/** Further files of what was opened that get one too. */
const MOST = 24;

type Texts = Readonly<Record<string, string>>;

/** The texts of the page, over what was opened. A text without a letter is a file that is not there. */
export class Files {
  #texts = new Map<string, string>();
  #base: Opened | undefined;

  /** Begins anew with these. */
  fill(texts: Texts, base?: Opened): void {
    this.#base = base;
    this.#texts = new Map(Object.entries(texts));
  }

  text(file: string): string {
    return this.#texts.get(file) ?? '';
  }

  write(file: string, text: string): void {
    this.#texts.set(file, text);
  }

  put(changed: readonly Changed[]): void {
    for (const { file, after } of changed) this.write(file, after);
  }

  /** The files that are shown, the usual ones first. */
  get shown(): readonly string[] {
    const more = [...this.#texts.keys()].filter((file) => !(USUAL as readonly string[]).includes(file));
    const hasLicense = more.some((file) => /^(?:licen[sc]e|copying)\b/i.test(file));
    const usual = USUAL.filter((file) => file !== 'LICENSE' || this.text(file) !== '' || !hasLicense);
    return [...usual, ...more.sort().slice(0, MOST)];
  }

  get isEmpty(): boolean {
    return this.#base === undefined && [...this.#texts.values()].every((text) => text === '');
  }

  /** Where it was read on the Hub, as long as nothing was changed. */
  get untouched(): string | undefined {
    const { texts, gone } = this.over();
    return Object.keys(texts).length === 0 && gone.length === 0 ? this.#base?.at : undefined;
  }

  /** What lies over what was opened. */
  over(): Pick<Asked, 'texts' | 'gone'> {
    const was = this.#base?.texts ?? {};
    const all = [...this.#texts];
    return {
      // An editor has one kind of line break: a file that differs in nothing else was not touched.
      texts: Object.fromEntries(
        all.filter(([file, text]) => text !== '' && text !== was[file]?.replace(/\r\n?/g, '\n')),
      ),
      gone: all.flatMap(([file, text]) => (text === '' && (was[file] ?? '') !== '' ? [file] : [])),
    };
  }

  /** All texts, for a link. */
  all(): Texts {
    return Object.fromEntries([...this.#texts].filter(([, text]) => text !== ''));
  }
}
