import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSafetensors } from '../../../src/core/read/safetensors-header.ts';

function file(header: string, stated = BigInt(Buffer.byteLength(header))): Uint8Array {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(stated);
  return Buffer.concat([length, Buffer.from(header)]);
}

async function read(bytes: Uint8Array, size: number | undefined = bytes.length) {
  let asked = 0;
  const { entries, problem } = await readSafetensors((from, limit) => {
    const part = bytes.subarray(from, from + limit);
    asked += part.length;
    return Promise.resolve(part);
  }, size);
  return { plain: Object.fromEntries(entries), problem, asked };
}

const keys = (count: number) => Array.from({ length: count }, (_, nth) => `"k${nth}":"v"`).join(',');

test('the metadata is read, wherever it stands in the header', async () => {
  const metadata = '"__metadata__":{"format":"pt","ss_base_model_version":"sdxl_base_v1-0","odd":"}\\"{"}';
  const tensors = '"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';
  const expected = { format: 'pt', ss_base_model_version: 'sdxl_base_v1-0', odd: '}"{' };
  for (const header of [
    `{${metadata},${tensors}}`,
    `{${tensors},${metadata}}`,
    ` {${metadata}}`.trim(),
    `{ ${metadata} }   `,
  ])
    expect(await read(file(header))).toMatchObject({ plain: expected, problem: undefined });
});

test('tensors are not read where the metadata comes first', async () => {
  const tensors = Array.from(
    { length: 40_000 },
    (_, index) => `"layer.${index}":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}`,
  ).join(',');
  const { plain, asked } = await read(file(`{"__metadata__":{"format":"pt"},${tensors}}`));
  expect(plain).toEqual({ format: 'pt' });
  expect(asked).toBeLessThan(300 * 1024);
  expect((await read(file(`{${tensors},"__metadata__":{"format":"pt"}}`))).plain).toEqual({ format: 'pt' });
});

test('caption statistics and what is no string bear no claim', async () => {
  expect(
    (
      await read(
        file('{"__metadata__":{"ss_tag_frequency":"x","n":1,"o":{"a":"b"},"modelspec.license":"mit"}}'),
      )
    ).plain,
  ).toEqual({ 'modelspec.license': 'mit' });
  expect(await read(file('{}'))).toMatchObject({ plain: {}, problem: undefined });
});

test.each([
  ['a length beyond the file', file('{}', 50n), 'ends in the middle'],
  ['a length over 100 MB', file('{}', 2n ** 40n), 'more than the format allows'],
  ['a length of 0', file('{}', 0n), 'empty header'],
  ['no brace', file('[1]'), 'does not begin as a safetensors file'],
  ['broken JSON', file('{"__metadata__":{"a":'), 'not valid JSON'],
  ['seven bytes', new Uint8Array(7), 'too short'],
  ['too many keys', file(`{"w":{},"__metadata__":{${keys(250_000)}}}`), 'more than 250000 keys'],
  ['too many tensors', file(`{${keys(250_001)}}`), 'more than 250000 keys'],
  ['deep nesting', file('{"a":'.repeat(100_000)), 'not valid JSON'],
])('a header with %s is a problem', async (_, bytes, message) => {
  expect((await read(bytes)).problem?.what).toContain(message);
});

test('what every tensor has does not count as keys, nor do colons in strings', async () => {
  const tensor = '{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';
  const tensors = Array.from({ length: 100_000 }, (_, nth) => `"${nth}\\":":${tensor}`).join(',');
  const { plain, problem } = await read(file(`{${tensors},"__metadata__":{"a":"${':'.repeat(300_000)}"}}`));
  expect([problem, Object.keys(plain)]).toEqual([undefined, ['a']]);
});

test('no bytes whatever make the reader throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.option(fc.bigInt(0n, 2n ** 64n - 1n)), async (header, stated) => {
      await read(file(header, stated ?? undefined), undefined);
    }),
  );
});
