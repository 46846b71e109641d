import type { TextMatch } from '../../model/text-match.ts';
import type { Catalogue } from '../../data/catalogue.ts';
import { matchText } from './match-text.ts';
import type { TextIndex } from './text-index.ts';

/** How many texts may be ruled out, one after the other: as many as one rider was copied into. */
const MOST = 8;

/**
 * What a license text is, as `matchText` has it. A text near that of one giver whose product it never names
 * is his words in another's mouth ("display \"Acme One\"" for "Kimi K2"): then it is the license below, with
 * words added.
 */
export function recognize(file: string, text: string, index: TextIndex, catalogue: Catalogue): TextMatch {
  const first = matchText(file, text, index);
  const others = new Set<string>();
  let found = first;
  while (others.size < MOST) {
    const foreign =
      found.match === 'near' ? found.hits.find(({ id }) => !names(id, text, catalogue)) : undefined;
    if (!foreign) return found;
    others.add(foreign.id);
    found = matchText(file, text, index, others);
    // Nothing is below it: a changed text of that giver.
    if (found.match === 'none' || found.match === 'changed') return first;
  }
  return first;
}

/**
 * Whether a text names one of the products that the license asks to show; true for a license that asks for
 * none.
 */
function names(id: string, text: string, catalogue: Catalogue): boolean {
  const shown =
    catalogue.byId(id)?.duties.flatMap((duty) => (duty.kind === 'product-display' ? duty.texts : [])) ?? [];
  return shown.length === 0 || shown.some((name) => isNamed(text, name));
}

/** "Kimi K2.5" does not name Kimi K2. */
function isNamed(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/^(?:\w|[.-]\d)/.test(text.slice(at + name.length, at + name.length + 2))) return true;
  return false;
}
