/**
 * One way of saying something: an expression for text in lower case, and its stems, lists of each of which
 * every match holds a word.
 */
export type Pattern = readonly [expression: string, ...stems: readonly Stems[]];

/** Words of which a text holds one. */
type Stems = readonly string[];

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
  readonly #around: ((way: string) => string) | undefined;
  readonly #stretches: readonly (readonly Stems[])[];
  /** … and of those stretches, of each way when it is asked first. */
  readonly #lists: (readonly StemList[])[] = [];
  readonly #fold: Fold | undefined;
  readonly #made: RegExp[] = [];
  /** The lists of each way's stems, made when the set is asked first. */
  #stems: readonly (readonly StemList[])[] | undefined;

  /**
   * `around` makes of a way's expression the one that is matched; `stretches` are of each way lists like its
   * stems that only the text it is matched against must hold, not the source of that text; `fold` makes of
   * a text in lower case the one of the same length that is asked instead.
   */
  constructor(
    ways: readonly Pattern[],
    around?: (way: string) => string,
    stretches: readonly (readonly Stems[])[] = [],
    fold?: Fold,
  ) {
    this.#ways = ways;
    this.#around = around;
    this.#stretches = stretches;
    this.#fold = fold;
  }

  /** False only where a text, in lower case, says it in no way. */
  mayStandIn(lower: string): boolean {
    return this.#nextHeld(this.#fold?.(lower) ?? lower, 0) < this.#ways.length;
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
    return this.#fold?.(lower) ?? lower;
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
    if (this.#around === undefined && way.length === 2 && first?.length === 1 && first[0] === expression) {
      const at = lower.indexOf(expression, from);
      return at < 0 ? undefined : [at, expression.length];
    }
    const lists = (this.#lists[nth] ??= this.#stretches[nth]?.map(stemListOf) ?? NONE);
    if (!holdsAll(ask(lower), lists)) return undefined;
    const pattern = (this.#made[nth] ??= compilePattern(this.#around?.(expression) ?? expression, 'g'));
    pattern.lastIndex = from;
    const hit = pattern.exec(lower);
    return hit ? [hit.index, hit[0].length] : undefined;
  }
}

/** So many places for pairs of letters: of a language's pairs, some hundreds, few fall together. */
const PAIRS = 4096;
const placeOf = (one: number, next: number) => (one * 31 + next) & (PAIRS - 1);
/** Texts of a run whose letters are not noted: while code is new, looking for the words takes less. */
const FIRST = 3000;

/** One of the last texts asked, its number, and under that number the pairs of letters that it holds. */
interface Asked {
  text: string;
  turn: number;
  readonly pairs: Uint32Array;
}

/** The last two, the newest first: a sentence is asked as it is and with slots for its names. */
let newest: Asked = { text: '', turn: 1, pairs: new Uint32Array(PAIRS) };
let older: Asked = { text: '', turn: 2, pairs: new Uint32Array(PAIRS) };
let turns = 2;

/** Makes a text the newest one. No list keeps a card's text alive: it keeps the number. */
function ask(lower: string): Asked {
  if (newest.text !== lower) [newest, older] = [older, newest];
  if (newest.text !== lower) {
    newest.text = lower;
    newest.turn = turns += 1;
    if (turns > FIRST) notePairs(lower, newest.pairs, turns);
  }
  return newest;
}

function notePairs(lower: string, pairs: Uint32Array, turn: number): void {
  for (let at = 1; at < lower.length; at += 1)
    pairs[placeOf(lower.charCodeAt(at - 1), lower.charCodeAt(at))] = turn;
}

/**
 * A list of stems and its last answer: ways share their lists, and of each sentence hundreds are asked, most
 * of them again and again. A stem whose first or last two letters stand nowhere in a text is not looked for.
 */
class StemList {
  readonly #stems: Stems;
  #ends: readonly [first: number[], last: number[]] | undefined;
  #turn = 0;
  #isHeld = false;

  constructor(stems: Stems) {
    this.#stems = stems;
  }

  /** Whether a text in lower case holds one. */
  standsIn(asked: Asked): boolean {
    if (this.#turn === asked.turn) return this.#isHeld;
    this.#turn = asked.turn;
    return (this.#isHeld = asked.turn > FIRST ? this.#holdsBoth(asked) : this.#holds(asked.text));
  }

  #holds(text: string): boolean {
    const stems = this.#stems;
    for (let nth = 0; nth < stems.length; nth += 1) if (text.includes(stems[nth]!)) return true;
    return false;
  }

  #holdsBoth({ text, turn, pairs }: Asked): boolean {
    const stems = this.#stems;
    const [first, last] = (this.#ends ??= [
      stems.map((stem) => pairAt(stem, 0)),
      stems.map((stem) => pairAt(stem, stem.length - 2)),
    ]);
    for (let nth = 0; nth < stems.length; nth += 1)
      if (
        holdsPair(pairs, first[nth]!, turn) &&
        holdsPair(pairs, last[nth]!, turn) &&
        text.includes(stems[nth]!)
      )
        return true;
    return false;
  }
}

/** The place of two letters of a stem; -1 where it has one alone. */
const pairAt = (stem: string, at: number) =>
  stem.length < 2 ? -1 : placeOf(stem.charCodeAt(at), stem.charCodeAt(at + 1));

const holdsPair = (pairs: Uint32Array, place: number, turn: number) => place < 0 || pairs[place] === turn;

/** One for each list of the data: the sets that share a list ask it once. */
const made = new WeakMap<Stems, StemList>();

function stemListOf(stems: Stems): StemList {
  const known = made.get(stems) ?? new StemList(stems);
  made.set(stems, known);
  return known;
}

const NONE: readonly StemList[] = [];

/** Whether a text holds a stem of each list; nothing is made for the asking, since every sentence asks. */
function holdsAll(asked: Asked, lists: readonly StemList[]): boolean {
  for (let nth = 0; nth < lists.length; nth += 1) if (!lists[nth]!.standsIn(asked)) return false;
  return true;
}
