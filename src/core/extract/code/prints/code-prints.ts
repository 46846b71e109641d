import { pythonTokens } from './python-tokens.ts';

/** A way to fold tokens: `names` lets own names stand, `shape` only those of the language and torch. */
export type Fold = 'names' | 'shape';
export const FOLDS: readonly Fold[] = ['names', 'shape'];

/** How many tokens are one fingerprint. */
export const GRAM: Readonly<Record<Fold, number>> = { names: 16, shape: 24 };
/**
 * One of four is kept: those whose hash ends with two zeros. Forty lines of code are some 60 of them; with
 * one of eight a stretch of that length had too few to be told from what people write alike.
 */
const SAMPLED_BITS = 2;
const SAMPLED = 2 ** SAMPLED_BITS - 1;
/** How many bits of a fingerprint the index holds: enough that one in a hundred is on record by chance. */
export const PRINT_BITS = 23;
/** The part of a fingerprint that the index holds. */
export const heldPart = (print: number): number => (print >>> SAMPLED_BITS) & (2 ** PRINT_BITS - 1);

/** The fingerprints of a file in their order, one folding: hashes of 32 bits. */
export interface Prints {
  readonly prints: Uint32Array;
  /** The line on which each begins and the one on which it ends. */
  readonly lines: readonly (readonly [from: number, to: number])[];
}

/** The fingerprints of a Python file's code in both foldings. `known`: names that `shape` lets stand. */
export function codePrints(text: string, known: ReadonlySet<string>): Readonly<Record<Fold, Prints>> {
  const { words, lines } = pythonTokens(text);
  const family = familyIn(words);
  const named = words.map((word) => foldedName(word, family));
  const shaped = words.map((word) => (isName(word) && !known.has(word) ? 'I' : word));
  return { names: sampled(named, lines, GRAM.names), shape: sampled(shaped, lines, GRAM.shape) };
}

const isName = (word: string) => /^[A-Za-z_\u0080-\uffff]/.test(word);

/** What most class names begin with, in lower case: the family's own name, whatever it is. */
function familyIn(words: readonly string[]): string | undefined {
  const votes = new Map<string, number>();
  let classes = 0;
  words.forEach((word, at) => {
    if (words[at - 1] !== 'class') return;
    classes += 1;
    const first = /^[A-Z]+(?![a-z])|^[A-Z][a-z0-9]+/.exec(word)?.[0].toLowerCase();
    if (first !== undefined && first.length > 1) votes.set(first, (votes.get(first) ?? 0) + 1);
  });
  const [best] = [...votes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return best !== undefined && best[1] > 1 && best[1] * 3 >= classes ? best[0] : undefined;
}

/** CamelCase is `C`, a constant `K`, what holds the family's name `F`: renaming a class hides nothing. */
function foldedName(word: string, family: string | undefined): string {
  if (!isName(word)) return word;
  if (family !== undefined && word.toLowerCase().includes(family)) return /^[A-Z]/.test(word) ? 'C' : 'F';
  if (/^_?[A-Z][A-Z0-9_]+$/.test(word)) return 'K';
  return /^_?[A-Z]\w*[a-z]/.test(word) ? 'C' : word;
}

const PRIME = 0x01000193;
const BASE = 0x85ebca6b;

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return mixed(hash);
}

function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function sampled(words: readonly string[], lines: readonly number[], length: number): Prints {
  const cache = new Map<string, number>();
  const hashes = words.map((word) => {
    const before = cache.get(word);
    if (before !== undefined) return before;
    const hash = hashOf(word);
    cache.set(word, hash);
    return hash;
  });
  let highest = 1;
  for (let step = 1; step < length; step += 1) highest = Math.imul(highest, BASE);
  const prints: number[] = [];
  const places: (readonly [number, number])[] = [];
  let rolling = 0;
  hashes.forEach((hash, at) => {
    if (at >= length) rolling = (rolling - Math.imul(hashes[at - length] ?? 0, highest)) | 0;
    rolling = (Math.imul(rolling, BASE) + hash) | 0;
    if (at < length - 1) return;
    const print = mixed(rolling);
    if ((print & SAMPLED) !== 0) return;
    prints.push(print);
    places.push([lines[at - length + 1] ?? 1, lines[at] ?? 1]);
  });
  return { prints: Uint32Array.from(prints), lines: places };
}
