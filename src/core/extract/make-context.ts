import type { Catalogue } from '../data/catalogue.ts';
import { identify } from '../license/names/identify.ts';
import { loadIndex } from '../license/texts/match-text.ts';
import { recognize } from '../license/texts/rider.ts';
import type { Context } from './context.ts';

/** What extractors know, from the shipped data. The fingerprint index is loaded only when a text is met. */
export function createContext(catalogue: Catalogue, self: string | undefined, called?: string): Context {
  return {
    catalogue,
    self,
    called: self === undefined ? called : undefined,
    identify: (raw, hints) => identify(raw, hints && { name: hints.name, link: hints.link }, catalogue),
    matchText: (file, text) => recognize(file, text, loadIndex(), catalogue),
  };
}
