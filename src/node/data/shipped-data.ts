import { openSync, readFileSync, readSync } from 'node:fs';
import type { DataSource } from '../../core/data/data-source.ts';

/**
 * The build defines where the folder `data` lies: as a path for the programs, which so load no code for
 * addresses, as seen from its module for the library.
 */
declare const LICET_FOLDER: string | undefined;
declare const LICET_DATA: string | undefined;

/** A file by its path in the package, beside whose folder `data` all others lie. */
const pathOf = (file: string): string | URL =>
  typeof LICET_FOLDER === 'string'
    ? `${LICET_FOLDER}../${file}`
    : new URL(`${typeof LICET_DATA === 'string' ? LICET_DATA : '../../../data/'}../${file}`, import.meta.url);

const open = new Map<string, number>();

/** The text between two offsets of a file, in bytes. The few files that are asked for parts stay open. */
export function partsOf(path: string | URL, from: number, to: number): string {
  const name = String(path);
  const descriptor = open.get(name) ?? openSync(path, 'r');
  open.set(name, descriptor);
  const bytes = Buffer.allocUnsafe(to - from);
  return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, to - from, from));
}

/** What licet ships, from the disk: for all that runs on Node. */
export const shippedData: DataSource = {
  // With an encoding, Node would read it in small pieces.
  text: (file) => readFileSync(pathOf(file)).toString('utf8'),
  bytes: (file) => readFileSync(pathOf(file)),
  part: (file, from, to) => partsOf(pathOf(file), from, to),
};
