import { describe, expect, test } from 'vitest';
import { badgeWords, shownText } from '../../../../src/core/extract/card/shown-text.ts';

const HEAD = '---\nlicense: mit\n---\n';

describe('what a reader sees', () => {
  test.each([
    ['a heading', '# Built with Llama', true],
    ['a sentence', 'It was Built with Llama indeed.', true],
    ['the words of a link', '[Built with Llama](https://llama.example)', true],
    ['the alternative text of a badge', '![Built with Llama](badge.svg)', true],
    ['an image written as a tag', '<img src=badge.svg alt="Built with Llama" width=3>', true],
    ['the words in the address of a badge', '![](https://img.shields.io/badge/Built_with-Llama-blue)', true],
    ['words between tags', '<b>Built with Llama</b>', true],
    ['a quote, for a phrase may stand in one', '> Built with Llama', true],
    ['a code fence', '```\nBuilt with Llama\n```', false],
    ['indented code', 'Text.\n\n    Built with Llama\n\nText.', false],
    ['code that a tab indents', 'Text.\n\n\tBuilt with Llama\nText.', false],
    ['a line that is indented and goes on with its paragraph', 'Text\n    Built with Llama', true],
    ['a paragraph of a list item', '- item\n\n    Built with Llama', true],
    ['a list in a list', '- item\n    - Built with Llama', true],
    ['code behind a list that has ended', '- item\n\nText.\n\n    Built with Llama', false],
    ['a comment', 'x <!-- Built with Llama --> y', false],
    ['an attribute of a tag', '<div title="Built with Llama"></div>', false],
  ])('%s: %j', (_, body, shown) =>
    expect(shownText(`${HEAD}${body}\n`).text.includes('Built with Llama')).toBe(shown),
  );

  test('where code counts too, it stays', () => {
    expect(shownText(`${HEAD}~~~\none\n~~~\n\n    two\n<!-- three -->\n`, true).text).toMatch(/one[^]*two/);
  });

  test('front matter is metadata, not text', () => {
    expect(shownText(HEAD).text).not.toContain('license');
  });

  test('a phrase leads back to where it stands', () => {
    const card = `${HEAD}# <b>One</b>\n\n<!-- two -->\nThree <i>four</i> five ![six](x)\n\n    code\nSeven\n`;
    const { text, at } = shownText(card);
    for (const word of ['One', 'Three', 'four', 'five', 'six', 'Seven'])
      expect(card.slice(at(text.indexOf(word)), at(text.indexOf(word)) + word.length)).toBe(word);
  });
});

test.each([
  ['Built_with-Llama-blue', 'Built with Llama'],
  ['Built%20with-Llama%203.1-blue.svg', 'Built with Llama 3.1'],
  ['a--b-c__d-red', 'a-b c_d'],
  ['100%-sure-red', '100% sure'],
  ['alone', 'alone'],
])('the badge %s shows "%s"', (path, words) => expect(badgeWords(path)).toBe(words));
