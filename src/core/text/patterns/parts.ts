/**
 * One of several expressions, with words of which each of its matches holds one: a number stands for so many
 * of its first letters. Without any it may match in every text. One that is a word is its own.
 */
export type Choice = string | readonly [expression: string, ...stems: readonly (string | number)[]];

/** What expressions share: an expression, or the choices of a group. */
export type Part = string | readonly Choice[];

/**
 * The parts of a language's expressions, in which the third is written `~3~`, and `~3!~` where every match
 * holds one of that part.
 */
export class Parts {
  readonly #parts: readonly Part[];
  /** The text asked last, and what its parts are for it: null for a part that no text like it holds. */
  #text: string | undefined;
  #narrowed: (string | null)[] = [];

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  /** An expression with all its parts. */
  whole(expression: string): string {
    return expression.replace(PLACE, (_, nth: string) => {
      const part = this.#parts[Number(nth)] ?? '';
      return typeof part === 'string'
        ? this.whole(part)
        : group(part.map((one) => this.whole(typeof one === 'string' ? one : one[0])));
    });
  }

  /**
   * An expression that finds in a text, in lower case, what the whole one does, without the choices of which
   * the text holds no word: the engine prepares a short expression ten times as fast. Null where it finds
   * nothing.
   */
  narrowed(expression: string, text: string): string | null {
    if (this.#text !== text) {
      this.#text = text;
      this.#narrowed = [];
    }
    let isLost = false;
    const left = expression.replace(PLACE, (_, nth: string, isHeld: string) => {
      if (isLost) return '';
      const part = this.#partFor(Number(nth), text);
      if (part === null && isHeld !== '') isLost = true;
      return part ?? NOTHING;
    });
    return isLost ? null : left;
  }

  #partFor(nth: number, text: string): string | null {
    const known = this.#narrowed[nth];
    return known === undefined ? (this.#narrowed[nth] = this.#narrow(this.#parts[nth] ?? '', text)) : known;
  }

  #narrow(part: Part, text: string): string | null {
    if (typeof part === 'string') return this.narrowed(part, text);
    const left: string[] = [];
    for (const one of part) {
      const choice = mayStandIn(text, one) ? this.#choice(one, text) : null;
      if (choice !== null) left.push(choice);
    }
    return left.length === 0 ? null : group(left);
  }

  #choice(one: Choice, text: string): string | null {
    return typeof one === 'string' ? one : this.narrowed(one[0], text);
  }
}

/** The place of a part, and whether a match holds it. */
const PLACE = /~(\d+)(!?)~/g;

/** What no text matches, where a number of times may stand behind it. */
const NOTHING = '(?:(?!))';

const group = (choices: readonly string[]) => `(?:${choices.join('|')})`;

/** False only where a text holds no word of a choice. */
function mayStandIn(text: string, choice: Choice): boolean {
  if (typeof choice === 'string') return text.includes(choice);
  const [expression, ...stems] = choice;
  return (
    stems.length === 0 ||
    stems.some((stem) => text.includes(typeof stem === 'number' ? expression.slice(0, stem) : stem))
  );
}
