import { readGguf } from '../../src/core/read/gguf-header.ts';
import type { Typed } from './write-gguf.ts';

export type Entry = readonly [string, Typed];

/** Reads from memory and counts the bytes that were asked for. */
export async function readCounted(bytes: Uint8Array, size: number | undefined = bytes.length) {
  let asked = 0;
  const header = await readGguf((from, limit) => {
    const part = bytes.subarray(from, from + limit);
    asked += part.length;
    return Promise.resolve(part);
  }, size);
  return { ...header, plain: Object.fromEntries(header.entries), asked };
}
