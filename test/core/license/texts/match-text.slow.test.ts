import { test, expect } from 'vitest';
import fc from 'fast-check';
import { loadIndex, matchText } from '../../../../src/core/license/texts/match-text.ts';
import type { TextMatch } from '../../../../src/core/model/text-match.ts';
import { anyText } from '../../../support/any-text.ts';
import { spdxText } from '../../../support/license-texts.ts';

const index = loadIndex();
const match = (text: string): TextMatch => matchText('LICENSE', text, index);
const MIT = spdxText('MIT');

test('no text makes it throw, and lines stay within the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText({ maxLength: 10 }), fc.constantFrom(...MIT.split('\n'))), {
        maxLength: 60,
      }),
      (parts) => {
        const text = parts.join('\n');
        const last = text.split('\n').length;
        for (const { lines, added } of match(text).hits)
          for (const [from, to] of [lines, ...added])
            expect(from >= 1 && from <= to && to <= last).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('no flood makes it throw', () => {
  for (const text of [
    'a '.repeat(2e6),
    MIT.repeat(2000),
    'copyright (c) '.repeat(3e5),
    `${'\n'.repeat(3e6)}`,
    'x'.repeat(5e6),
    'neither the name of '.repeat(2e5),
    '文'.repeat(2e6),
  ])
    match(text);
});
