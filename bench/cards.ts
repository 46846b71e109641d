/**
 * The cards to measure with: those of a folder, in the order of their names, again from the first where more
 * are asked for.
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Card {
  readonly path: string;
  /** The folder's name: that of the model, the owner parted by two dashes. */
  readonly name: string;
}

export function cardsIn(folder: string, count: number): Card[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'README.md')
    .sort()
    .map((path) => ({ path: join(folder, path), name: basename(dirname(path)).replace('--', '/') }));
  if (all.length === 0) throw new Error(`No README.md under ${folder}`);
  return Array.from({ length: count }, (_, nth) => all[nth % all.length]).filter(
    (card) => card !== undefined,
  );
}
