/** Words of which a text holds one. */
export type Stems = readonly string[];

/** So many places for pairs of letters: of a language's pairs, some hundreds, few fall together. */
const PAIRS = 4096;
const placeOf = (one: number, next: number) => (one * 31 + next) & (PAIRS - 1);
/** Texts of a run whose letters are not noted: while code is new, looking for the words takes less. */
const FIRST = 3000;

/** One of the last texts asked, its number, and under that number the pairs of letters that it holds. */
export interface Asked {
  text: string;
  turn: number;
  readonly pairs: Uint32Array;
}

/** The last two, the newest first: a sentence is asked as it is and with slots for its names. */
let newest: Asked = { text: '', turn: 1, pairs: new Uint32Array(PAIRS) };
let older: Asked = { text: '', turn: 2, pairs: new Uint32Array(PAIRS) };
let turns = 2;

/** Makes a text the newest one. No list keeps a card's text alive: it keeps the number. */
export function ask(lower: string): Asked {
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
export class StemList {
  readonly #stems: Stems;
  #ends: Ends | undefined;
  #turn = 0;
  #isHeld = false;

  constructor(stems: Stems) {
    this.#stems = stems;
  }

  /** Whether a text in lower case holds one. */
  standsIn(asked: Asked): boolean {
    if (this.#turn === asked.turn) return this.#isHeld;
    this.#turn = asked.turn;
    return (this.#isHeld = this.#holdsOne(asked));
  }

  #holdsOne({ text, turn, pairs }: Asked): boolean {
    const stems = this.#stems;
    const ends = turn > FIRST ? (this.#ends ??= endsOf(stems)) : undefined;
    for (let nth = 0; nth < stems.length; nth += 1)
      if (
        (ends === undefined ||
          (holdsPair(pairs, ends[0][nth]!, turn) && holdsPair(pairs, ends[1][nth]!, turn))) &&
        text.includes(stems[nth]!)
      )
        return true;
    return false;
  }
}

/** The places of each stem's first two letters, and of its last two. */
type Ends = readonly [first: readonly number[], last: readonly number[]];

const endsOf = (stems: Stems): Ends => [
  stems.map((stem) => pairAt(stem, 0)),
  stems.map((stem) => pairAt(stem, stem.length - 2)),
];

/** The place of two letters of a stem; -1 where it has one alone. */
const pairAt = (stem: string, at: number) =>
  stem.length < 2 ? -1 : placeOf(stem.charCodeAt(at), stem.charCodeAt(at + 1));

const holdsPair = (pairs: Uint32Array, place: number, turn: number) => place < 0 || pairs[place] === turn;

/** One for each list of the data: the sets that share a list ask it once. */
const made = new WeakMap<Stems, StemList>();

export function stemListOf(stems: Stems): StemList {
  const known = made.get(stems) ?? new StemList(stems);
  made.set(stems, known);
  return known;
}

/** Whether a text holds a stem of each list; nothing is made for the asking, since every sentence asks. */
export function holdsAll(asked: Asked, lists: readonly StemList[]): boolean {
  for (let nth = 0; nth < lists.length; nth += 1) if (!lists[nth]!.standsIn(asked)) return false;
  return true;
}
