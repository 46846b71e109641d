import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryRepo } from '../../../src/core/read/memory-repo.ts';
import { CARD_LIMIT, decode, readText } from '../../../src/core/read/decode-text.ts';

const CARD = '---\nlicense: mit\n---\n# 모델\n';
const read = (content: string | Uint8Array, limit = CARD_LIMIT) =>
  readText(memoryRepo({ 'README.md': content }), 'README.md', limit);
const utf16 = (text: string, big: boolean): Buffer =>
  big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le');

test('UTF-8 is read as it is, line ends included', async () => {
  expect(await read('a\r\nb\rc\n한')).toEqual({
    kind: 'text',
    file: 'README.md',
    text: 'a\r\nb\rc\n한',
    bom: false,
  });
});

test('the byte order mark is kept out of the text and remembered', async () => {
  expect(await read(`\uFEFF${CARD}`)).toEqual({ kind: 'text', file: 'README.md', text: CARD, bom: true });
});

test.each([
  ['UTF-16 LE', utf16(`\uFEFF${CARD}`, false), true],
  ['UTF-16 BE', utf16(`\uFEFF${CARD}`, true), true],
  ['UTF-16 LE', utf16(CARD, false), false],
  ['UTF-16 BE', utf16(CARD, true), false],
] as const)('%s is decoded, and the user told', async (name, bytes, bom) => {
  expect(await read(bytes)).toEqual({
    kind: 'text',
    file: 'README.md',
    text: CARD,
    bom,
    problem: {
      what: `"README.md" is saved as ${name}, not UTF-8`,
      hint: 'Save it as UTF-8 without a byte order mark',
    },
  });
});

test('bytes that are no UTF-8 are named with their line', async () => {
  const source = await read(
    Buffer.concat([Buffer.from('one\ntwo\n'), Buffer.from([0xc0, 0xaf]), Buffer.from('\nlicense: mit')]),
  );
  expect(source).toMatchObject({
    kind: 'text',
    text: 'one\ntwo\n\uFFFD\uFFFD\nlicense: mit',
    problem: { what: '"README.md" holds bytes that are not UTF-8 (line 3)' },
  });
});

test('a NUL byte in a text is a problem, a binary file is not read as text', async () => {
  expect(await read('a\0b')).toMatchObject({
    kind: 'text',
    text: 'a\0b',
    problem: { what: '"README.md" holds NUL bytes' },
  });
  expect(await read(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0xff, 0xfe, 0x80, 9]))).toMatchObject({
    kind: 'unread',
    why: 'unreadable',
    problem: { what: '"README.md" is a binary file, not text' },
  });
});

test('a text over the cap is cut between characters, and says so', async () => {
  expect(await read('ab한글', 7)).toMatchObject({
    text: 'ab한',
    problem: { what: '"README.md" is larger than 0 KiB; only its beginning was read' },
  });
  expect(await read('ab한', 5)).toEqual({ kind: 'text', file: 'README.md', text: 'ab한', bom: false });
  const long = await read('x'.repeat(10 * 1024 * 1024));
  expect(long).toMatchObject({
    problem: { what: '"README.md" is larger than 2 MiB; only its beginning was read' },
  });
  expect(long.kind === 'text' && long.text.length).toBe(CARD_LIMIT);
});

test('pointers of Git LFS and Xet are not read; a text about them is', async () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n';
  expect(await read(pointer)).toEqual({ kind: 'unread', file: 'README.md', why: 'pointer' });
  expect(await read("# xet version 0\nfilesize = 9\nhash = '00'\n")).toEqual({
    kind: 'unread',
    file: 'README.md',
    why: 'pointer',
  });
  expect(await read(pointer + 'x'.repeat(2000))).toMatchObject({ kind: 'text' });
});

test.each([
  ['', ''],
  ['\uFEFF', ''],
])('an empty text is a text (%j)', async (content, text) => {
  expect(await read(content)).toMatchObject({ kind: 'text', text });
});

describe('every byte is decoded as Node does it', () => {
  /** Bytes that are nearly UTF-8: whole characters, torn ones, halves of pairs, marks in the middle. */
  const PIECES = ['a', '\n', '\u00e9', '\u97d3', '\u{1f999}', '\ufeff', '\ufffd'].map((text) =>
    Buffer.from(text),
  );
  const BROKEN = [
    [0x80],
    [0xc0, 0xaf],
    [0xe2, 0x82],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x9f],
    [0xf4, 0x90, 0x80, 0x80],
  ];
  const bytes = fc
    .array(fc.oneof(fc.constantFrom(...PIECES, ...BROKEN.map((one) => Buffer.from(one))), fc.uint8Array()))
    .map((pieces) => new Uint8Array(Buffer.concat(pieces)));

  test('in UTF-8, or what is nearly that', () => {
    fc.assert(
      fc.property(bytes, (content) => {
        const { text, bom, encoding, badLine } = decode(content);
        fc.pre(encoding === 'utf-8');
        const body = Buffer.from(content.subarray(bom ? 3 : 0));
        expect(text).toBe(body.toString('utf8'));
        const lines = body.toString('latin1').split(/(?<=\n)/);
        const bad = lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')));
        expect(badLine).toBe(bad < 0 ? undefined : bad + 1);
      }),
    );
  });

  test('in UTF-16 of either order, halves of pairs and an odd byte at the end included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff })),
        fc.boolean(),
        fc.boolean(),
        (units, big, odd) => {
          const text = String.fromCharCode(...units);
          const content = Buffer.concat([utf16(`\uFEFF${text}`, big), Buffer.from(odd ? [0x41] : [])]);
          expect(decode(new Uint8Array(content))).toMatchObject({
            text,
            bom: true,
            encoding: big ? 'utf-16be' : 'utf-16le',
          });
        },
      ),
    );
    const long = 'x\ud800'.repeat(20_000);
    expect(decode(utf16(`\uFEFF${long}`, true)).text).toBe(long);
  });
});
