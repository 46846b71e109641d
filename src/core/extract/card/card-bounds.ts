import type { Claim } from '../../model/claim.ts';
import type { Place } from '../../model/place.ts';
import type { Data } from '../configs/located-data.ts';

type MapData = Extract<Data, { is: 'map' }>;

/** Keys of a card, and values of one list, that are read: real cards have tens. */
const MOST = 1000;
/** Keys whose lists bear claims. */
const READ: ReadonlySet<string> = new Set(['license', 'base_model', 'finetuned_from', 'datasets', 'tags']);

/** The part of a front matter that is read, and a claim for each part that is not. */
export function withinBounds(whole: MapData): { readonly root: MapData; readonly unread: readonly Claim[] } {
  const [next] = whole.entries.slice(MOST);
  const unread =
    next === undefined ? [] : [tooMany('Front matter', whole.entries.length, 'keys', next.keyPlace)];
  const entries = whole.entries.slice(0, MOST).map((entry) => {
    const { key, keyPlace, value } = entry;
    if (value.is !== 'list' || value.items.length <= MOST) return entry;
    if (READ.has(key)) unread.push(tooMany(`"${key}"`, value.items.length, 'values', keyPlace));
    return { ...entry, value: { ...value, items: value.items.slice(0, MOST) } };
  });
  return { root: { ...whole, entries }, unread };
}

const tooMany = (what: string, count: number, of: string, place: Place): Claim => ({
  kind: 'unreadable',
  via: 'front-matter',
  confidence: 'certain',
  place,
  what: `${what} has ${count} ${of}, of which ${MOST} are read`,
  hint: 'Name fewer, and what tells of license and origin first',
});
