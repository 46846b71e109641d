import type { Catalogue } from '../data/catalogue.ts';
import { identify } from '../license/names/identify.ts';
import { loadIndex } from '../license/texts/match-text.ts';
import { recognize } from '../license/texts/rider.ts';
import type { Identity } from '../model/license.ts';
import type { Memory } from './memory.ts';
import type { Context } from './context.ts';

/** What extractors know, from the shipped data. The fingerprint index is loaded only when a text is met. */
export function createContext(
  catalogue: Catalogue,
  self: string | undefined,
  called?: string,
  memory?: Memory,
): Context {
  const known = remembering((raw) => identify(raw, undefined, catalogue));
  return {
    catalogue,
    self,
    called: self === undefined ? called : undefined,
    memory,
    identify: (raw, hints) =>
      hints ? identify(raw, { name: hints.name, link: hints.link }, catalogue) : known(raw),
    matchText: (file, text) => recognize(file, text, loadIndex(), catalogue),
  };
}

const MOST_REMEMBERED = 1000;

/**
 * Asks once for each name: statements of each kind try the same words of a sentence. Kept no longer than the
 * repository is read, since a name cut from a card keeps the card.
 */
function remembering(ask: (raw: string) => Identity): (raw: string) => Identity {
  const answers = new Map<string, Identity>();
  return (raw) => {
    const found = answers.get(raw) ?? ask(raw);
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    answers.set(raw, found);
    return found;
  };
}
