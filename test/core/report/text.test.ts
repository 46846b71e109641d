import { expect, test } from 'vitest';
import { displayWidth, fitting, fittingEnd } from '../../../src/core/report/terminal/display-width.ts';
import { lineIndexes, Lines } from '../../../src/core/report/line-index.ts';
import { folded, printable, wrap } from '../../../src/core/report/terminal/wrap.ts';
import { text } from '../../support/report-world.ts';

test.each([
  ['abc', 3],
  ['한국어', 6],
  ['ㅎ', 2],
  ['中文', 4],
  ['ｆｕｌｌ', 8],
  ['é', 1],
  ['e\u0301', 1],
  ['\u1112\u1161\u11ab', 2],
  ['👍', 2],
  ['✅', 2],
  ['→', 1],
  ['│', 1],
  ['\u200d', 0],
  ['𠀀', 2],
])('%j takes %i columns', (value, width) => {
  expect(displayWidth(value)).toBe(width);
});

test('a cut never halves a character', () => {
  expect(fitting('a한글', 2)).toBe('a');
  expect(fitting('👍👍', 3)).toBe('👍');
  expect(fittingEnd('👍👍', 3)).toBe('👍');
  expect(fittingEnd('abc', 0)).toBe('');
});

test('words wrap at the width; an address stays whole, writing without spaces is cut', () => {
  expect(wrap('aa bb cc', 5)).toEqual(['aa bb', 'cc']);
  expect(wrap('see https://example.org/a/long/path now', 10)).toEqual([
    'see',
    'https://example.org/a/long/path',
    'now',
  ]);
  expect(wrap('模型許可證文字', 6)).toEqual(['模型許', '可證文', '字']);
  expect(wrap('', 10)).toEqual([]);
});

test('what is printable keeps its length, so that columns still point at it', () => {
  for (const value of ['a\tb', '\u001b[31m', '\u202eabc', '\ud800x', 'x\udc00', '\u{e0041}', 'ok 👍'])
    expect(printable(value)).toHaveLength(value.length);
  expect(printable('\u{e0041}\ud800\u2028\u200b')).toBe('\ufffd'.repeat(5));
  expect(printable('한국어 👩‍💻')).toBe('한국어 👩‍💻');
});

test('lines end at LF, CRLF and CR alike', () => {
  const lines = new Lines('a\r\nb\rc\nd');
  expect([0, 3, 5, 7, 8].map((offset) => lines.at(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
    { line: 4, column: 2 },
  ]);
  expect([1, 2, 3, 4].map((number) => lines.line(number))).toEqual(['a', 'b', 'c', 'd']);
});

test('a place in a file that was not read, and a key, have no line', () => {
  const frame = lineIndexes([text('a.md', 'x')]);
  expect(frame({ file: 'b.md', start: 0, end: 0 })).toBeUndefined();
  expect(frame({ file: 'a.md', key: 'k' })).toBeUndefined();
  expect(frame({ file: 'a.md', start: 0, end: 1 })).toMatchObject({ end: { line: 1, column: 2 } });
});

test('a message folds under its first word where a terminal would break it, and nothing else changes', () => {
  const said =
    'licet: No model repository found in this folder\n  hint  A model repository has a README.md ' +
    'with front matter, or weights\nnote\n';
  expect(folded(said, 80)).toBe(said);
  expect(folded(said, 40)).toBe(
    'licet: No model repository found in this\n       folder\n  hint  A model repository has a\n     ' +
      '   README.md with front matter, or\n        weights\nnote\n',
  );
});
