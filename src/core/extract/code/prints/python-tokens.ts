/** The code of a Python file without what people write for people: one word a token, and its line from 1. */
export interface Tokens {
  readonly words: readonly string[];
  readonly lines: readonly number[];
}

/** A file is looked at up to here, in UTF-16 code units: as much as is read of one. */
const LONGEST = 512 * 1024;
const tokenPattern = () =>
  new RegExp(
    [
      String.raw`([rbuf]{0,2}(?:"""|'''))`,
      String.raw`([rbuf]{0,2}["'])`,
      String.raw`([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)`,
      String.raw`(\.?\d[\w.]*(?:(?<=[eE])[+-]\d+)?)`,
      String.raw`(\\\r?\n)`,
      String.raw`(\r?\n)`,
      String.raw`(#[^\n]*)`,
      String.raw`([ \t\f\r]+)`,
      String.raw`(\*\*=?|\/\/=?|<<=?|>>=?|->|:=|[-+*/%@&|^=<>!]=|.)`,
    ].join('|'),
    'gisuy',
  );
const STRING = '"';
const NUMBER = '0';

/**
 * Takes Python apart: comments, doc strings, imports, decorators, parameters, arguments handed on under
 * their own names and trailing commas dropped, each string and number one token, whatever it says. No
 * parser; what is no Python gives some tokens too. Never throws.
 */
export function pythonTokens(text: string): Tokens {
  const reader = new Reader(text.slice(0, LONGEST));
  reader.read();
  return reader;
}

const isWord = (word: string | undefined) => word !== undefined && /^[A-Za-z_\u0080-\uffff]/.test(word);

class Reader implements Tokens {
  readonly words: string[] = [];
  readonly lines: number[] = [];
  readonly #text: string;
  #line = 1;
  #depth = 0;
  /** Where the statement under way began in `words`. */
  #start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    const token = tokenPattern();
    for (;;) {
      const at = token.lastIndex;
      const hit = token.exec(this.#text);
      if (hit === null || hit[0] === '') break;
      const [word, long, short, name, number, joined, newline, comment, blank] = hit;
      if (long !== undefined) token.lastIndex = this.#string(at + long.length, long.slice(-3), true);
      else if (short !== undefined) token.lastIndex = this.#string(at + short.length, short.slice(-1), false);
      else if (newline !== undefined) this.#endLine();
      else if (joined !== undefined) this.#line += 1;
      else if (comment === undefined && blank === undefined)
        this.#add(name ?? (number === undefined ? word : NUMBER));
    }
    this.#endStatement();
  }

  #add(word: string): void {
    if (/^[([{]$/.test(word)) this.#depth += 1;
    if (this.#depth > 0 && (word === ',' || word === ')')) this.#dropHandedOn();
    if (/^[)\]}]$/.test(word)) {
      this.#depth = Math.max(0, this.#depth - 1);
      // A trailing comma is a formatter's.
      if (this.words.at(-1) === ',') {
        this.words.pop();
        this.lines.pop();
      }
    }
    this.words.push(word);
    this.lines.push(this.#line);
  }

  /**
   * Drops an argument that is handed on under its own name, `mask=mask` or `mask=outputs.mask`: as with
   * parameters, whoever calls a library writes it so.
   */
  #dropHandedOn(): void {
    const { words } = this;
    const name = words.at(-1);
    if (name === undefined || !isWord(name)) return;
    let at = words.length - 2;
    while (words[at] === '.' && isWord(words[at - 1])) at -= 2;
    const before = words[at - 2];
    if (words[at] !== '=' || words[at - 1] !== name || (before !== '(' && before !== ',')) return;
    words.length = before === ',' ? at - 2 : at - 1;
    this.lines.length = words.length;
  }

  /** Goes behind a string that begins before `from`; an unclosed one ends with its line. */
  #string(from: number, quote: string, long: boolean): number {
    const begun = this.#line;
    let at = from;
    for (; at < this.#text.length; at += 1) {
      const letter = this.#text[at];
      if (letter === '\\') at += 1;
      else if (letter === '\n' && !long) break;
      else if (this.#text.startsWith(quote, at)) {
        at += quote.length;
        break;
      }
      if (this.#text[at] === '\n') this.#line += 1;
    }
    this.words.push(STRING);
    this.lines.push(begun);
    return Math.min(at, this.#text.length);
  }

  #endLine(): void {
    if (this.#depth === 0) this.#endStatement();
    this.#line += 1;
  }

  /**
   * Drops imports, decorators, statements that are a string alone (doc strings), and the parameters of
   * functions: what a library calls has the parameters that it asks for, whoever wrote it.
   */
  #endStatement(): void {
    const first = this.words[this.#start];
    const length = this.words.length - this.#start;
    if (first === 'import' || first === 'from' || first === '@' || (first === STRING && length === 1)) {
      this.words.length = this.#start;
      this.lines.length = this.#start;
    }
    const name = first === 'async' ? 3 : 2;
    if ((first === 'def' || (first === 'async' && this.words[this.#start + 1] === 'def')) && length > name) {
      this.words.length = this.#start + name;
      this.lines.length = this.#start + name;
    }
    this.#start = this.words.length;
  }
}
