import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from '../../../../src/core/extract/card/blocks.ts';
import { flatten } from '../../../../src/core/extract/card/flatten-block.ts';
import { frontMatter } from '../../../../src/core/extract/card/front-matter.ts';
import { parseMarkdown } from '../../../../src/core/extract/card/markdown.ts';
import { loadMarkdown } from '../../../../src/core/extract/card/markdown.ts';
import { plainTree } from '../../../../src/core/extract/card/plain-markdown.ts';

await loadMarkdown();

/** A block as it is read by whichever tree: its words, its links, and where each letter stands. */
function read(markdown: string, tree: Parameters<typeof flatten>[2]) {
  const { text, links, span } = flatten(markdown, 7, tree);
  return { text, links, spans: [...text].map((_, at) => span(at, at + 1)) };
}

const same = (markdown: string): boolean => {
  const plain = plainTree(markdown);
  if (plain) expect(read(markdown, plain), markdown).toEqual(read(markdown, parseMarkdown(markdown)));
  return plain !== undefined;
};

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
    fc.property(fc.array(piece, { maxLength: 9 }), (parts) => void same(parts.join(''))),
    { numRuns: 20_000 },
  );
});

test.each([
  'Fine-tuned from [org/name](https://huggingface.co/org/name) on our data.\nIt is small.\n',
  '## License\n',
  'Base model: org/base_model_7b',
  '[Apache 2.0](LICENSE)',
  'DeepSeek tags `mit`.',
])('read without the parser: %j', (markdown) => {
  expect(same(markdown)).toBe(true);
});

test.each([
  '- an item',
  '**Built with Llama**',
  'a &amp; b',
  '> quoted',
  'a\n===',
  'a  \nb',
  '`` a ` b ``',
  '` code `',
  '1. one',
  '![alt](a.png)',
  '[a]',
  '[a](b "c")',
  '<b>x</b>',
  '\\*',
  '# a #',
  'a_ b_',
])('left to the parser: %j', (markdown) => {
  expect(plainTree(markdown)).toBeUndefined();
});

const corpus = new URL('../../../../../shared/corpus/labelled/', import.meta.url);

test.skipIf(!existsSync(corpus))('every block of the labelled cards', () => {
  let [plain, all] = [0, 0];
  for (const name of readdirSync(corpus)) {
    const card = new URL(`${name}/README.md`, corpus);
    if (!existsSync(card)) continue;
    const text = readFileSync(card, 'utf8');
    for (const { start, end, kind } of blocksOf(text, frontMatter(text).bodyStart)) {
      if (kind !== 'text' && kind !== 'heading') continue;
      all += 1;
      if (same(text.slice(start, end))) plain += 1;
    }
  }
  expect(plain).toBeGreaterThan(all / 4);
});
