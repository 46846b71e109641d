import { Buffer } from 'node:buffer';
/** A data file that licet ships, as text. A missing one means a broken installation and throws. */
export declare function dataText(name: string): string;
/** The text between two offsets, in bytes, of the one file that is asked for many parts; it stays open. */
export declare function dataPart(name: string, from: number, to: number): string;
/** A data file as bytes. */
export declare function dataBytes(name: string): Buffer;
