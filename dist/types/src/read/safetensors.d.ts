import type { Header } from './gguf.ts';
import type { RangeReader } from './window.ts';
/**
 * The `__metadata__` of a safetensors file, and no tensor. `size` in bytes, where known, guards against false lengths.
 * Layout: 8 bytes little-endian header length, then JSON that begins with `{` (github.com/huggingface/safetensors).
 */
export declare function readSafetensors(read: RangeReader, size: number | undefined): Promise<Header>;
