import { gramAt, GRAM, isSampled } from './fingerprint.ts';
import type { HashedWords } from './normalize-text.ts';
import { findGram, type TextIndex } from './text-index.ts';

/** A text held against the index: which gram of the index starts at each word, -1 for none. */
export interface TextLookup {
  readonly words: HashedWords;
  readonly grams: Uint32Array;
  readonly found: Int32Array;
}

/** One text of the index as a candidate, with where the words that it shares lie. */
export interface TextCandidate {
  readonly text: number;
  /** Stretches of words, from first to last shared gram; the end is exclusive. */
  readonly segments: readonly (readonly [from: number, to: number])[];
  /** Different sampled grams shared within the segments. */
  readonly hits: number;
  /** Shared over all sampled grams of the text. */
  readonly score: number;
  /** Words that the candidate explains less words that it lacks: what candidates are ranked by. */
  readonly net: number;
}

export function lookUp(words: HashedWords, index: TextIndex): TextLookup {
  const length = Math.max(words.count - GRAM + 1, 0);
  const grams = new Uint32Array(length);
  const found = new Int32Array(length);
  for (let at = 0; at < length; at += 1) {
    const gram = gramAt(words.hashes, at);
    grams[at] = gram;
    found[at] = findGram(index, gram);
  }
  return { words, grams, found };
}

const KEPT = 8;
/** A text this small is known by its exact words only. */
const TINY = 8;
/** A text of few grams must be there with more of them: chance finds three of six, never thirty of sixty. */
const SMALL = 60;
const FLOOR_SMALL = 0.6;
const FULL = 0.9;

const HALF = 0.5;
const CLEARLY = 0.07;

/**
 * The texts that share most with the words that are free, best first. `floor` is the least share of the text.
 */
export function candidatesFor(
  looked: TextLookup,
  free: Uint8Array,
  index: TextIndex,
  floor: number,
): readonly TextCandidate[] {
  const { hits, marks, met } = counted(looked, free, index);
  const rough: { text: number; net: number }[] = [];
  for (const text of met) {
    const size = index.size[text] ?? 0;
    const shift = index.shift[text] ?? 0;
    const own = hits[text] ?? 0;
    if (size < TINY || own < size * Math.max(floor, size << shift < SMALL ? FLOOR_SMALL : 0)) continue;
    rough.push({ text, net: ((2 * own - size) << shift) + markNet(text, marks, index) });
  }
  if (rough.length === 0) return [];
  rough.sort((a, b) => b.net - a.net);
  const near: TextCandidate[] = [];
  const stamps = new Int32Array(index.grams.length + 1);
  let best: TextCandidate | undefined;
  for (const { text, net } of rough.slice(0, KEPT)) {
    // What a text shares in one place is no more than what it shares in all.
    if (best && net < (best.score < FULL ? best.net * HALF : best.net)) break;
    const candidate = located(text, looked, free, index, markNet(text, marks, index), stamps);
    if (candidate.score < floor) continue;
    near.push(candidate);
    if (!best || candidate.net > best.net) best = candidate;
  }
  near.sort((a, b) => b.net - a.net);
  // A license that is all there goes before a longer one that is there in part, whose extra text may be
  // another's: the file of Llama 3 ends with a use policy much like that of 3.1.
  const full =
    best && best.score < FULL
      ? near.find(
          ({ score, net }) =>
            score >= FULL && score >= (best?.score ?? 0) + CLEARLY && net >= (best?.net ?? 0) * HALF,
        )
      : undefined;
  return full ? [full, ...near.filter((one) => one !== full)] : near;
}

function markNet(text: number, marks: Uint16Array, index: TextIndex): number {
  return 2 * (marks[text] ?? 0) - (index.marks[text] ?? 0);
}

/** How many sampled grams and marks each text shares, and the texts that share any, in their order. */
function counted(
  { grams, found }: TextLookup,
  free: Uint8Array,
  index: TextIndex,
): { hits: Uint16Array; marks: Uint16Array; met: Uint16Array } {
  const { ids, shift, holders, setStart, setTexts } = index;
  const texts = ids.length;
  const hits = new Uint16Array(texts);
  const marks = new Uint16Array(texts);
  const met: number[] = [];
  const seen = new Uint8Array(index.grams.length);
  const count = (text: number, gram: number) => {
    if (hits[text] === 0 && marks[text] === 0) met.push(text);
    const counts = isSampled(gram, shift[text] ?? 0) ? hits : marks;
    counts[text] = (counts[text] ?? 0) + 1;
  };
  for (let at = 0; at < found.length; at += 1) {
    const number = found[at] ?? -1;
    if (number < 0 || seen[number] === 1 || free[at] === 0) continue;
    seen[number] = 1;
    const gram = grams[at] ?? 0;
    const holder = holders[number] ?? 0;
    if (holder < texts) {
      count(holder, gram);
      continue;
    }
    const end = setStart[holder - texts + 1] ?? 0;
    for (let one = setStart[holder - texts] ?? 0; one < end; one += 1) {
      count(setTexts[one] ?? 0, gram);
    }
  }
  return { hits, marks, met: Uint16Array.from(met).sort() };
}

/** Says for each gram of the index whether a text holds it; each set is read once. */
export function holderOf(text: number, index: TextIndex): (gram: number) => boolean {
  const { ids, holders, setStart, setTexts } = index;
  const memo = new Int8Array(setStart.length);
  return (gram) => {
    const holder = holders[gram] ?? 0;
    if (holder < ids.length) return holder === text;
    const set = holder - ids.length;
    let known = memo[set] ?? 0;
    if (known === 0) {
      known = setTexts.subarray(setStart[set], setStart[set + 1]).includes(text) ? 1 : -1;
      memo[set] = known;
    }
    return known === 1;
  };
}

interface Cluster {
  readonly from: number;
  to: number;
  /** Different grams. */
  count: number;
}

/**
 * Finds where a text lies: the run of shared grams with most of it, and further runs that add what that one
 * lacks. `stamps` is scratch space over the grams of the index, its last cell the newest stamp: stamps only
 * grow, so that nothing need be cleared.
 */
function located(
  text: number,
  looked: TextLookup,
  free: Uint8Array,
  index: TextIndex,
  marks: number,
  stamps: Int32Array,
): TextCandidate {
  const { found, grams } = looked;
  const shift = index.shift[text] ?? 0;
  const size = index.size[text] ?? 0;
  const holds = holderOf(text, index);
  const gap = 60 + (20 << shift);
  const shared = (at: number): number => {
    const number = found[at] ?? -1;
    return number >= 0 && free[at] === 1 && isSampled(grams[at] ?? 0, shift) && holds(number) ? number : -1;
  };
  const counter = stamps.length - 1;
  let stamp = stamps[counter] ?? 0;
  const clusters: Cluster[] = [];
  let last: Cluster | undefined;
  for (let at = 0; at < found.length; at += 1) {
    const number = shared(at);
    if (number < 0) continue;
    if (!last || at - last.to > gap) {
      clusters.push((last = { from: at, to: at, count: 0 }));
      stamp += 1;
    }
    last.to = at + GRAM;
    if (stamps[number] !== stamp) last.count += 1;
    stamps[number] = stamp;
  }
  clusters.sort((a, b) => b.count - a.count);

  stamp += 1;
  let hits = 0;
  const segments: [number, number][] = [];
  for (const { from, to, count } of clusters.slice(0, 32)) {
    const least = segments.length > 0 ? Math.max(3, size * 0.05) : 0;
    if (count < least) break;
    const fresh: number[] = [];
    for (let at = from; at < to; at += 1) {
      const number = shared(at);
      if (number >= 0 && stamps[number] !== stamp) fresh.push(number);
    }
    if (fresh.length < least) continue;
    for (const number of fresh) {
      if (stamps[number] !== stamp) hits += 1;
      stamps[number] = stamp;
    }
    segments.push([from, to]);
  }
  stamps[counter] = stamp;
  segments.sort(([a], [b]) => a - b);
  return { text, segments, hits, score: hits / size, net: ((2 * hits - size) << shift) + marks };
}
