/** Made by `build/data-pieces.ts`. */
declare module 'licet-data' {
  import type { PieceIndex } from 'licet/core';
  export const index: PieceIndex;
  /** The address of each piece, as seen from the page. */
  export const names: Readonly<Record<string, readonly string[]>>;
}
