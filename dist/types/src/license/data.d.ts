import type { Buffer } from 'node:buffer';
/** A data file that licet ships, as text. A missing one means a broken installation and throws. */
export declare function dataText(name: string): string;
/** The same, as bytes. */
export declare function dataBytes(name: string): Buffer;
