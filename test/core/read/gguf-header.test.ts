import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gguf } from '@huggingface/gguf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tempFolder } from '../../support/temp-folder.ts';
import { readCounted as read, type Entry } from '../../support/read-gguf.ts';
import { writeGguf, type Typed } from '../../support/write-gguf.ts';

const ENTRIES: readonly Entry[] = [
  ['general.architecture', ['string', 'llama']],
  ['general.license', ['string', 'llama3.1']],
  ['general.base_model.count', ['u32', 1]],
  ['general.base_model.0.repo_url', ['string', 'https://huggingface.co/meta-llama/Llama-3.1-8B']],
  [
    'general.tags',
    [
      'array',
      [
        ['string', 'chat'],
        ['string', '한국어'],
      ],
    ],
  ],
  ['llama.block_count', ['u32', 32]],
  [
    'llama.rope.scaling',
    [
      'array',
      [
        ['f32', 1],
        ['f32', 2],
      ],
    ],
  ],
  ['general.file_type', ['u32', 15]],
  [
    'tokenizer.ggml.tokens',
    ['array', Array.from({ length: 50 }, (_, index): Typed => ['string', `t${index}`])],
  ],
];
const KEPT = {
  'general.architecture': 'llama',
  'general.license': 'llama3.1',
  'general.base_model.count': 1,
  'general.base_model.0.repo_url': 'https://huggingface.co/meta-llama/Llama-3.1-8B',
  'general.tags': ['chat', '한국어'],
  'general.file_type': 15,
};

test.each([
  { version: 1 },
  { version: 2 },
  { version: 3 },
  { version: 3, big: true },
  { version: 2, big: true },
] as const)('version and byte order %j are read', async (shape) => {
  const { plain, problem } = await read(writeGguf(ENTRIES, shape));
  expect(problem).toBeUndefined();
  expect(plain).toEqual(KEPT);
});

test("the Hub's own reader agrees on every key that is kept", async () => {
  const file = join(tempFolder(), 'x.gguf');
  for (const version of [2, 3] as const) {
    const bytes = writeGguf(ENTRIES, { version });
    writeFileSync(file, bytes);
    const { metadata } = await gguf(file, { allowLocalFile: true });
    const { plain } = await read(bytes);
    expect(Object.keys(plain).length).toBeGreaterThan(5);
    expect(metadata).toMatchObject(plain);
  }
});

test('every type of value is read', async () => {
  const values: readonly Typed[] = [
    ['u8', 200],
    ['i8', -5],
    ['u16', 60_000],
    ['i16', -6],
    ['u32', 4e9],
    ['i32', -7],
    ['f32', 0.5],
    ['f64', 0.1],
    ['bool', true],
    ['u64', 7n],
    ['i64', -8n],
    ['u64', 2n ** 63n],
    ['string', 'x'],
    [
      'array',
      [
        [
          'array',
          [
            ['u8', 1],
            ['u8', 2],
          ],
        ],
        ['array', []],
      ],
    ],
  ];
  const { plain, problem } = await read(
    writeGguf(values.map((value, index): Entry => [`general.v${String(index).padStart(2, '0')}`, value])),
  );
  expect(problem).toBeUndefined();
  expect(Object.values(plain)).toEqual([
    200,
    -5,
    60_000,
    -6,
    4e9,
    -7,
    0.5,
    0.1,
    true,
    7,
    -8,
    '9223372036854775808',
    'x',
    [[1, 2], []],
  ]);
});

const general = writeGguf([
  ['general.architecture', ['string', 'llama']],
  ['general.license', ['string', 'mit']],
]);
const at = (bytes: Uint8Array, offset: number, value: bigint): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  new DataView(copy.buffer).setBigUint64(offset, value, true);
  return copy;
};
const deep = (levels: number): Typed => (levels === 0 ? ['u8', 1] : ['array', [deep(levels - 1)]]);

test.each([
  ['2^63 keys', writeGguf([], { count: 2n ** 63n }), 'claims 9223372036854775808 keys', 0],
  ['a string longer than the file', at(general, 24 + 8 + 20 + 4, 5000n), 'ends in the middle', 0],
  ['a string of 2^64 - 1 bytes', at(general, 24 + 8 + 20 + 4, 2n ** 64n - 1n), 'bytes in one string', 0],
  ['a cut in the second value', general.subarray(0, general.length - 2), 'ends in the middle', 1],
  ['a cut in the preamble', general.subarray(0, 9), 'ends in the middle', 0],
  ['nothing', new Uint8Array(), 'ends in the middle', 0],
  ['another magic', Buffer.from('ggjt0000000000000000'), 'does not begin as a GGUF file does', 0],
  ['version 9', at(general, 4, 9n), 'has GGUF version 9', 0],
  ['more keys than there are', writeGguf(ENTRIES.slice(0, 2), { count: 3n }), 'ends in the middle', 2],
  ['arrays nested too deep', writeGguf([['general.x', deep(5)]]), 'nests arrays', 0],
  ['skipped arrays nested too deep', writeGguf([['llama.x', deep(5)]]), 'nests arrays', 0],
] as const)('a header with %s gives what was read before and a problem', async (_, bytes, message, kept) => {
  for (const size of [bytes.length, undefined]) {
    const header = await read(bytes, size);
    expect(header.problem?.what).toContain(message);
    expect(header.entries.size).toBe(kept);
  }
});

test('an array that claims 2^40 items is refused', async () => {
  const bytes = writeGguf([['llama.x', ['array', [['string', 'a']]]]]);
  expect((await read(at(bytes, 24 + 8 + 7 + 4 + 4, 2n ** 40n))).problem?.what).toContain(
    'items in one array',
  );
});

test('no bytes whatever make the reader throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (tail, valid) => {
      const bytes = valid ? Buffer.concat([writeGguf([], { count: 50n }), tail]) : tail;
      await read(bytes);
    }),
    { numRuns: 500 },
  );
});
