import { expect, test } from 'vitest';
import { readGguf } from '../../../src/core/read/gguf-header.ts';
import { readCounted as read, type Entry } from '../../support/read-gguf.ts';
import { writeGguf, type Typed } from '../../support/write-gguf.ts';

const general: readonly Entry[] = [
  ['general.architecture', ['string', 'llama']],
  ['general.license', ['string', 'llama3.1']],
];

test('a vocabulary before the general keys is passed over, one after them is not even read', async () => {
  const tokens: Entry = [
    'tokenizer.ggml.tokens',
    ['array', Array.from({ length: 200_000 }, (_, index): Typed => ['string', `token ${index}`])],
  ];
  expect((await read(writeGguf([tokens, ...general]))).plain).toMatchObject({
    'general.license': 'llama3.1',
  });
  expect((await read(writeGguf([...general, tokens]))).asked).toBeLessThanOrEqual(128 * 1024);
});

test('a long array of numbers is skipped without reading it', async () => {
  const scores: Entry = ['llama.scores', ['array', Array.from({ length: 900_000 }, (): Typed => ['f32', 0])]];
  const { plain, asked } = await read(writeGguf([scores, ...general]));
  expect(plain).toMatchObject({ 'general.license': 'llama3.1' });
  expect(asked).toBeLessThan(400 * 1024);
});

/**
 * A file without end: the preamble of 100,000 keys, then one entry over and over, each with a long tail of
 * zeros.
 */
function endless(entry: Uint8Array, zeros: number) {
  const preamble = writeGguf([], { count: 100_000n });
  const period = entry.length + zeros;
  return readGguf((from, limit) => {
    const chunk = new Uint8Array(limit);
    if (from === 0) chunk.set(preamble);
    const before = Math.max(0, Math.floor((from - preamble.length) / period));
    for (let start = preamble.length + before * period; start < from + limit; start += period)
      for (
        let index = Math.max(0, from - start);
        index < entry.length && start + index < from + limit;
        index++
      )
        chunk[start + index - from] = entry[index] ?? 0;
    return Promise.resolve(chunk);
  }, undefined);
}

const head = (key: string, items: number, count: number): Uint8Array => {
  const bytes = Uint8Array.from(writeGguf([[key, ['array', []]]]).subarray(24));
  new DataView(bytes.buffer).setUint32(bytes.length - 12, items, true);
  new DataView(bytes.buffer).setUint32(bytes.length - 8, count, true);
  return bytes;
};

test.each([
  ['vocabularies', 'llama.x', 8, 1_000_000, 8, 'larger than 50 MiB'],
  ['arrays in arrays', 'llama.x', 9, 1_000_000, 12, 'more arrays'],
  ['arrays in arrays to keep', 'general.x', 9, 1_000_000, 12, 'more arrays'],
  ['numbers to keep', 'general.x', 0, 1_000_000, 1, 'more values'],
] as const)('a header of endless %s is given up soon', async (_, key, items, count, width, message) => {
  expect((await endless(head(key, items, count), count * width)).problem?.what).toContain(message);
});
