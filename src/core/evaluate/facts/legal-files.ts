import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import type { LineRange } from '../../model/text-match.ts';
import { PatternSet } from '../../text/patterns/pattern-set.ts';

/** Files that carry licenses, notices and policies. */
export const LEGAL = new PatternSet([
  [
    '(?:^|/)(?:licen[cs]es?|copying|notice|attribution|third[_-]?party|' +
      'use[_-]?policy|model[_-]?licen[cs]e|acceptable[_-]?use)[^/]*$',
    ['licen', 'copying', 'notice', 'attribution', 'party', 'policy', 'acceptable'],
  ],
  ['(?:^|/)licenses/', ['licenses/']],
]);

/**
 * What stands in a file beside the license texts that it holds, and lines of these that `keep` lets through.
 */
export function besideTexts({ file, text }: TextSource, claims: readonly Claim[], keep?: RegExp): string {
  const hits = claims.flatMap((claim) =>
    claim.kind === 'license-text' && claim.match.file === file ? claim.match.hits : [],
  );
  if (hits.length === 0) return text;
  const within =
    (line: number) =>
    ([from, to]: LineRange) =>
      from <= line && line <= to;
  const isOwn = (line: number) =>
    hits.some(({ lines, copies = [lines], added }) => copies.some(within(line)) && !added.some(within(line)));
  return text
    .split('\n')
    .filter((line, index) => !isOwn(index + 1) || keep?.test(line))
    .join('\n');
}
