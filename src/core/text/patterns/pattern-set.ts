import type { Parts } from './parts.ts';
import { ask, holdsAll, stemListOf, type StemList, type Stems } from './stem-lists.ts';

/**
 * One way of saying something: an expression for text in lower case, in which `~3~` stands for a shared part,
 * and its stems, lists of each of which every match holds a word.
 */
export type Pattern = readonly [expression: string, ...stems: readonly Stems[]];

/** Where words stand in a text, and as it spells them. */
export interface Hit {
  readonly index: number;
  readonly text: string;
}

/** Writes letters that are written in several ways in one, each in its place. */
export type Fold = (lower: string) => string;

/** How letters are folded of which each list holds one way to write it first, and then the others. */
export function foldOf(letters: readonly string[]): Fold {
  const first = new Map(
    letters.flatMap(([letter = '', ...others]) => others.map((other) => [other, letter] as const)),
  );
  const others = new RegExp(`[${[...first.keys()].join('')}]`, 'g');
  let last = { text: '', folded: '' };
  return (text) => {
    if (last.text !== text)
      last = { text, folded: text.replace(others, (letter) => first.get(letter) ?? letter) };
    return last.folded;
  };
}

/** What all ways of a set have in common. */
interface Shared {
  /** Makes of a way's expression the one that is matched. */
  readonly around?: ((way: string) => string) | undefined;
  /** What stands for `~3~` in it. */
  readonly parts?: Parts | undefined;
  /**
   * Of each way lists like its stems that only the text it is matched against must hold, not the source of
   * that text.
   */
  readonly stretches?: readonly (readonly Stems[])[] | undefined;
  /** Makes of a text in lower case the one of the same length that is asked instead. */
  readonly fold?: Fold | undefined;
}

/** A way's expression as the engine prepared it. */
interface Made {
  readonly source: string;
  readonly pattern: RegExp;
  /** How often it was prepared for a text, with the choices alone that stand in that text. */
  readonly times: number;
}

/** A way that was prepared for so many texts is prepared for all: it is asked of many. */
const MOST_TIMES = 3;

const NONE: readonly StemList[] = [];

type Place = readonly [at: number, length: number];

let last = { text: '', lower: '' };

/**
 * A text in lower case, each letter in its place: expressions that ignore case take the engine twice as long
 * to prepare.
 */
function lowered(text: string): string {
  if (last.text === text) return last.lower;
  const whole = text.toLowerCase();
  // Of all letters only the Turkish I grows with it.
  const lower =
    whole.length === text.length ? whole : text.replace(/[^\u0130]+/g, (part) => part.toLowerCase());
  last = { text, lower };
  return lower;
}

/** The engine takes long to prepare for all of Unicode: only where a class asks for it. */
export const compilePattern = (source: string, flags: string) =>
  new RegExp(source, source.includes('\\p{') ? `${flags}u` : flags);

/**
 * Ways to say one thing. Matches as one expression of all would, the leftmost and of those the first,
 * whatever the case; but each way is compiled for texts alone that hold its stems, since one expression of
 * all takes longer to compile than a card to read.
 */
export class PatternSet {
  readonly #ways: readonly Pattern[];
  readonly #shared: Shared;
  /** The lists of each way's stretches, made when it is asked first. */
  readonly #lists: (readonly StemList[])[] = [];
  readonly #made: Made[] = [];
  /** The lists of each way's stems, made when the set is asked first. */
  #stems: readonly (readonly StemList[])[] | undefined;

  constructor(ways: readonly Pattern[], shared: Shared = {}) {
    this.#ways = ways;
    this.#shared = shared;
  }

  /** False only where a text, in lower case, says it in no way. */
  mayStandIn(lower: string): boolean {
    return this.#nextHeld(this.#shared.fold?.(lower) ?? lower, 0) < this.#ways.length;
  }

  test(text: string): boolean {
    const lower = this.#folded(text);
    const { length } = this.#ways;
    for (let nth = this.#nextHeld(lower, 0); nth < length; nth = this.#nextHeld(lower, nth + 1))
      if (this.#at(lower, nth, 0) !== undefined) return true;
    return false;
  }

  find(text: string): Hit | undefined {
    return this.#hits(text).next().value;
  }

  /** All, one behind the other. */
  all(text: string): Hit[] {
    return [...this.#hits(text)];
  }

  /** Each way goes over the text once: what it found is kept until another's match has passed it. */
  *#hits(text: string): Generator<Hit, undefined> {
    const lower = this.#folded(text);
    const open: { readonly nth: number; next: Place | undefined }[] = [];
    const { length } = this.#ways;
    for (let nth = this.#nextHeld(lower, 0); nth < length; nth = this.#nextHeld(lower, nth + 1))
      open.push({ nth, next: this.#at(lower, nth, 0) });
    for (;;) {
      let best: Place | undefined;
      for (const { next } of open) if (next && (best === undefined || next[0] < best[0])) best = next;
      if (!best) return undefined;
      const [at, length] = best;
      yield { index: at, text: text.slice(at, at + length) };
      const from = at + Math.max(1, length);
      for (const one of open) if (one.next && one.next[0] < from) one.next = this.#at(lower, one.nth, from);
    }
  }

  #folded(text: string): string {
    const lower = lowered(text);
    return this.#shared.fold?.(lower) ?? lower;
  }

  /** The first way from one on whose stems a text holds; behind the last where there is none. */
  #nextHeld(lower: string, from: number): number {
    const stems = (this.#stems ??= this.#ways.map(([, ...lists]) => lists.map(stemListOf)));
    const asked = ask(lower);
    let nth = from;
    while (nth < stems.length && !holdsAll(asked, stems[nth]!)) nth += 1;
    return nth;
  }

  #at(lower: string, nth: number, from: number): Place | undefined {
    const way = this.#ways[nth] as Pattern;
    const [expression, first] = way;
    // Plain words are their own stem.
    if (
      this.#shared.around === undefined &&
      way.length === 2 &&
      first?.length === 1 &&
      first[0] === expression
    ) {
      const at = lower.indexOf(expression, from);
      return at < 0 ? undefined : [at, expression.length];
    }
    const lists = (this.#lists[nth] ??= this.#shared.stretches?.[nth]?.map(stemListOf) ?? NONE);
    if (!holdsAll(ask(lower), lists)) return undefined;
    const pattern = this.#patternFor(lower, nth, expression);
    if (pattern === undefined) return undefined;
    pattern.lastIndex = from;
    const hit = pattern.exec(lower);
    return hit ? [hit.index, hit[0].length] : undefined;
  }

  /** A way's expression, or one that finds the same in this text; undefined where it finds nothing. */
  #patternFor(lower: string, nth: number, expression: string): RegExp | undefined {
    const known = this.#made[nth];
    const { around, parts } = this.#shared;
    if (known && known.times > MOST_TIMES) return known.pattern;
    const all = around?.(expression) ?? expression;
    const times = (known?.times ?? 0) + 1;
    const isWhole = parts === undefined || !all.includes('~') || times > MOST_TIMES;
    const source = isWhole ? (parts?.whole(all) ?? all) : parts.narrowed(all, lower);
    if (source === null) return undefined;
    if (known?.source === source) return known.pattern;
    const pattern = compilePattern(source, 'g');
    this.#made[nth] = { source, pattern, times: isWhole ? MOST_TIMES + 1 : times };
    return pattern;
  }
}
