import type { Node, Parent } from 'unist';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { markdown } from '../../../src/core/report/formats/markdown.ts';
import { cell, code, fenced, plain } from '../../../src/core/report/formats/markdown-text.ts';
import { summary } from '../../../src/core/report/formats/summary.ts';
import {
  DRESS,
  everything,
  finding,
  HOSTILE,
  LICENSE,
  owed,
  report,
  run,
} from '../../support/report-world.ts';

type Any = Node & Partial<Parent> & { readonly value?: string; readonly url?: string };

function nodes(text: string): Any[] {
  const all = (node: Any): Any[] => [node, ...(node.children ?? []).flatMap((child) => all(child as Any))];
  return all(unified().use(remarkParse).parse(text));
}

const words = (text: string) =>
  nodes(text)
    .map(({ value }) => value ?? '')
    .join('');

test.each([
  ['markdown', markdown],
  ['summary', summary],
] as const)('%s: hostile text makes no link, no markup, no mention', (_, format) => {
  const found = nodes(format(everything(), DRESS));
  expect(
    found
      .filter(({ type, url }) => type === 'link' && !url?.startsWith('https://example.org/'))
      .map(({ url }) => url),
  ).toEqual([]);
  expect(found.filter(({ type }) => type === 'image')).toEqual([]);
  // The break, the empty comment and the fold are ours.
  expect(
    found.filter(
      ({ type, value }) =>
        type === 'html' &&
        !/^(?:<br>|<!-- -->|<details><summary>\d+ suppressed<\/summary>|<\/details>)$/.test(value ?? ''),
    ),
  ).toEqual([]);
  // GitHub makes links of bare addresses.
  expect(found.filter(({ type, value }) => type === 'text' && /https?:|www\./.test(value ?? ''))).toEqual([]);
  expect(found.filter(({ type, value }) => type === 'text' && /@team/.test(value ?? ''))).toEqual([]);
});

test('text is shown letter by letter', () => {
  for (const text of ['a_b_c *d* [x](y) <b> & &amp; # 1. ~~x~~ \\ !', '# not a heading', '`code` stays'])
    expect(words(plain(text))).toBe(text.replace(/`/g, ''));
  expect(words(plain('mail @team now'))).toBe('mail @<!-- -->team now');
});

test("an address of licet's own is a link to just that, any other is code", () => {
  const url = 'https://example.org/models/llama3_1/LICENSE';
  const found = nodes(
    plain(`Copy it from ${url}, or https://evil.example/a_b (www.x_y.example).`, new Set([url])),
  );
  expect(found.filter(({ type }) => type === 'link').map((link) => link.url)).toEqual([url]);
  expect(found.filter(({ type }) => type === 'inlineCode').map(({ value }) => value)).toEqual([
    'https://evil.example/a_b',
    'www.x_y.example',
  ]);
  expect(words(plain(`Copy it from ${url}.`, new Set([url])))).toBe(`Copy it from ${url}.`);
});

test.each([
  ['markdown', markdown],
  ['summary', summary],
] as const)('%s: links have no backslash, wherever the address stands', (_, format) => {
  const url = 'https://example.org/models/llama3_1/LICENSE';
  const license = { ...LICENSE, url };
  const fix = { title: `Copy the text into LICENSE from ${url}`, safe: false, edits: [] };
  const links = nodes(format(run([report([finding({ obligation: { ...owed(), license }, fix })])]), DRESS))
    .filter(({ type }) => type === 'link')
    .map((link) => link.url);
  expect(links).toEqual([url, url]);
});

test('code and fences hold any back quotes', () => {
  for (const text of ['a', '`', '``` x ```', ' padded ', ''])
    expect(
      nodes(`x ${code(text)}`)
        .filter(({ type }) => type === 'inlineCode')
        .map(({ value }) => value),
    ).toEqual([text === '' ? '  ' : text]);
  expect(
    nodes(fenced('````\n~~~'))
      .filter(({ type }) => type === 'code')
      .map(({ value }) => value),
  ).toEqual(['````\n~~~']);
});

test('a cell has no bar of its own', () => {
  expect(cell('a | `b|c` \\| d')).toBe('a \\| `b\\|c` \\| d');
});

test('the document names each finding, its place, its evidence and its clauses', () => {
  const text = markdown(everything(), DRESS);
  expect(text).toContain(
    '### error: License "apache-2.0" lacks the use policy of base1\n\n`README.md:2:10` · ' +
      '`incompatible-license`\n\n```text\n2 │ license: apache-2.0\n  │          ^^^^^^^^^^\n```\n\n- ' +
      '**from** ' +
      'this model → maker/Base-8B (base1, as of 2026-08)\n- **why** [Base Community ' +
      'License](https://example.org/base/LICENSE) §1.b.i: whoever distributes the model shows this ' +
      'phrase\n- **hint** Declare `license: base1`',
  );
  expect(text).toContain('1 more repository without findings.');
});

test('rules link to their pages where the run knows them', () => {
  expect(markdown(run([report([finding()])], { docs: 'https://example.org/rules/' }), DRESS)).toContain(
    '[`incompatible-license`](https://example.org/rules/incompatible-license.md)',
  );
});

test('a clean run says so', () => {
  expect(markdown(run([report([]), report([])]), DRESS)).toBe(
    '# licet report\n\nNo findings in 2 repositories.\n',
  );
  expect(HOSTILE.length).toBeGreaterThan(50);
});
