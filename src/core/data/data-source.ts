import { Buffer } from 'node:buffer';
import { openSync, readFileSync, readSync } from 'node:fs';

/**
 * The build defines where the data lies: as a path for the programs, which so load no code for addresses, as
 * seen from its module for the library.
 */
declare const LICET_FOLDER: string | undefined;
declare const LICET_DATA: string | undefined;

const pathOf = (name: string): string | URL =>
  typeof LICET_FOLDER === 'string'
    ? LICET_FOLDER + name
    : new URL((typeof LICET_DATA === 'string' ? LICET_DATA : '../../../data/') + name, import.meta.url);

/** A data file that licet ships, as text. A missing one means a broken installation and throws. */
export function dataText(name: string): string {
  return readFileSync(pathOf(name), 'utf8');
}

let held: { readonly name: string; readonly file: number } | undefined;

/** The text between two offsets, in bytes, of the one file that is asked for many parts; it stays open. */
export function dataPart(name: string, from: number, to: number): string {
  if (held?.name !== name) held = { name, file: openSync(pathOf(name), 'r') };
  const bytes = Buffer.allocUnsafe(to - from);
  return bytes.toString('utf8', 0, readSync(held.file, bytes, 0, to - from, from));
}

/** A data file as bytes. */
export function dataBytes(name: string): Buffer {
  return readFileSync(pathOf(name));
}
