/**
 * The few colors of the terminal report; nothing where color is off. A table of its own, since the core knows
 * no Node, whose `styleText` would be the library.
 */
export interface Colors {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly underline: (text: string) => string;
}

const code = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;
const plain = (text: string) => text;

/** ANSI codes, or plain text. */
export function colorsFor(color: boolean): Colors {
  if (!color) return { red: plain, yellow: plain, blue: plain, dim: plain, bold: plain, underline: plain };
  return {
    red: code(31, 39),
    yellow: code(33, 39),
    blue: code(34, 39),
    dim: code(2, 22),
    bold: code(1, 22),
    underline: code(4, 24),
  };
}
