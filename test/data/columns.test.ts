import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const data = new URL('../../data/', import.meta.url);
const page = readFileSync(new URL('README.md', data), 'utf8');
const files = readdirSync(data).filter((name) => name !== 'README.md');
const sectionOf = (name: string) =>
  page.split(/^## /m).find((section) => section.startsWith(`${name}\n`)) ?? '';

describe('data/README.md', () => {
  test.each(files)('lists %s', (name) => {
    expect(page).toMatch(new RegExp(`\`${name.replaceAll('.', '\\.')}/?\``));
  });

  test.each(files.filter((name) => name.endsWith('.tsv')))('names every column of %s', (name) => {
    const [header = ''] = readFileSync(new URL(name, data), 'utf8').split('\n');
    const named = [...sectionOf(name).matchAll(/`(\w+)`/g)].map(([, word]) => word);
    expect(header.split('\t').filter((column) => !named.includes(column))).toEqual([]);
  });
});
