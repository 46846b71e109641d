import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import glob from 'fast-glob';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const code = glob.sync(['src/**/*.ts', 'rules/*.ts', 'scripts/**/*.ts', 'bench/*.ts'], { cwd: root }).sort();

/** Code with each comment on one line, so that a citation is found wherever its line breaks. */
const unwrapped = (text: string) => text.replace(/\n *(?:\*|\/\/)(?!\/) ?/g, ' ');

const headings = (page: string) =>
  [...read(page).matchAll(/^#+ (?:(\d+)\. )?(.+)$/gm)]
    .flatMap(([, number, title = '']) => [number ?? '', title.toLowerCase()])
    .filter((name) => name !== '');

test('a comment that cites a page and a section cites what is there', () => {
  const cited = code.flatMap((file) =>
    [...unwrapped(read(file)).matchAll(/(docs\/[\w-]+\.md), ([\w ]+)/g)].map(
      ([, page = '', section = '']) => ({
        file,
        page,
        section: section.trim().toLowerCase(),
      }),
    ),
  );
  expect(
    cited.filter(
      ({ page, section }) =>
        !headings(page).some((name) => section === name || section.startsWith(`${name} `)),
    ),
  ).toEqual([]);
});

test('no comment cites a page that is not in the repository', () => {
  expect(
    code.filter((file) =>
      new RegExp(String.raw`\bhub-spec\b|\brules\.md\b|\bdependencies\.md\b|\blaw \d`, 'i').test(read(file)),
    ),
  ).toEqual([]);
});

test('every page of ours that a comment names is there', () => {
  const named = code.flatMap((file) =>
    [...read(file).matchAll(/(?<!ggml(?:-org\/ggml,)? )\bdocs\/[\w/-]+\.md\b/g)].map(([page]) => page),
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((page) => !existsSync(`${root}${page}`))).toEqual([]);
});
