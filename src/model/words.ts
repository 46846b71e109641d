/** In lower case: of each list, every text that holds certain words has at least one. */
export type Stems = readonly (readonly string[])[];

/** One way of saying something, an expression for text in lower case, and its stems. */
export type Way = readonly [expression: string, ...stems: Stems];

/** Where words stand in a text, and as it spells them. */
export interface Hit {
  readonly index: number;
  readonly text: string;
}

/** Whether a text, in lower case, may hold the words that the stems belong to. */
export function mayHold(lower: string, stems: Stems): boolean {
  return stems.every((list) => list.some((stem) => lower.includes(stem)));
}

let last = { text: '', lower: '' };

/** A text in lower case, each letter in its place: expressions that ignore case take the engine twice as long to prepare. */
function lowered(text: string): string {
  if (last.text === text) return last.lower;
  const whole = text.toLowerCase();
  // Of all letters only the Turkish I grows with it.
  const lower = whole.length === text.length ? whole : text.replace(/[^\u0130]+/g, (part) => part.toLowerCase());
  last = { text, lower };
  return lower;
}

/** The engine takes long to prepare for all of Unicode: only where a class asks for it. */
export const made = (source: string, flags: string) => new RegExp(source, source.includes('\\p{') ? `${flags}u` : flags);

/**
 * Ways to say one thing. Matches as one expression of all would, the leftmost and of those the first, whatever the case; but
 * each way is compiled for texts alone that hold its stems, since one expression of all takes longer to compile than a card to
 * read.
 */
export class Words {
  readonly #ways: readonly Way[];
  readonly #around: ((way: string) => string) | undefined;
  readonly #made: RegExp[] = [];

  constructor(ways: readonly Way[], around?: (way: string) => string) {
    this.#ways = ways;
    this.#around = around;
  }

  get stems(): readonly Stems[] {
    return this.#ways.map(([, ...stems]) => stems);
  }

  /** False only where a text, in lower case, says it in no way. */
  mayStandIn(lower: string): boolean {
    return this.#ways.some((way) => holds(lower, way));
  }

  test(text: string): boolean {
    const lower = lowered(text);
    return this.#ways.some((way, nth) => holds(lower, way) && this.#at(lower, way, nth, 0) !== undefined);
  }

  /** The first that stands at an offset or behind it. */
  find(text: string, from = 0): Hit | undefined {
    const lower = lowered(text);
    let best: readonly [at: number, length: number] | undefined;
    for (const [nth, way] of this.#ways.entries()) {
      const found = holds(lower, way) ? this.#at(lower, way, nth, from) : undefined;
      if (found && (best === undefined || found[0] < best[0])) best = found;
    }
    return best && { index: best[0], text: text.slice(best[0], best[0] + best[1]) };
  }

  /** All, one behind the other. */
  all(text: string): Hit[] {
    const found: Hit[] = [];
    for (let hit = this.find(text); hit; hit = this.find(text, hit.index + Math.max(1, hit.text.length))) found.push(hit);
    return found;
  }

  #at(lower: string, way: Way, nth: number, from: number): readonly [at: number, length: number] | undefined {
    const [expression, first] = way;
    // Plain words are their own stem.
    if (this.#around === undefined && way.length === 2 && first?.length === 1 && first[0] === expression) {
      const at = lower.indexOf(expression, from);
      return at < 0 ? undefined : [at, expression.length];
    }
    const pattern = (this.#made[nth] ??= made(this.#around?.(expression) ?? expression, 'g'));
    pattern.lastIndex = from;
    const hit = pattern.exec(lower);
    return hit ? [hit.index, hit[0].length] : undefined;
  }
}

/** The same for a way, whose stems are all but its first: no list is made for the asking, since every sentence asks for hundreds. */
function holds(lower: string, way: Way): boolean {
  for (let nth = 1; nth < way.length; nth += 1) if (!(way[nth] as readonly string[]).some((stem) => lower.includes(stem))) return false;
  return true;
}
