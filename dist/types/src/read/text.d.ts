import type { Repo } from '../model/repo.ts';
import type { Source } from '../model/source.ts';
/** What is read of a model card: the Hub's own cards stay far below. */
export declare const CARD_LIMIT: number;
/** Pointers are short (Git LFS says under 1024 bytes); a long text that quotes one is a text. */
export declare const POINTER_LIMIT = 1024;
/** Whether the first bytes of a file, at least `POINTER_LIMIT` + 1 where it has as many, are a Git LFS or Xet pointer. */
export declare function isPointer(start: Uint8Array): boolean;
/** One text file: at most `limit` bytes of it. Throws `ReadError` where the file cannot be read. */
export declare function readText(repo: Repo, file: string, limit: number): Promise<Source>;
export interface Decoded {
    /** Without the byte order mark. */
    readonly text: string;
    readonly bom: boolean;
    readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
    /** The first line with bytes that are no UTF-8, from 1. */
    readonly badLine?: number;
    readonly nul: boolean;
    readonly binary: boolean;
}
/** Bytes as text, whatever they are; `cut` where the last character may be torn. */
export declare function decode(bytes: Uint8Array, cut?: boolean): Decoded;
/** Bytes in whole mebibytes or kibibytes. */
export declare function sizeInWords(bytes: number): string;
