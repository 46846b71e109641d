import type { HashedWords } from './normalize-text.ts';

/** How many words a gram holds. */
export const GRAM = 3;

/** A 32-bit hash of the gram that starts at a word; well mixed, since samples are taken by its low bits. */
export function gramAt(hashes: Uint32Array, at: number): number {
  let hash = (hashes[at] ?? 0) ^ 0x9e3779b9;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ (hashes[at + 1] ?? 0);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ (hashes[at + 2] ?? 0);
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** True where a text of which every 2^`shift`-th gram is kept keeps this one. */
export function isSampled(gram: number, shift: number): boolean {
  return (gram & ((1 << shift) - 1)) === 0;
}

const BASE_1 = 0x01000193;
const BASE_2 = 0x2c1b3c6d;

/** Rolling hashes over the words, so that any stretch has its hash in constant time. */
export interface Stretches {
  /** The two hashes of the words `[from, from + length)`. */
  hash(from: number, length: number): readonly [number, number];
}

export function stretchesOf({ hashes, count }: HashedWords): Stretches {
  const sums = [new Uint32Array(count + 1), new Uint32Array(count + 1)] as const;
  const powers = [new Uint32Array(count + 1), new Uint32Array(count + 1)] as const;
  powers[0][0] = 1;
  powers[1][0] = 1;
  for (let at = 0; at < count; at += 1) {
    const word = hashes[at] ?? 0;
    // The second sum sees other bits of the word, else both would collide together.
    const other = Math.imul(word ^ (word >>> 16), 0x45d9f3b);
    sums[0][at + 1] = Math.imul(sums[0][at] ?? 0, BASE_1) + word;
    sums[1][at + 1] = Math.imul(sums[1][at] ?? 0, BASE_2) + other;
    powers[0][at + 1] = Math.imul(powers[0][at] ?? 0, BASE_1);
    powers[1][at + 1] = Math.imul(powers[1][at] ?? 0, BASE_2);
  }
  const part = (which: 0 | 1, from: number, length: number): number =>
    ((sums[which][from + length] ?? 0) - Math.imul(sums[which][from] ?? 0, powers[which][length] ?? 0)) >>> 0;
  return { hash: (from, length) => [part(0, from, length), part(1, from, length)] };
}
