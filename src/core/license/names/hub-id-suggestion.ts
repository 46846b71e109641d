import { distance } from 'fastest-levenshtein';
import type { Catalogue, Entry } from '../../data/catalogue.ts';
import { identifyName } from './identify-name.ts';
import { entriesNamed, isWhollyNamed } from './entries-named.ts';
import { isSpdx, tellsVersion } from './spdx.ts';

/** Values of `license:` that name no license and are on the Hub's list all the same. */
const META = new Set(['other', 'unknown']);

/** True where the Hub reads this value as it stands: lower case, letter by letter. */
export function isHubSpelling(raw: string, catalogue: Catalogue): boolean {
  return META.has(raw) || catalogue.byHub(raw) !== undefined;
}

/**
 * The Hub's id that a value in another spelling means: by what it identifies as, else by one or two letters'
 * difference from one id alone. `undefined` where that would be a guess: another number, another family, two
 * ids as near.
 */
export function suggestHubId(raw: string, catalogue: Catalogue): string | undefined {
  const value = raw.slice(0, MAX_RAW).trim();
  if (isHubSpelling(value, catalogue)) return value;
  if (META.has(value.toLowerCase())) return value.toLowerCase();
  const { entries, sure } = entriesNamed(value, catalogue);
  if (sure && entries.length === 1 && entries[0]) return hubIdOf(entries[0], catalogue);
  if (entries.length > 0) return undefined;
  const found = identifyName(value, catalogue);
  // An exception gives another license than the Hub's id names.
  if (found.is === 'known')
    return found.license.spdx.includes(' WITH ')
      ? undefined
      : hubIdOf(catalogue.byId(found.license.id), catalogue);
  return found.is === 'unknown' ? nearest(value.toLowerCase(), catalogue) : undefined;
}

/** How a value of `license:` stands to the Hub's list. */
export interface Spelling {
  /** The Hub reads it as it stands. */
  readonly listed: boolean;
  /** The Hub's id that it means. */
  readonly suggestion?: string;
  /** It differs from a listed id by case alone. */
  readonly caseOnly: boolean;
  /** It is a valid SPDX id or expression, though the Hub does not list it. */
  readonly spdx: boolean;
  /**
   * The suggestion names the same text for certain: no word of the value is left out, and a version is told
   * where there are several.
   */
  readonly sameText: boolean;
  /** For a name that several texts bear: our id of each that the Hub lists, and the Hub's. */
  readonly among: readonly { readonly id: string; readonly hub: string }[];
}

/** Everything a rule asks of a value's spelling. */
export function spellingOf(raw: string, catalogue: Catalogue): Spelling {
  if (isHubSpelling(raw, catalogue))
    return { listed: true, caseOnly: false, spdx: false, sameText: true, among: [] };
  const suggestion = suggestHubId(raw, catalogue);
  const spdx = isSpdx(raw);
  const found = identifyName(raw.slice(0, MAX_RAW).trim(), catalogue);
  const among =
    found.is === 'unclear'
      ? found.oneOf.flatMap(({ id, hub: [hub] }) => (hub === undefined ? [] : [{ id, hub }]))
      : [];
  if (suggestion === undefined) return { listed: false, caseOnly: false, spdx, sameText: false, among };
  const entry = catalogue.byHub(suggestion);
  const sameText =
    META.has(suggestion) ||
    (found.is === 'known' &&
      entry?.id === found.license.id &&
      isWhollyNamed(raw, entry, catalogue) &&
      tellsVersion(raw, found.license.spdx));
  return {
    listed: false,
    suggestion,
    caseOnly: raw.trim().toLowerCase() === suggestion,
    spdx,
    sameText,
    among,
  };
}

/**
 * An entry's own Hub id, or that of the family on the list that it is the one version of (`gpl-3.0` of
 * `gpl-3.0-only`).
 */
function hubIdOf(entry: Entry | undefined, catalogue: Catalogue): string | undefined {
  if (!entry) return undefined;
  const undecided = entry.id.replace(/-(?:only|or-later)$/, '');
  return entry.hub[0] ?? (undecided === entry.id ? undefined : catalogue.byId(undecided)?.hub[0]);
}

const MAX_LENGTH = 64;
const MAX_RAW = 2000;

function nearest(value: string, catalogue: Catalogue): string | undefined {
  // npm's word for "no license at all" is one letter from a license.
  if (value.length < 3 || value.length > MAX_LENGTH || value === 'unlicensed') return undefined;
  const numbers = numbersOf(value);
  let best: string | undefined;
  let least = value.length < 5 ? 2 : 3;
  let tied = false;
  for (const id of catalogue.entries.flatMap(({ hub }) => hub)) {
    if (numbersOf(id) !== numbers || id[0] !== value[0]) continue;
    const apart = distance(value, id);
    if (apart === least) tied = true;
    if (apart < least) [best, least, tied] = [id, apart, false];
  }
  return tied ? undefined : best;
}

function numbersOf(text: string): string {
  return text.replace(/\D+/g, '.');
}
