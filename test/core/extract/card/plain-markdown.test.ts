import fc from 'fast-check';
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
  '**Base model**: org/name; (**7B**), **a**!',
  '- **Orca**: trained by *us*, (*recommended*).',
  '*Pythia* models were **renamed**.',
  '[**Qwen team**](https://huggingface.co/Qwen) and **[X](b)**, *[Y `z`](c)*',
  '**A `b` c** d',
  'two\r\n**lines** and\r\na [third](b)\r\n',
  'chat & code, R & D',
  'blanks behind it  \n',
  '- **License:** [More Information Needed]',
  '- [ ] open, [x] and [y',
  '### 1. License',
  '## + more',
  '## and here \r\n',
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
  '**a**b',
  'a**b** c',
  '** a **',
  '**a *b* c**',
  '***a***',
  'two\r\r\nlines',
  'one \r\ntwo',
  '*a **b** c*',
  '**a *b***',
  '* * *',
  '***',
  '[*a](b)*',
  '[a [b](c)](d)',
  '**a**b**c**',
  'a*b*',
  '&copy; us',
  'a &amp; b',
  '> quoted',
  'a\n===',
  'a  \nb',
  '`` a ` b ``',
  '` code `',
  '![](a.png)',
  '[![a](b)](c)',
  '[a]: b',
  '[a][b]',
  '[a](b "c")',
  '<b>x</b>',
  '\\*',
  '# a #',
  'a_ b_',
])('left to the parser: %j', (markdown) => {
  expect(plainTree(markdown)).toBeUndefined();
});

test('whatever is read without the parser is read as it reads it', () => {
  const piece = fc.constantFrom(
    ...['*', '**', '`', '_', '[a](b)', '[', '](c)', '!', '&', 'R', 'b c', ' ', '(', ')', ':', '.', '-', '#'],
    ...['\n', '\r\n', '  ', '<', '1.', ']', '[x]', '## ', '+ ', '모델', '’', '\t', '> ', '~'],
  );
  let plain = 0;
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      if (same(pieces.join(''))) plain += 1;
    }),
    { numRuns: 6000 },
  );
  expect(plain).toBeGreaterThan(300);
});
