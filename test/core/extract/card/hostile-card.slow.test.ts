import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../../src/core/extract/card/blocks.ts';
import { cardClaims } from '../../../../src/core/extract/card/card.ts';
import { createContext } from '../../../../src/core/extract/make-context.ts';
import { shownText } from '../../../../src/core/extract/card/shown-text.ts';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { growth, STRAIGHT } from '../../../support/growth.ts';

const context = createContext(shippedCatalogue(), undefined);
const claimsOf = (text: string) => cardClaims({ kind: 'text', file: 'README.md', text, bom: false }, context);
const filled = (words: string, length: number) =>
  words.repeat(Math.ceil(length / words.length)).slice(0, length);
const fenced = (yaml: string) => `---\n${yaml}\n---\n`;

const letters = [...'abcdefghij'];
const bomb = letters
  .map(
    (name, index) =>
      `${name}: &${name} ` +
      `[${Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*${letters[index - 1] ?? 'a'}`)).join(',')}]`,
  )
  .join('\n');

describe('hostile front matter', () => {
  test.each([
    ['two thousand open brackets', `a: ${'['.repeat(2_000)}`],
    ['fifty thousand open braces', `a: ${'{a: '.repeat(50_000)}`],
    [
      'two thousand levels of indentation',
      Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ],
    ['fifty thousand dashes', `a:\n  ${'- '.repeat(50_000)}x`],
    ['ten million characters of values', filled('key: value\n', 10_000_000)],
  ])('%s end in one message', async (_, yaml) => {
    const claims = await claimsOf(fenced(yaml));
    expect(claims[0]).toMatchObject({ kind: 'card' });
    expect(claims.filter(({ kind }) => kind === 'card')).toHaveLength(1);
  });

  test.each([
    ['aliases that multiply', `${bomb}\nlicense: *j\nbase_model: *j\ntags: *j`],
    ['an alias within its own anchor', 'a: &a [*a]\nlicense: &l [*l]'],
    ['sixty thousand keys', Array.from({ length: 60_000 }, (_, index) => `k${index}: v`).join('\n')],
    ['one key thirty thousand times', filled('license: mit\n', 390_000)],
    ['sixty thousand bases', `base_model:\n${filled('- acme/base-7b\n', 450_000)}`],
    ['a key of four hundred thousand letters', `${filled('license', 400_000)}: mit`],
    ['a string of nothing but escapes', `license: "${filled('\\', 400_000)}`],
  ])('%s yield few claims', async (_, yaml) => {
    expect((await claimsOf(fenced(yaml))).length).toBeLessThan(5_000);
  });
});

describe('hostile text', () => {
  test.each([
    ['blanks', ' '],
    ['line ends', '\n'],
    ['open comments', 'license <!-- '],
    ['closed comments', '<!-- license --> '],
    ['open brackets', '[license'],
    ['open links', '[license]('],
    ['open tags', '<a license '],
    ['emphasis', '*license **a _b '],
    ['backticks', '`license '],
    ['quotes', '> license '],
    ['items in items', '- - - - license\n'],
    ['headings', '# License\n'],
    ['sentences with a cue each', 'A fine-tuned version of Llama 2. '],
    ['cues without a model', 'fine-tuning of data '],
    ['ids', 'fine-tuned from acme/base-7b '],
    ['addresses', 'based on https://huggingface.co/acme/base-7b/'],
    ['license labels', 'License: MIT\n'],
    ['misplaced fences', 'x\n---\nlicense: mit\n'],
    ['blanks of a template', '[insert '],
    ['badges', '![license](https://img.shields.io/badge/License-'],
    ['Korean', '라이선스를 기반으로 '],
    ['Chinese', '基于许可'],
    ['half characters', 'license \ud800'],
  ])('up to a million characters of %s are read in a time that grows with their number', async (_, words) => {
    const made = (length: number) => filled(words, length);
    expect(await growth(made, 1_000_000, claimsOf)).toBeLessThan(STRAIGHT);
    expect(await growth(made, 1_000_000, shownText)).toBeLessThan(STRAIGHT);
  });

  test.each([
    ['open links', '[a]('],
    ['emphasis', '*a **b _c '],
    ['cues', 'fine-tuning of data '],
    ['labels', 'License: a\n'],
  ])('up to 160 paragraphs of %s are read in a time that grows with them', async (_, words) => {
    const made = (paragraphs: number) => `license ${filled(words, 7_900)}\n\n`.repeat(paragraphs);
    expect(await growth(made, 160, claimsOf)).toBeLessThan(STRAIGHT);
  });

  test('every place lies within the file, whatever stands in it', async () => {
    const text =
      `${fenced('license: mit\nbase_model: [acme/base-7b]')}# License\n\n<b>MIT</b> &amp; \\*co\\*\r\n` +
      '\r\n- [a](https://huggingface.co/acme/base-7b) is \ud800\n    - fine-tuned from acme/base-7b';
    for (const { place } of await claimsOf(text)) {
      if (!('start' in place)) continue;
      expect(place.start).toBeLessThanOrEqual(place.end);
      expect(place.end).toBeLessThanOrEqual(text.length);
    }
  });
});

test.each([
  ['marks of headings', '# '],
  ['comments in one line', '<!-- a --> '],
  ['comments that stay open', '<!-- '],
  ['rules', 'a\n---\n---\n'],
  ['bars', '|'],
  ['fences', '```\n'],
])('up to a million characters of %s are split in a time that grows with their number', async (_, words) => {
  const made = (length: number) => filled(words, length);
  expect(await growth(made, 1_000_000, blocksOf)).toBeLessThan(STRAIGHT);
});
