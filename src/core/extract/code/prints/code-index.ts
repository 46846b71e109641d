import { dataBytes } from '../../../data/data-source.ts';
import { FOLDS, heldPart, PRINT_BITS, type Fold } from './code-prints.ts';

/** What the fingerprints of one group have in common: the project, and the family where it is one alone. */
export interface PrintGroup {
  readonly fold: Fold;
  readonly project: string;
  /** Undefined for what several families of the project share. */
  readonly family: string | undefined;
}

/** Fingerprints of released code, by hash: whose each is. */
export interface CodeIndex {
  /** Names that the folding `shape` lets stand. */
  readonly known: ReadonlySet<string>;
  /** The group of a fingerprint; undefined for one that is not on record. */
  groupOf(fold: Fold, print: number): PrintGroup | undefined;
  /** The families of a project that have fingerprints of their own. */
  familiesOf(project: string): ReadonlySet<string>;
}

/** The head of the file: everything but the hashes. `bytes` follow one another in the order of the groups. */
export interface CodeIndexHead {
  readonly known: readonly string[];
  readonly projects: readonly string[];
  /**
   * The folding's and the project's number, the family or an empty string, how many hashes, the bits of the
   * remainder in the Rice code of their differences, how many bytes.
   */
  readonly groups: readonly (readonly [
    fold: number,
    project: number,
    family: string,
    count: number,
    rest: number,
    bytes: number,
  ])[];
}

export const MAGIC = 'LCI1';

let shipped: CodeIndex | undefined;

/** The index that licet ships; read at the first question, so only where there is code to look at. */
export const codeIndex = (): CodeIndex => (shipped ??= parseCodeIndex(dataBytes('data/code-index.bin')));

/** Reads an index as `scripts/data/build-code-index.ts` writes it. Throws where it is none. */
export function parseCodeIndex(bytes: Uint8Array): CodeIndex {
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, 4)) !== MAGIC) throw new Error('data/code-index.bin is no code index');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(4, true);
  const head = JSON.parse(decoder.decode(bytes.subarray(8, 8 + length))) as CodeIndexHead;
  const groups = head.groups.map(([nth, owner, family]): PrintGroup => ({
    fold: FOLDS[nth] ?? 'names',
    project: head.projects[owner] ?? '',
    family: family === '' ? undefined : family,
  }));
  const tables = new Map(
    FOLDS.map((fold, nth) => [
      fold,
      new PrintTable(head.groups.reduce((sum, [of, , , count]) => sum + (of === nth ? count : 0), 0)),
    ]),
  );
  let from = 8 + length;
  head.groups.forEach(([nth, , , count, rest, size], group) => {
    const table = tables.get(FOLDS[nth] ?? 'names');
    riceDecoded(bytes.subarray(from, from + size), count, rest, (print) => table?.add(print, group));
    from += size;
  });
  return {
    known: new Set(head.known),
    groupOf: (fold, print) => groups[tables.get(fold)?.get(heldPart(print)) ?? -1],
    familiesOf: (project) =>
      new Set(groups.flatMap((one) => (one.project === project && one.family ? [one.family] : []))),
  };
}

/** The number of a group for each fingerprint: fingerprints are hashes, so their own bits are the place. */
class PrintTable {
  readonly #prints: Uint32Array;
  readonly #groups: Uint16Array;

  constructor(count: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#prints = new Uint32Array(size);
    this.#groups = new Uint16Array(size);
  }

  add(print: number, group: number): void {
    const at = this.#slot(print);
    this.#prints[at] = print + 1;
    this.#groups[at] = group;
  }

  get(print: number): number | undefined {
    const at = this.#slot(print);
    return this.#prints[at] === 0 ? undefined : this.#groups[at];
  }

  #slot(print: number): number {
    const last = this.#prints.length - 1;
    let at = print & last;
    while (this.#prints[at] !== 0 && this.#prints[at] !== print + 1) at = (at + 1) & last;
    return at;
  }
}

/** Ascending numbers of which each difference, less one, is a unary quotient and `rest` bits. */
function riceDecoded(bytes: Uint8Array, count: number, rest: number, add: (value: number) => void): void {
  const end = bytes.length * 8;
  let at = 0;
  const bit = () => {
    const one = ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1;
    at += 1;
    return one;
  };
  let last = -1;
  for (let index = 0; index < count && at < end; index += 1) {
    let value = 0;
    while (at < end && bit() === 1) value += 1;
    for (let step = 0; step < rest; step += 1) value = (value << 1) | bit();
    last += value + 1;
    add(last);
  }
}

/** The bytes that `riceDecoded` reads, and the number of bits that makes them fewest. */
export function riceEncoded(sorted: readonly number[]): {
  readonly bytes: Uint8Array;
  readonly rest: number;
} {
  const mean = 2 ** PRINT_BITS / (sorted.length + 1);
  const rest = Math.max(0, Math.floor(Math.log2(mean * Math.LN2)));
  const bits: number[] = [];
  let last = -1;
  for (const print of sorted) {
    const value = print - last - 1;
    last = print;
    for (let step = Math.floor(value / 2 ** rest); step > 0; step -= 1) bits.push(1);
    bits.push(0);
    for (let step = rest - 1; step >= 0; step -= 1) bits.push(Math.floor(value / 2 ** step) % 2);
  }
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((one, at) => {
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (one << (at & 7));
  });
  return { bytes, rest };
}
