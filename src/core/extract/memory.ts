import type { Claim } from '../model/claim.ts';
import { Kept } from '../text/kept.ts';

/** Characters of keys that are remembered, in UTF-16 code units: the texts of some twenty long cards. */
const MOST = 2_000_000;

/** What a block says, with places counted from its own beginning. */
export interface Heard<L> {
  readonly claims: readonly Claim[];
  readonly listing?: L;
}

/** What stands under a key that does not tell all: whoever was heard under it asked for what may change. */
const ASKS = 'asks';

/**
 * What blocks of cards and the files beside them said, kept from one run to the next: of a repository that
 * somebody types in, all but one are as they were.
 */
export class Memory {
  readonly #blocks = new Kept<Heard<unknown> | typeof ASKS>(MOST);
  readonly #files = new Kept<readonly Claim[]>(MOST);
  readonly #numbers = new WeakMap<object, number>();
  #next = 0;

  /**
   * What a block said, or says now. The key names all that goes into it but the `circumstances`, which count
   * where they are asked for while it is heard.
   */
  ofBlock<L>(key: string, circumstances: () => string, hear: (asks: () => void) => Heard<L>): Heard<L> {
    const known = this.#blocks.get(key);
    // A key names all that went into the hearing, so that what is kept under it is of its kind.
    if (known !== undefined && known !== ASKS) return known as Heard<L>;
    const full = () => `${key}\0${circumstances()}`;
    const before = known && this.#blocks.get(full());
    if (before !== undefined && before !== ASKS) return before as Heard<L>;
    let isAsked = false;
    const heard = hear(() => (isAsked = true));
    if (isAsked) this.#blocks.set(key, ASKS);
    this.#blocks.set(isAsked ? full() : key, heard);
    return heard;
  }

  /** What a file said, or says now; the key names all that goes into it. */
  async ofFile(key: string, hear: () => Claim[] | Promise<Claim[]>): Promise<readonly Claim[]> {
    return this.#files.get(key) ?? this.#files.set(key, await hear());
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
