import type { HeaderValue, ReadProblem } from '../model/source.ts';
import { type RangeReader } from './window.ts';
/** What a weight file's header says. `entries` holds what was read before a problem. */
export interface Header {
    readonly entries: Map<string, HeaderValue>;
    readonly problem?: ReadProblem;
}
/**
 * The metadata of a GGUF file, versions 1 to 3, both byte orders, without tensors and tokenizer.
 * Ends at the first `tokenizer.` key once `general.architecture` was seen: writers put `general.*` first,
 * and the vocabulary after it is most of the header. `size` in bytes, where known, guards against false lengths.
 * Layout: github.com/ggml-org/ggml, docs/gguf.md.
 */
export declare function readGguf(read: RangeReader, size: number | undefined): Promise<Header>;
