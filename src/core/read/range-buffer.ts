/** Reads `limit` bytes of a file from `from`; fewer where it ends. */
export type RangeReader = (from: number, limit: number) => Promise<Uint8Array>;

const FIRST_STEP = 128 * 1024;
const STEP = 1024 * 1024;

/**
 * Why a header could not be read further; caught where the header reader ends, so it never passes the layer's
 * door.
 */
export class HeaderProblem extends Error {}

/**
 * A position that moves forward through a file and holds one chunk of it in memory.
 * `fill` before reading: the readers stay synchronous between chunks. Throws `HeaderProblem`.
 */
export class RangeBuffer {
  at = 0;
  readonly #read: RangeReader;
  readonly #size: number | undefined;
  readonly #cap: number;
  #start = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));
  #loaded = 0;

  /** `cap`: bytes that are read at most, all chunks together. */
  constructor(read: RangeReader, size: number | undefined, cap: number) {
    this.#read = read;
    this.#size = size;
    this.#cap = cap;
  }

  has(count: number): boolean {
    return this.at >= this.#start && this.at + count <= this.#start + this.#view.byteLength;
  }

  async fill(count: number): Promise<void> {
    if (this.#size !== undefined && this.at + count > this.#size)
      throw new HeaderProblem('ends in the middle of its header');
    const wanted = Math.max(count, this.#loaded === 0 ? FIRST_STEP : STEP);
    if (this.#loaded + count > this.#cap)
      throw new HeaderProblem(`has a header larger than ${Math.round(this.#cap / STEP)} MiB`);
    const chunk = await this.#read(this.at, Math.min(wanted, this.#cap - this.#loaded));
    this.#start = this.at;
    this.#view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#loaded += chunk.byteLength;
    if (chunk.byteLength < count) throw new HeaderProblem('ends in the middle of its header');
  }

  /** Moves on without reading: what is skipped costs nothing. */
  skip(count: number): void {
    this.at += count;
    if (this.#size !== undefined && this.at > this.#size)
      throw new HeaderProblem('ends in the middle of its header');
  }

  /** The `count` bytes at the position, which `fill` made present, and moves past them. */
  take(count: number): DataView {
    const view = new DataView(this.#view.buffer, this.#view.byteOffset + this.at - this.#start, count);
    this.at += count;
    return view;
  }
}
