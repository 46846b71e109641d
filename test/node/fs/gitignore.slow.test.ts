import fc from 'fast-check';
import ignore from 'ignore';
import { expect, test } from 'vitest';
import { Patterns } from '../../../src/node/fs/gitignore.ts';

const line = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      'tmp',
      '.md',
      '*',
      '**',
      '/',
      '?',
      '[ab]',
      '\\*',
      '\\ ',
      '!',
      '#',
      ' ',
      '-',
      '[!x',
      ']',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const path = fc
  .array(fc.constantFrom('a', 'b', 'tmp', 'TMP.md', 'ab*', '# ', '-', 'x y'), { minLength: 1, maxLength: 4 })
  .chain((parts) => fc.constantFrom(parts.join('/'), `${parts.join('/')}/`));

test('a pattern whose stem a path lacks does not match it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), path, (lines, at) => {
      const { ignored, unignored } = ignore().add(lines).test(at);
      const found = new Patterns(lines).test(at);
      expect([found.ignored, found.unignored]).toEqual([ignored, unignored]);
    }),
    { numRuns: 3000 },
  );
});

test('what could take for ever is left out', () => {
  expect(new Patterns(['a*b*c*d*e*f', 'x']).test('abcdef').ignored).toBe(false);
  expect(new Patterns(['a*b*c*d*e*f', 'x']).test('x').ignored).toBe(true);
});
