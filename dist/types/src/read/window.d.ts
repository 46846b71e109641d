/** Reads `limit` bytes of a file from `from`; fewer where it ends. */
export type RangeReader = (from: number, limit: number) => Promise<Uint8Array>;
/** Why a header could not be read further; caught where the header reader ends, so it never passes the layer's door. */
export declare class HeaderProblem extends Error {
}
/**
 * A position that moves forward through a file and holds one chunk of it in memory.
 * `fill` before reading: the readers stay synchronous between chunks. Throws `HeaderProblem`.
 */
export declare class Window {
    #private;
    at: number;
    /** `cap`: bytes that are read at most, all chunks together. */
    constructor(read: RangeReader, size: number | undefined, cap: number);
    has(count: number): boolean;
    fill(count: number): Promise<void>;
    /** Moves on without reading: what is skipped costs nothing. */
    skip(count: number): void;
    /** The `count` bytes at the position, which `fill` made present, and moves past them. */
    take(count: number): DataView;
}
