import { readFileSync } from 'node:fs';
import glob from 'fast-glob';
import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { BlockMemory } from '../../../src/core/extract/block-memory.ts';
import { createContext } from '../../../src/core/extract/make-context.ts';
import { extract } from '../../../src/core/extract/extract.ts';

const root = new URL('../../../', import.meta.url).pathname;
const cards = glob.sync('examples/*/README.md', { cwd: root }).sort();

const said = (text: string, memory?: BlockMemory, self = 'acme/Tide') =>
  extract(
    [{ kind: 'text', file: 'README.md', text, bom: false }],
    createContext(shippedCatalogue(), self, self, memory),
  );

test('a card says the same whether its blocks were heard before or not, wherever they stand', async () => {
  const memory = new BlockMemory();
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

test('what was heard for one repository passes for no other, nor under other declared bases', async () => {
  const memory = new BlockMemory();
  const text = (base: string) =>
    `---\nbase_model: ${base}\n---\nThis is a fine-tune of mistralai/Mistral-7B-v0.1 and of acme/Tide.\n\n` +
    'acme/Tide is a fine-tune of meta-llama/Llama-3.1-8B.\n';
  for (const [base, self] of [
    ['acme/Tide', 'acme/Flow'],
    ['acme/Tide', 'mistralai/Mistral-7B-v0.1'],
    ['mistralai/Mistral-7B-v0.1', 'acme/Flow'],
    ['acme/Tide', 'acme/Flow'],
  ] as const)
    expect(await said(text(base), memory, self)).toEqual(await said(text(base), undefined, self));
});

test('the same words under another heading are heard anew', async () => {
  const memory = new BlockMemory();
  for (const heading of ['Notes', 'License', 'Training data', 'License of the code', 'Notes']) {
    const text = `---\nlicense: mit\n---\n## ${heading}\n\nApache 2.0\n`;
    expect(await said(text, memory), heading).toEqual(await said(text));
  }
});

test('it forgets what is old', () => {
  const memory = new BlockMemory();
  let heard = 0;
  const recall = (key: string) => memory.recall(key, () => ({ claims: [], listing: (heard += 1) }));
  for (let nth = 0; nth < 10_000; nth += 1) recall(`${nth}`);
  recall('9999');
  expect(heard).toBe(10_000);
  recall('0');
  expect(heard).toBe(10_001);
});
