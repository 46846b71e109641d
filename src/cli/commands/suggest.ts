import { distance } from 'fastest-levenshtein';
import type { Catalogue } from '../../core/data/catalogue.ts';

/** Longest name that is compared with others: beyond it is no name. */
const LONGEST = 60;
/** npm's word for "no license": not a slip for the Unlicense. */
const NO_SLIP = /^unlicensed$/i;

/** The id or SPDX id nearest to a name that nobody knows; undefined where none is near. */
export function nearestLicense(raw: string, catalogue: Catalogue): string | undefined {
  if (raw.length > LONGEST || NO_SLIP.test(raw)) return undefined;
  const wanted = raw.toLowerCase();
  let best: { id: string; apart: number } | undefined;
  for (const { id, spdx } of catalogue.entries)
    for (const name of [id, spdx]) {
      const apart = distance(wanted, name.toLowerCase());
      if (!best || apart < best.apart) best = { id: name, apart };
    }
  return best && best.apart <= Math.max(1, Math.floor(raw.length / 4)) ? best.id : undefined;
}
