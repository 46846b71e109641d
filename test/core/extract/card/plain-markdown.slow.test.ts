import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAlike } from '../../../../scripts/measure/card-faults.ts';

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Fine-tuned from ',
      'the model',
      ' ',
      '\n',
      '. ',
      'Base model: ',
      '모델',
      'org/name-7B',
      '[org/name](https://huggingface.co/org/name)',
      '[the LICENSE](LICENSE)',
      'a_b',
      '2.0',
      '`mit`',
      '`a b`',
      '` x `',
    ),
  },
  fc.constantFrom(
    '_',
    '*',
    '`',
    '[',
    ']',
    '(',
    ')',
    '!',
    '<',
    '>',
    '&',
    '\\',
    '#',
    '-',
    '+',
    '=',
    '~',
    '1.',
    '1)',
    '  ',
    '\t',
    '\r',
    '|',
    ':',
    'https://x.y/z',
    '[a]: b',
    '---',
    '===',
    '"',
    '![alt](b.png)',
    '[a](b "c")',
    '[a](<b>)',
    '[a b](c)',
    '\u00a0',
    '\u3000',
    '🎉',
    '\0',
    '> ',
    '# ',
    '## ',
    '    ',
  ),
);

test('a plain block reads as the parser reads it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (parts) =>
      expect(readAlike(parts.join(''))).not.toBe(false),
    ),
    { numRuns: 20_000 },
  );
});
