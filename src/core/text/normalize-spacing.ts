import { isAscii } from './ascii.ts';

/**
 * Lower case, with one blank wherever blanks, dashes or underscores part words: how names are compared that
 * are written in several ways.
 */
export const normalizeSpacing = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, ' ');

/**
 * Letters and digits alone, in lower case: whether two names are one, whatever stands between their parts.
 */
export function lettersAndDigits(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower) ? lower.replace(/[^a-z0-9]+/g, '') : lower.replace(/[^\p{L}\p{N}]+/gu, '');
}
