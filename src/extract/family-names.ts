import { dataText } from '../license/data.ts';

/** A model family as prose writes it. */
export interface FamilyName {
  readonly name: string;
  /** Words beside which it is another family, folded. */
  readonly not: readonly string[];
}

interface Names {
  /** Any spelling of any family, the longest first. */
  readonly pattern: RegExp;
  readonly byName: ReadonlyMap<string, FamilyName>;
}

let shipped: Names | undefined;

const fold = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, ' ');
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The spellings of `data/families.yml`, compiled once. A name stands alone: no letter, and no version number runs on behind it. */
export function familyNames(): Names {
  if (shipped) return shipped;
  const raw = JSON.parse(dataText('generated/families.json')) as readonly { readonly name: string; readonly match: readonly string[]; readonly not?: readonly string[] }[];
  const byName = new Map<string, FamilyName>();
  for (const { name, match, not = [] } of raw) for (const spelling of match) byName.set(fold(spelling), { name, not: not.map(fold) });
  const spellings = [...byName.keys()].sort((a, b) => b.length - a.length).map((one) => escape(one).replace(/ /g, '[\\s_-]{0,2}'));
  return (shipped = { pattern: new RegExp(`(?<![\\p{Script=Latin}\\d/._-])(?:meta[\\s_-])?(?:${spellings.join('|')})(?![\\p{Script=Latin}\\d_]|\\.\\d|[-_ ]?\\d\\.\\d)`, 'giu'), byName });
}
