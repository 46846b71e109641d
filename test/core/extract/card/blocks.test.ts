import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../../src/core/extract/card/blocks.ts';

/** Kinds and words of the blocks, in order. */
const seen = (text: string) =>
  blocksOf(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end).trim()}`);

describe('a card falls into blocks', () => {
  test.each([
    ['a paragraph of two lines is one', 'one\ntwo\n\nthree', ['text one\ntwo', 'text three']],
    [
      'each item of a list is one',
      '- one\n- two\n  more\n1. three',
      ['text - one', 'text - two\n  more', 'text 1. three'],
    ],
    [
      'a line under a line makes a heading',
      'License\n-------\nMIT',
      ['heading License\n-------', 'text MIT'],
    ],
    ['a line under two lines is a rule', 'one\ntwo\n---\nthree', ['text one\ntwo', 'text three']],
    [
      'a fence ends with as many marks as it began',
      '````\n```\na\n````\nb',
      ['fence ````\n```\na\n````', 'text b'],
    ],
    ['a fence that never ends takes the rest', '```\na\n\nb', ['fence ```\na\n\nb']],
    [
      'tables and quotes are kept apart from text',
      'a\n| b | c |\n> d',
      ['text a', 'table | b | c |', 'quote > d'],
    ],
    [
      "a box holds the author's own words, and ends where its mark ends",
      'a\n> [!NOTE]\n> b\n>\n> c\nd\n> e',
      ['text a', 'text > [!NOTE]\n> b\n>\n> c', 'text d', 'quote > e'],
    ],
    [
      'a comment ends at its mark, and what follows is read',
      '<!-- a --> b',
      ['comment <!-- a -->', 'text b'],
    ],
    [
      'a comment that opens in a line hides its lines, blank ones too',
      'a <!-- b\n\nc --> d',
      ['text a', 'comment <!-- b\n\nc -->', 'text d'],
    ],
    ['a comment within a line stays in it', 'a <!-- b --> c', ['text a <!-- b --> c']],
    [
      'marks of a comment in code open none',
      'write `<!--` first\n\nb',
      ['text write `<!--` first', 'text b'],
    ],
    ['Windows line ends are line ends', '# a\r\n\r\nb\r\n', ['heading # a', 'text b']],
  ])('%s', (_, text, expected) => expect(seen(text)).toEqual(expected));

  test('a heading gives its words without marks', () => {
    expect(blocksOf('##  License ##\n').map(({ title }) => title)).toEqual(['License']);
  });
});

test.each(['#\n', '- a\n', '# a\n', '<!---->\n', '> a\n\n'])(
  'of very many lines of %j, the rest is one block',
  (line) => {
    const text = line.repeat(200_000);
    const blocks = blocksOf(text);
    const last = blocks.at(-1);
    expect(blocks.length).toBeLessThanOrEqual(50_001);
    expect([last?.kind, last?.end]).toEqual(['text', text.length]);
    expect(last?.start).toBeLessThanOrEqual(text.length / 2);
  },
);
