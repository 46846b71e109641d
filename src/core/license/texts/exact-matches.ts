import type { Stretches } from './fingerprint.ts';
import type { TextLookup } from './rank-candidates.ts';
import type { TextIndex } from './text-index.ts';

/** A place where a text of the index stands word by word. */
export interface ExactMatch {
  readonly text: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Every place where some text stands word by word, the longest first, none within another; only on words that
 * are free.
 */
export function exactPlaces(
  looked: TextLookup,
  stretches: Stretches,
  index: TextIndex,
): readonly ExactMatch[] {
  const { windows } = index;
  const wanted = byFirst(index);
  const places: ExactMatch[] = [];
  for (let at = 0; at < looked.grams.length; at += 1) {
    for (const window of wanted.get(looked.grams[at] ?? 0) ?? []) {
      const length = windows.length[window] ?? 0;
      if (at + length > looked.words.count) continue;
      const [hash1, hash2] = stretches.hash(at, length);
      if (hash1 === windows.hash1[window] && hash2 === windows.hash2[window])
        places.push({ text: windows.text[window] ?? 0, from: at, to: at + length });
    }
    if (places.length > MAX_PLACES) break;
  }
  places.sort((a, b) => b.to - b.from - (a.to - a.from));
  return places.filter(
    (place, at) => !places.slice(0, at).some((other) => other.from < place.to && place.from < other.to),
  );
}

const MAX_PLACES = 200;
const built = new WeakMap<TextIndex, ReadonlyMap<number, readonly number[]>>();

function byFirst(index: TextIndex): ReadonlyMap<number, readonly number[]> {
  const known = built.get(index);
  if (known) return known;
  const map = new Map<number, number[]>();
  index.windows.first.forEach((gram, window) => {
    const list = map.get(gram);
    if (list) list.push(window);
    else map.set(gram, [window]);
  });
  built.set(index, map);
  return map;
}
