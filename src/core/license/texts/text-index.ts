import { dataBytes } from '../../data/data-source.ts';

/** A stretch of words by which a text is known letter by letter: the whole, or without title or appendix. */
export interface Windows {
  readonly text: Uint16Array;
  readonly length: Uint32Array;
  readonly first: Uint32Array;
  readonly hash1: Uint32Array;
  readonly hash2: Uint32Array;
}

/**
 * What licet knows of license texts: hashes only. Of each text every 2^`shift`-th gram is kept ("sampled"),
 * and beside them "marks": grams that tell it from a text much like it. Format: see
 * `scripts/data/index-bytes.ts`.
 */
export interface TextIndex {
  /**
   * License ids; `spdx:X` for an SPDX text that is no license file of ours, `policy:`, `terms:`, `text:` and
   * `frame:` for others.
   */
  readonly ids: readonly string[];
  readonly shift: Uint8Array;
  /** How many sampled grams a text has. */
  readonly size: Uint16Array;
  readonly marks: Uint16Array;
  readonly grams: Uint32Array;
  /** For each gram the set of texts that hold it: a text's number, or beyond those the number of a set. */
  readonly holders: Uint16Array;
  readonly setStart: Uint32Array;
  readonly setTexts: Uint16Array;
  readonly windows: Windows;
  /** Where the grams with given upper bits begin, as far as was asked. */
  readonly buckets: Uint32Array;
}

export const MAGIC = 0x3149464c;
const BUCKET_BITS = 12;

let loaded: TextIndex | undefined;

/** The index that licet ships, loaded once per process. */
export function loadIndex(): TextIndex {
  return (loaded ??= parseIndex(dataBytes('data/fingerprints.bin')));
}

/** Reads the file's format; throws where it is not one (a broken installation). */
export function parseIndex(bytes: Uint8Array): TextIndex {
  // Views need their offset aligned; a file read whole is.
  const whole = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const { buffer, byteOffset: base } = whole;
  const [magic = 0, texts = 0, grams = 0, sets = 0, pool = 0, windows = 0, names = 0] = new Uint32Array(
    buffer,
    base,
    7,
  );
  if (magic !== MAGIC) throw new Error('data/fingerprints.bin is no fingerprint index');
  let at = base + 28;
  const u32 = (length: number): Uint32Array => new Uint32Array(buffer, advance(length * 4), length);
  const u16 = (length: number): Uint16Array => new Uint16Array(buffer, advance(length * 2), length);
  const advance = (size: number): number => (at += size) - size;
  const gramList = u32(grams);
  const setStart = u32(sets + 1);
  const [length, first, hash1, hash2] = [u32(windows), u32(windows), u32(windows), u32(windows)];
  const holders = u16(grams);
  const setTexts = u16(pool);
  const text = u16(windows);
  const [size, marks] = [u16(texts), u16(texts)];
  const shift = new Uint8Array(buffer, advance(texts), texts);
  const ids = new TextDecoder().decode(new Uint8Array(buffer, advance(names), names)).split('\n');
  const windowList = { text, length, first, hash1, hash2 };
  return {
    ids,
    shift,
    size,
    marks,
    grams: gramList,
    holders,
    setStart,
    setTexts,
    windows: windowList,
    buckets: bucketsOf(gramList),
  };
}

/** Where nobody has looked yet for the beginning of a bucket: a short text asks for few of the thousands. */
const UNKNOWN = 0xffffffff;

function bucketsOf(grams: Uint32Array): Uint32Array {
  const buckets = new Uint32Array((1 << BUCKET_BITS) + 1).fill(UNKNOWN);
  buckets[0] = 0;
  buckets[1 << BUCKET_BITS] = grams.length;
  return buckets;
}

function startOf(bucket: number, { grams, buckets }: TextIndex): number {
  let start = buckets[bucket] ?? UNKNOWN;
  if (start === UNKNOWN)
    buckets[bucket] = start = lowerBound(grams, (bucket << (32 - BUCKET_BITS)) >>> 0, 0, grams.length);
  return start;
}

/** The first place in `[from, to)` whose gram is not below `gram`; `to` where there is none. */
function lowerBound(grams: Uint32Array, gram: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((grams[middle] ?? 0) < gram) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a gram in the index, or -1. */
export function findGram(index: TextIndex, gram: number): number {
  const { grams } = index;
  const bucket = gram >>> (32 - BUCKET_BITS);
  const end = startOf(bucket + 1, index);
  const at = lowerBound(grams, gram, startOf(bucket, index), end);
  return at < end && grams[at] === gram ? at : -1;
}
