import type { Claim } from '../model/claim.ts';

/** Blocks that are remembered: ten cards of the most that is read of one. */
const MOST = 4000;

/** What a block says, with places counted from its own beginning. */
export interface Heard<L> {
  readonly claims: readonly Claim[];
  readonly listing?: L;
}

/**
 * What blocks of cards said, kept from one run to the next: of a card that somebody types in, all blocks but
 * one are as they were. The oldest half goes where there are too many.
 */
export class BlockMemory {
  #young = new Map<string, Heard<unknown>>();
  #old = new Map<string, Heard<unknown>>();
  readonly #numbers = new WeakMap<object, number>();
  #next = 0;

  /** What stands under a key; heard and kept where nothing does. */
  recall<L>(key: string, hear: () => Heard<L>): Heard<L> {
    const known = this.#young.get(key) ?? this.#old.get(key) ?? hear();
    if (this.#young.size >= MOST / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, known);
    // A key names all that went into the hearing, so that what is kept under it is of its kind.
    return known as Heard<L>;
  }

  /** A number by which a key may name a value that is only one. */
  numberOf(value: object | undefined): number {
    if (value === undefined) return 0;
    const number = this.#numbers.get(value) ?? (this.#next += 1);
    this.#numbers.set(value, number);
    return number;
  }
}

/** A claim whose place is counted from elsewhere. */
export function moved(claim: Claim, by: number): Claim {
  const { place } = claim;
  return 'start' in place
    ? { ...claim, place: { ...place, start: place.start + by, end: place.end + by } }
    : claim;
}
