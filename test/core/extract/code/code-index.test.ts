import { Buffer } from 'node:buffer';
import { afterAll, expect, test, vi } from 'vitest';
import {
  MAGIC,
  parseCodeIndex,
  riceEncoded,
  type CodeIndexHead,
} from '../../../../src/core/extract/code/prints/code-index.ts';
import { heldPart, PRINT_BITS } from '../../../../src/core/extract/code/prints/code-prints.ts';
import { card } from '../../../support/card.ts';

const readme = card('license: apache-2.0', '# Zentrix\n');

/** Other test files of the thread get modules with the source that all of them share. */
afterAll(() => void vi.resetModules());

/** The reads of the index in runs over such files, by modules that have read nothing before. */
async function freshReads() {
  vi.resetModules();
  const { useDataSource } = await import('../../../../src/core/data/data-source.ts');
  const { shippedData } = await import('../../../../src/node/data/shipped-data.ts');
  const { ruleReport } = await import('../../../../src/rule-tester/rule-tester.ts');
  const { rules } = await import('../../../../rules/index.ts');
  const { default: sharedCode } = await import('../../../../rules/shared-code.ts');
  const asked: string[] = [];
  useDataSource({
    ...shippedData,
    bytes(file) {
      asked.push(file);
      return shippedData.bytes(file);
    },
  });
  return async (files: Record<string, string>) => {
    asked.length = 0;
    await ruleReport({ name: 'fixture', repo: 'zentrix/zentrix', files }, sharedCode, rules);
    return asked.filter((file) => file.includes('code-index'));
  };
}

test('the index is read where there is a Python file of its own words, once, and only then', async () => {
  const indexReads = await freshReads();
  expect(await indexReads({ 'README.md': readme, 'config.json': '{}', 'modeling_zentrix.txt': 'x' })).toEqual(
    [],
  );
  expect(
    await indexReads({
      'README.md': readme,
      'modeling_zentrix.py': '# Copied from transformers.models.llama.modeling_llama.X\nclass X: ...\n',
    }),
  ).toEqual([]);
  const own = { 'README.md': readme, 'modeling_zentrix.py': 'x = 1\n' };
  expect(await indexReads(own)).toEqual(['data/code-index.bin']);
  expect(await indexReads(own)).toEqual([]);
});

function indexOf(groups: readonly (readonly [project: string, family: string, prints: readonly number[]])[]) {
  const projects = [...new Set(groups.map(([project]) => project))];
  const parts = groups.map(([, , prints]) => riceEncoded(prints));
  const head: CodeIndexHead = {
    known: ['torch'],
    projects,
    groups: groups.map(([project, family, prints], nth) => [
      0,
      projects.indexOf(project),
      family,
      prints.length,
      parts[nth]?.rest ?? 0,
      parts[nth]?.bytes.length ?? 0,
    ]),
  };
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([Buffer.from(MAGIC), length, text, ...parts.map(({ bytes }) => bytes)]);
}

const LAST = 2 ** PRINT_BITS - 1;
/** A fingerprint of which the index holds this part. */
const printOf = (held: number) => held * 4;
test('a fingerprint is looked for by the part that is held', () => {
  expect([0, 7, LAST].map((held) => heldPart(printOf(held)))).toEqual([0, 7, LAST]);
});

test.each([
  ['none', []],
  ['one', [0]],
  ['the last one', [LAST]],
  ['neighbors', [7, 8, 9]],
  ['far apart', [0, 5, 70_000, 70_001 + 2 ** 20, LAST]],
])('what is written is read again: %s', (_, prints) => {
  const index = parseCodeIndex(
    indexOf([
      ['a', '', prints],
      ['b', 'x', [11, 12]],
    ]),
  );
  for (const print of prints)
    expect(index.groupOf('names', printOf(print))).toEqual({
      fold: 'names',
      project: 'a',
      family: undefined,
    });
  expect(index.groupOf('names', printOf(12))).toMatchObject({ project: 'b', family: 'x' });
  expect(index.groupOf('shape', printOf(12))).toBeUndefined();
  expect(index.groupOf('names', printOf(13))).toBeUndefined();
  expect(index.known).toEqual(new Set(['torch']));
  expect(index.familiesOf('b')).toEqual(new Set(['x']));
  expect(index.familiesOf('a')).toEqual(new Set());
});

test('another file is no index', () => {
  expect(() => parseCodeIndex(Buffer.from('LCI0....'))).toThrow('is no code index');
});
