import { readFileSync } from 'node:fs';
import glob from 'fast-glob';
import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { Memory } from '../../../src/core/extract/memory.ts';
import { createContext } from '../../../src/core/extract/make-context.ts';
import { extract } from '../../../src/core/extract/extract.ts';

const root = new URL('../../../', import.meta.url).pathname;
const cards = glob.sync('examples/*/README.md', { cwd: root }).sort();

const said = (text: string, memory?: Memory, self = 'acme/Tide') =>
  extract(
    [{ kind: 'text', file: 'README.md', text, bom: false }],
    createContext(shippedCatalogue(), self, self, memory),
  );

test('a card says the same whether its blocks were heard before or not, wherever they stand', async () => {
  const memory = new Memory();
  expect(cards.length).toBeGreaterThan(20);
  let heard = 0;
  for (const card of cards) {
    const text = readFileSync(root + card, 'utf8');
    const end = text.indexOf('\n---\n', 3) + 5;
    const shifted = `${text.slice(0, end)}\nSome words more.\n\n${text.slice(end)}`;
    const under = `${text.slice(0, end)}\n## License\n\n${text.slice(end)}`;
    for (const one of [text, text, shifted, under, text]) {
      const claims = await said(one, memory);
      heard += claims.length;
      expect(claims, card).toEqual(await said(one));
    }
  }
  expect(heard).toBeGreaterThan(500);
});

const told = async (text: string, memory: Memory, self?: string) => {
  const claims = await said(text, memory, self);
  expect(claims, text).toEqual(await said(text, undefined, self));
  return claims.map((claim) => `${claim.kind} ${claim.kind === 'license' ? claim.about : ''}`.trim());
};

test('what was heard for one repository passes for no other', async () => {
  const memory = new Memory();
  const text = '---\nlicense: mit\n---\nacme/Tide is a fine-tune of meta-llama/Llama-3.1-8B.\n';
  const seen = [];
  for (const self of ['acme/Tide', 'meta-llama/Llama-3.1-8B', 'acme/Tide'])
    seen.push((await told(text, memory, self)).filter((kind) => kind === 'upstream').length);
  expect(seen).toEqual([1, 0, 1]);
});

test('what the front matter declares counts for words that were heard under another', async () => {
  const memory = new Memory();
  const text = (base: string) =>
    `---\nlicense: mit\nbase_model: ${base}\n---\nZephyr is a fine-tuned version of other/root-7b.\n`;
  const seen = [];
  for (const base of ['other/root-7b', 'acme/zephyr-7b', 'other/root-7b', 'acme/zephyr-7b'])
    seen.push((await told(text(base), memory)).filter((kind) => kind === 'upstream').length);
  // Of its own base's base a card says nothing of a first step.
  expect(seen).toEqual([2, 1, 2, 1]);
});

test('the title counts for words that were heard under another', async () => {
  const memory = new Memory();
  const text = (title: string) => `# ${title}\n\n## Notes\n\nMergekit itself is licensed under BUSL-1.1.\n`;
  const seen = [];
  for (const title of ['Tide', 'Mergekit', 'Tide', 'Mergekit'])
    seen.push((await told(text(title), memory)).filter((kind) => kind.startsWith('license')));
  expect(seen).toEqual([['license other'], ['license unsaid'], ['license other'], ['license unsaid']]);
});

test('an item says what its list was announced as', async () => {
  const memory = new Memory();
  const text = (announced: string) => `# Tide\n\n${announced}\n\n- acme/one-7b\n- acme/two-7b\n`;
  const seen = [];
  for (const announced of ['It is a merge of:', 'It is fine-tuned from:', 'It was compared with:'])
    for (const claim of await said(text(announced), memory)) {
      if (claim.kind === 'upstream') seen.push(`${claim.relation} ${claim.model}`);
    }
  expect(seen).toEqual([
    'merge acme/one-7b',
    'merge acme/two-7b',
    'finetune acme/one-7b',
    'finetune acme/two-7b',
  ]);
});

test('a heading above the heading counts, and whether words are the first below it', async () => {
  const memory = new Memory();
  const license = async (text: string) =>
    (await said(`# Tide\n\n${text}`, memory)).filter(({ kind }) => kind === 'license').length;
  const part = (above: string) => `## ${above}\n\n### Code\n\nApache 2.0\n`;
  expect([await license(part('Notes')), await license(part('License'))]).toEqual([0, 1]);
  const third = (second: string) => `## License\n\n${second}MIT for now\n`;
  expect([await license(third('')), await license(third('See below.\n\n'))]).toEqual([1, 0]);
});

test('words that ask for neither title nor bases are heard once', async () => {
  const hear = () => ({ claims: [], listing: (heard += 1) });
  let heard = 0;
  const memory = new Memory();
  for (const bases of ['a', 'b']) memory.ofBlock('plain', () => bases, hear);
  expect(heard).toBe(1);
  const asking = (asks: () => void) => (asks(), hear());
  for (const bases of ['a', 'b', 'a', 'b']) memory.ofBlock('asking', () => bases, asking);
  expect(heard).toBe(3);
});

test('a file beside the card says the same whether it was heard before or not', async () => {
  const memory = new Memory();
  const license = readFileSync(`${root}LICENSE`, 'utf8');
  const files = (text: string, python: boolean) => [
    { kind: 'text', file: 'README.md', text: '---\nlicense: mit\n---\n', bom: false } as const,
    { kind: 'text', file: 'LICENSE', text, bom: false } as const,
    ...(python ? [{ kind: 'text', file: 'a.py', text: '# Copyright Acme\n', bom: false } as const] : []),
  ];
  const context = (one?: Memory) => createContext(shippedCatalogue(), 'acme/Tide', 'acme/Tide', one);
  for (const text of [license, license, 'MIT License', `${license}\nOnly on Sundays.`, license])
    for (const python of [true, false])
      expect(await extract(files(text, python), context(memory))).toEqual(
        await extract(files(text, python), context()),
      );
});

test('the same words under another heading are heard anew', async () => {
  const memory = new Memory();
  for (const heading of ['Notes', 'License', 'Training data', 'License of the code', 'Notes']) {
    const text = `---\nlicense: mit\n---\n## ${heading}\n\nApache 2.0\n`;
    expect(await said(text, memory), heading).toEqual(await said(text));
  }
});
