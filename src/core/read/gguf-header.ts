import type { HeaderValue, ReadProblem } from '../model/source.ts';
import { HeaderProblem, RangeBuffer, type RangeReader } from './range-buffer.ts';

/** What a weight file's header says. `entries` holds what was read before a problem. */
export interface Header {
  readonly entries: Map<string, HeaderValue>;
  readonly problem?: ReadProblem;
}

const MAX_READ = 50 * 1024 * 1024;
const MAX_KEYS = 100_000;
const MAX_STRING = 10 * 1024 * 1024;
const MAX_ITEMS = 1_000_000;
const MAX_NESTING = 4;
/** Of a value that is kept: longer ones (a license text, a description) are cut. */
const KEEP_CHARACTERS = 64 * 1024;
const KEEP_ITEMS = 1_000;
const KEEP_KEYS = 4_000;
/** In one file, over all keys and levels: nesting multiplies what each single limit allows. */
const MAX_KEPT_VALUES = 50_000;
const MAX_ARRAYS = 200_000;

/** Keys that can bear a claim; all others are passed over unread. */
const BEARS_CLAIM = /^(?:general|split|adapter|quantize|imatrix)\./;

const STRING_BYTES = 'bytes in one string';
const STRING = 8;
const ARRAY = 9;
/** Bytes per value, by type number: u8 i8 u16 i16 u32 i32 f32 bool - - u64 i64 f64. */
const WIDTH: readonly (number | undefined)[] = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8];

/**
 * The metadata of a GGUF file, versions 1 to 3, both byte orders, without tensors and tokenizer.
 * Ends at the first `tokenizer.` key once `general.architecture` was seen: writers put `general.*` first,
 * and the vocabulary after it is most of the header. `size` in bytes, where known, guards against false
 * lengths. Layout: github.com/ggml-org/ggml, docs/gguf.md.
 */
export async function readGguf(read: RangeReader, size: number | undefined): Promise<Header> {
  const entries = new Map<string, HeaderValue>();
  try {
    await readInto(entries, new Reader(new RangeBuffer(read, size, MAX_READ)));
  } catch (error) {
    if (!(error instanceof HeaderProblem)) throw error;
    return { entries, problem: { what: error.message, hint: 'Check that the file is whole' } };
  }
  return { entries };
}

async function readInto(entries: Map<string, HeaderValue>, reader: Reader): Promise<void> {
  const count = await reader.preamble();
  for (let index = 0; index < count; index++) {
    const key = await reader.string(KEEP_CHARACTERS);
    if (key.startsWith('tokenizer.') && entries.has('general.architecture')) return;
    const type = await reader.u32();
    if (BEARS_CLAIM.test(key) && entries.size < KEEP_KEYS) {
      const value = await reader.value(type, 0);
      if (!entries.has(key)) entries.set(key, value);
    } else await reader.skipValue(type, 0);
  }
}

class Reader {
  readonly #window: RangeBuffer;
  #little = true;
  #version = 3;
  #kept = 0;
  #arrays = 0;

  constructor(window: RangeBuffer) {
    this.#window = window;
  }

  /** Magic, version and counts; gives the number of keys. */
  async preamble(): Promise<number> {
    const magic = await this.#take(4);
    if (magic.getUint32(0, false) !== 0x47475546)
      throw new HeaderProblem('does not begin as a GGUF file does');
    const version = await this.#take(4);
    // A small number in the wrong byte order has its low half empty.
    this.#little = (version.getUint32(0, true) & 0xffff) !== 0;
    this.#version = version.getUint32(0, this.#little);
    if (this.#version < 1 || this.#version > 3)
      throw new HeaderProblem(`has GGUF version ${this.#version}; known are 1 to 3`);
    await this.#length(Number.MAX_SAFE_INTEGER, 'tensors');
    return this.#length(MAX_KEYS, 'keys');
  }

  async u32(): Promise<number> {
    return (await this.#take(4)).getUint32(0, this.#little);
  }

  /** A string of which at most `keep` characters are wanted. */
  async string(keep: number): Promise<string> {
    const length = await this.#length(MAX_STRING, STRING_BYTES);
    const kept = await this.#take(Math.min(length, keep * 4));
    if (length > keep * 4) this.#window.skip(length - keep * 4);
    return new TextDecoder().decode(kept).slice(0, keep);
  }

  async value(type: number, depth: number): Promise<HeaderValue> {
    if (++this.#kept > MAX_KEPT_VALUES) throw new HeaderProblem('holds more values than any such file has');
    if (type === STRING) return this.string(KEEP_CHARACTERS);
    if (type === ARRAY) return this.#array(depth);
    return this.#scalar(type);
  }

  async skipValue(type: number, depth: number): Promise<void> {
    if (type === STRING) this.#window.skip(await this.#length(MAX_STRING, STRING_BYTES));
    else if (type === ARRAY) {
      const { items, count } = await this.#arrayHead(depth);
      await this.#skipItems(items, count, depth);
    } else this.#window.skip(widthOf(type));
  }

  async #array(depth: number): Promise<HeaderValue> {
    const { items, count } = await this.#arrayHead(depth);
    const values: HeaderValue[] = [];
    for (let index = 0; index < Math.min(count, KEEP_ITEMS); index++)
      values.push(await this.value(items, depth + 1));
    if (count > KEEP_ITEMS) await this.#skipItems(items, count - KEEP_ITEMS, depth);
    return values;
  }

  async #arrayHead(depth: number): Promise<{ items: number; count: number }> {
    if (++this.#arrays > MAX_ARRAYS) throw new HeaderProblem('holds more arrays than any such file has');
    if (depth >= MAX_NESTING) throw new HeaderProblem(`nests arrays more than ${MAX_NESTING} deep`);
    return { items: await this.u32(), count: await this.#length(MAX_ITEMS, 'items in one array') };
  }

  async #skipItems(items: number, count: number, depth: number): Promise<void> {
    if (items === STRING) await this.#skipStrings(count);
    else if (items !== ARRAY) this.#window.skip(widthOf(items) * count);
    else for (let index = 0; index < count; index++) await this.skipValue(items, depth + 1);
  }

  /** A vocabulary has hundreds of thousands of strings: waits only where the next chunk begins. */
  async #skipStrings(count: number): Promise<void> {
    const width = this.#version === 1 ? 4 : 8;
    for (let index = 0; index < count; index++) {
      if (!this.#window.has(width)) await this.#window.fill(width);
      this.#window.skip(this.#lengthIn(this.#window.take(width), MAX_STRING, STRING_BYTES));
    }
  }

  async #scalar(type: number): Promise<HeaderValue> {
    const view = await this.#take(widthOf(type));
    const little = this.#little;
    switch (type) {
      case 0:
        return view.getUint8(0);
      case 1:
        return view.getInt8(0);
      case 2:
        return view.getUint16(0, little);
      case 3:
        return view.getInt16(0, little);
      case 4:
        return view.getUint32(0, little);
      case 5:
        return view.getInt32(0, little);
      case 6:
        return view.getFloat32(0, little);
      case 7:
        return view.getUint8(0) !== 0;
      case 10:
        return exact(view.getBigUint64(0, little));
      case 11:
        return exact(view.getBigInt64(0, little));
      default:
        return view.getFloat64(0, little);
    }
  }

  /** A count or length: 32 bits in version 1, 64 since. */
  async #length(most: number, what: string): Promise<number> {
    return this.#lengthIn(await this.#take(this.#version === 1 ? 4 : 8), most, what);
  }

  #lengthIn(view: DataView, most: number, what: string): number {
    const wide = view.byteLength === 8;
    const low = view.getUint32(wide && !this.#little ? 4 : 0, this.#little);
    const high = wide ? view.getUint32(this.#little ? 4 : 0, this.#little) : 0;
    if (high === 0 && low <= most) return low;
    const length = BigInt(high) * 2n ** 32n + BigInt(low);
    if (length > BigInt(most))
      throw new HeaderProblem(`claims ${length} ${what}, more than any such file has`);
    return Number(length);
  }

  async #take(count: number): Promise<DataView> {
    if (!this.#window.has(count)) await this.#window.fill(count);
    return this.#window.take(count);
  }
}

function widthOf(type: number): number {
  const width = WIDTH[type];
  if (width === undefined) throw new HeaderProblem(`holds a value of unknown type ${type}`);
  return width;
}

/** Integers beyond 2^53 as decimal text: a rounded number would be a wrong one. */
function exact(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
