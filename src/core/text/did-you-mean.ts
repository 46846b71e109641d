import { distance } from 'fastest-levenshtein';

/** The nearest of several words, for "did you mean". */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words.map((one) => ({ one, apart: distance(word, one) })).sort((a, b) => a.apart - b.apart);
  // A word that shares no letter with another is not meant by it, short as both may be.
  return best && best.apart <= Math.max(word.length < 4 ? 1 : 2, word.length / 3) && best.apart < word.length
    ? best.one
    : undefined;
}

/** "Did you mean …?", or undefined where no word is near. */
export function didYouMean(word: string, words: readonly string[], prefix = ''): string | undefined {
  const near = nearest(word, words);
  return near === undefined ? undefined : `Did you mean \`${prefix}${near}\`?`;
}
