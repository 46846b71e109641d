import { expect, test } from 'vitest';
import { flatten } from '../../../../src/core/extract/card/flatten-block.ts';
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
