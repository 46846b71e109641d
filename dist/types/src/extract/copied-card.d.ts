import type { Block } from './blocks.ts';
/** Where another model's card begins that was copied below one's own, as quantizers do, to the end; Infinity where none was. */
export declare function copiedFrom(text: string, blocks: readonly Block[]): number;
