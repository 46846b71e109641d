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
  'Windows ends lines so.\r\n',
  '## License\r\n\r\n',
  '- an item',
  '* [a](b), and `c`\n',
  '1. one',
  '12) twelve **times** [over](b)',
  '**Built with Llama**',
  '**Base model:** org/name, **7B** (and more)',
  '**(a)** b **c d.** e',
  '## **License**',
  'A ![picture](a.png) of it',
  '![alt](a.png)',
])('read without the parser: %j', (markdown) => {
  expect(same(markdown)).toBe(true);
});

test.each([
  '- an item\n- and another',
  '- an item\n  that goes on',
  '-  two blanks',
  '- # heading',
  '- - inner',
  '- [ ] open',
  '**a**b',
  'a**b** c',
  '** a **',
  '**a *b* c**',
  '***a***',
  '**[a](b)**',
  'two\r\nlines',
  'a &amp; b',
  '> quoted',
  'a\n===',
  'a  \nb',
  '`` a ` b ``',
  '` code `',
  '![](a.png)',
  '[![a](b)](c)',
  '[a]',
  '[a](b "c")',
  '<b>x</b>',
  '\\*',
  '# a #',
  'a_ b_',
])('left to the parser: %j', (markdown) => {
  expect(plainTree(markdown)).toBeUndefined();
});
