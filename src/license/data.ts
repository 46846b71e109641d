import type { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';

declare const LICET_DATA: string | undefined;

/** The bundle sits one folder below the package's root, this file two; the build defines LICET_DATA. */
const FOLDER = typeof LICET_DATA === 'string' ? LICET_DATA : '../../data/';

/** A data file that licet ships, as text. A missing one means a broken installation and throws. */
export function dataText(name: string): string {
  return readFileSync(new URL(FOLDER + name, import.meta.url), 'utf8');
}

/** The same, as bytes. */
export function dataBytes(name: string): Buffer {
  return readFileSync(new URL(FOLDER + name, import.meta.url));
}
