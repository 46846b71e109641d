import type { DataFile, DataSource } from '../data-source.ts';

/** Where the pieces of a file begin, in bytes, and how many it has. */
export interface Pieces {
  readonly size: number;
  /** Ascending, the first 0. */
  readonly starts: readonly number[];
  /**
   * Of a table in order: by what the line stands with which each piece begins (`rowOrder` of its id), so that
   * a row is looked for in its piece alone; the first piece, which begins with the header, has ''.
   */
  readonly keys?: readonly string[];
}

export type PieceIndex = Readonly<Partial<Record<DataFile, Pieces>>>;

/** A piece of a file, by its place among its pieces. */
export interface Piece {
  readonly file: DataFile;
  readonly nth: number;
}

/** Data of which single pieces are at hand. */
export interface PiecedData extends DataSource {
  /** Holds a piece from now on. */
  put(piece: Piece, bytes: Uint8Array): void;
  /**
   * The pieces that were asked for since the last call and are not held. Whatever came of a run that asked
   * for one does not count: bring them, and run again.
   */
  lacking(): readonly Piece[];
}

/**
 * Data in pieces that lie elsewhere, for who cannot wait for all of it: what is asked for and not held throws
 * and is noted. Throws for a file that is not in `index`.
 */
export function piecedData(index: PieceIndex): PiecedData {
  const decoder = new TextDecoder();
  const held = new Map<DataFile, Uint8Array[]>();
  const wanting = new Map<string, Piece>();

  const piecesOf = (file: DataFile): Pieces => {
    const pieces = Object.hasOwn(index, file) ? index[file] : undefined;
    if (pieces === undefined) throw new Error(`Data file "${file}" is not held`);
    return pieces;
  };

  /** The stretch of a file; what is lacking of it is noted all at once. */
  const stretch = (file: DataFile, from: number, to: number): Uint8Array => {
    const { size, starts } = piecesOf(file);
    const end = Math.min(to, size);
    const have = held.get(file) ?? [];
    let found: Uint8Array | undefined;
    let lacks = false;
    const parts: [number, Uint8Array][] = [];
    for (const [nth, start] of starts.entries()) {
      if (start >= end || (starts[nth + 1] ?? size) <= from) continue;
      const bytes = have[nth];
      if (bytes === undefined) {
        lacks = true;
        wanting.set(`${nth} ${file}`, { file, nth });
      } else if (from >= start && end <= start + bytes.length) {
        found = bytes.subarray(from - start, end - start);
      } else parts.push([start, bytes]);
    }
    if (lacks) throw new Error(`Data file "${file}" is not held in this part`);
    if (found !== undefined) return found;
    const whole = new Uint8Array(Math.max(0, end - from));
    for (const [start, bytes] of parts) {
      const skip = Math.max(0, from - start);
      whole.set(bytes.subarray(skip, end - start), Math.max(0, start - from));
    }
    return whole;
  };

  const bytes = (file: DataFile) => stretch(file, 0, piecesOf(file).size);
  return {
    bytes,
    text: (file) => decoder.decode(bytes(file)),
    part: (file, from, to) => decoder.decode(stretch(file, from, to)),
    begins(file, key) {
      const { starts, keys } = piecesOf(file);
      return (
        keys &&
        starts[
          Math.max(
            0,
            keys.findLastIndex((one) => one < key),
          )
        ]
      );
    },
    put({ file, nth }, piece) {
      const all = held.get(file) ?? [];
      all[nth] = piece;
      held.set(file, all);
    },
    lacking() {
      const all = [...wanting.values()];
      wanting.clear();
      return all;
    },
  };
}
