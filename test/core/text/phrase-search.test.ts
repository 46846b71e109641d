import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsSentence, normalizePhrase } from '../../../src/core/text/phrase-search.ts';

/** What may stand at the seam of two paragraphs, and what is folded to nothing or to other letters. */
const signs = fc.constantFrom(
  ...Array.from('aZ9.-"*\\[|。，（」漢字𠀀한か゛\u0301¨ﬁΣİ©\u3000\u00a0\t\n '),
  ...['> ', '<https://', 'https://www.', 'http', '\n\n', '\r\n\r\n', '\n\n\n'],
);
const texts = fc
  .array(signs, { minLength: 1, maxLength: 60 })
  .map((some) => some.join('').repeat(Math.ceil(2000 / some.join('').length)));

test('a long text is folded to the same phrase wherever its paragraphs end', () => {
  fc.assert(
    fc.property(texts, (text) => {
      // Of blanks any number is one: so no paragraph ends.
      const whole = text.replace(/\n(?=\r?\n)/g, '\n ');
      expect(whole).not.toMatch(/\n\r?\n/);
      expect(normalizePhrase(text)).toBe(normalizePhrase(whole));
    }),
    { numRuns: 2000 },
  );
});

test('a sentence is found over the end of a paragraph, as within one', () => {
  const filler = 'Nothing of interest stands here.\n\n'.repeat(100);
  expect(holdsSentence(normalizePhrase(`${filler}Built with\n\n"Llama".`), 'Built with Llama')).toBe(true);
  expect(holdsSentence(normalizePhrase(`${filler}本模型\n\n基于 Qwen。`), '本模型基于Qwen')).toBe(true);
});
