import { describe, expect, test } from 'vitest';
import { parseJson, parseYaml } from '../../../../src/core/extract/configs/located-data.ts';
import { text } from '../../../support/evidence.ts';
import { growth, STRAIGHT } from '../../../support/growth.ts';

const json = (content: string) => parseJson(text('config.json', content));
const yaml = (content: string) => parseYaml(text('m.yml', content));
const numbered = (n: number, line: (nth: number) => string) =>
  Array.from({ length: n }, (_, nth) => line(nth)).join('');

describe('time grows with the size of a file, whatever stands in it', () => {
  test.each<[string, (n: number) => string, number]>([
    ['deep lists', (n) => '['.repeat(n), 800_000],
    ['deep objects', (n) => '{"a":'.repeat(n), 400_000],
    ['commas', (n) => `{${','.repeat(n)}`, 800_000],
    ['quotes', (n) => `{${'"'.repeat(n)}`, 400_000],
    ['keys without values', (n) => `{${'"a" '.repeat(n)}`, 200_000],
    ['one key again and again', (n) => `{${'"a":1,'.repeat(n)}"b":1}`, 40_000],
    ['many keys', (n) => `{${numbered(n, (nth) => `"k${nth}":1,`)}"b":1}`, 40_000],
    ['an open string', (n) => `{"a": "${'\\'.repeat(n)}`, 800_000],
    ['a long string', (n) => `{"a": "${'x'.repeat(n)}"}`, 4_000_000],
    ['blanks', (n) => `{${' '.repeat(n)}`, 4_000_000],
  ])('JSON: %s', async (_, made, length) => {
    expect(await growth(made, length, json)).toBeLessThan(STRAIGHT);
  });

  test.each<[string, (n: number) => string, number]>([
    ['nested sequences on a line', (n) => '- '.repeat(n), 100_000],
    ['nested flow', (n) => `a: ${'['.repeat(n)}`, 100_000],
    ['many keys', (n) => numbered(n, (nth) => `k${nth}: v\n`), 8_000],
    ['one key again and again', (n) => 'license: mit\n'.repeat(n), 16_000],
    ['items', (n) => `a:\n${'- b/c\n'.repeat(n)}`, 16_000],
    ['aliases of one value', (n) => `a: &a x\nb:\n${'- *a\n'.repeat(n)}`, 16_000],
    ['anchors', (n) => numbered(n, (nth) => `k${nth}: &a${nth} v\n`), 8_000],
    ['open quotes', (n) => 'a: "b\n'.repeat(n), 8_000],
    ['quoted text that runs on', (n) => `a: "b\n${'c\n'.repeat(n)}"\n`, 16_000],
    ['documents', (n) => 'a: b\n---\n'.repeat(n), 8_000],
    ['blanks', (n) => `a:${' '.repeat(n)}b`, 800_000],
    ['line ends', (n) => '\n'.repeat(n), 800_000],
    ['hashes', (n) => '#'.repeat(n), 800_000],
  ])('YAML: %s', async (_, made, length) => {
    expect(await growth(made, length, yaml)).toBeLessThan(STRAIGHT);
  });
});

describe('hostile files', () => {
  test.each([
    ['deep lists', '['.repeat(100_000)],
    ['deep objects', '{"a":'.repeat(50_000)],
    ['commas', `{${','.repeat(200_000)}`],
    ['quotes', `{${'"'.repeat(100_000)}`],
    ['keys without values', `{${'"a" '.repeat(50_000)}`],
    ['an open string', `{"a": "${'\\'.repeat(200_000)}`],
    ['a size beyond reason', `{"a": "${'x'.repeat(4_000_000)}"}`],
  ])('%s end with one message', (_, content) => {
    expect(json(content).problem).toBeDefined();
  });
});
