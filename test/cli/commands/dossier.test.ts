import { readFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { main } from '../../../src/cli/main.ts';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { ENGLISH } from '../../../src/core/disclosure/dossier/words/english.ts';
import { KOREAN } from '../../../src/core/disclosure/dossier/words/korean.ts';
import { wordFor } from '../../../src/core/disclosure/dossier/words/words.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const licet = (cwd: string, ...args: string[]) =>
  main(args, { cwd, env: { NO_COLOR: '1' }, terminal: false, width: 80, today: '2026-11-30' });
const dossier = async (folder: string, name: string, ...args: string[]) =>
  (await licet(ROOT, 'dossier', `examples/${folder}`, '--name', name, ...args)).stdout;

describe('Korean says all that English says', () => {
  /** The ways to every text of a table of words. */
  const ways = (value: object, way = ''): string[] =>
    Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
      typeof one === 'object' && one !== null ? ways(one, `${way}.${key}`) : [`${way}.${key}`],
    );
  const at = (value: unknown, way: string): unknown =>
    way
      .split('.')
      .slice(1)
      .reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], value);

  test('in the same tables', () => expect(ways(KOREAN)).toEqual(ways(ENGLISH)));

  const same = ['.language', '.say.english', '.source.Hub', '.via.reuse', '.via.modelfile', '.via.auto-map'];
  test.each(ways(KOREAN).filter((way) => !same.includes(way)))('%s in its own letters', (way) => {
    const said = at(KOREAN, way);
    if (typeof said !== 'string') return;
    if (way !== '.nameFrom.hub') expect(said).toMatch(/[\uac00-\ud7a3]/);
    expect(said).not.toBe(at(ENGLISH, way));
  });

  test('each rule by a title', () => {
    expect(rules.map(({ name }) => name).filter((name) => KOREAN.rule(name) === null)).toEqual([]);
  });

  test('each category of the catalogue', () => {
    const all = new Set(shippedCatalogue().entries.flatMap(({ category }) => category ?? []));
    expect([...all].filter((one) => !/[\uac00-\ud7a3]/.test(wordFor(KOREAN.category, one)))).toEqual([]);
  });

  test('figures as Korean counts them', () => {
    const limit = (label: string) => KOREAN.term({ kind: 'monthly-users', label });
    expect(limit('the limit of 700 million monthly users')).toBe('월간 이용자 수 한도 7억');
    expect(limit('the limit of 10 million monthly users')).toBe('월간 이용자 수 한도 1000만');
  });
});

describe('what a repository says', () => {
  const page = async (card: string, ...args: string[]) => {
    const cwd = tempFolder({ 'README.md': card });
    return (await licet(cwd, 'dossier', ...args)).stdout;
  };
  const HOSTILE =
    '---\nlicense: "<script>alert(1)</script>"\nbase_model: "a/<img src=x onerror=alert(1)>"\n---\n' +
    '# \u202eX\n\nThis model was trained from scratch, "<b>no</b>" | [x](javascript:alert(1)).\n';

  test('stays text in HTML', async () => {
    const html = await page(HOSTILE);
    expect(html).not.toMatch(/<script|<img|<b>|\u202e|href="javascript/i);
    expect(html).toContain('&lt;script&gt;');
  });

  test('stays text in Markdown', async () => {
    const markdown = await page(HOSTILE, '-f', 'markdown');
    expect(markdown).not.toMatch(/(?<![\\`])<script|(?<![\\`])<img/);
    expect(markdown).not.toMatch(/[^\\]\]\(javascript/);
  });

  test('is linked where it stands', async () => {
    const card = '---\nlicense: mit\n---\n# A\n';
    const LINE_2 = 'README.md<span class="line">:2</span>';
    expect(await page(card)).toContain(`<a href="./README.md#L2">${LINE_2}</a>`);
    expect(await page(card, '--links', 'https://git.example/a/blob/main')).toContain(
      `<a href="https://git.example/a/blob/main/README.md#L2">${LINE_2}</a>`,
    );
    const sha = 'a'.repeat(40);
    expect(await page(card, '--name', 'acme/a', '--revision', sha)).toContain(
      `<a href="https://huggingface.co/acme/a/blob/${sha}/README.md#L2">`,
    );
  });
});

test.each([
  [['--lang', 'fr'], 'Option "--lang" is "fr"'],
  [['-f', 'pdf'], 'No format named "pdf"'],
  [['--links', 'javascript:x'], 'Option "--links" is "javascript:x"'],
  [['--revision', 'main'], 'Option "--revision" takes a commit'],
])('%j is refused in one message', async (args, message) => {
  const { code, stderr } = await licet(ROOT, 'dossier', 'examples/minimal', ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.split('\n').length).toBeLessThanOrEqual(3);
});

test('terms that nobody read are no terms that ask for nothing', async () => {
  const page = await dossier('vaetki-bad', 'acme-lab/Quest-Master');
  expect(page).toContain(
    '<strong>The terms of 1 of 1 work were not read: what they ask is not here.</strong>',
  );
  expect(page).toContain('VAETKI Model License · source-available (snapshot, undated); likely');
  expect(page).not.toContain('asks for an act');
});

test('a name of several words breaks between them', async () => {
  expect(await dossier('vision-tower-bad', 'acme-lab/Leaf-Doctor-7B')).toContain('mm_<wbr>vision_<wbr>tower');
});

test('several pages go to a folder', async () => {
  const cwd = tempFolder({ 'a/README.md': '---\nlicense: mit\n---\n', 'b/README.md': '# b\n' });
  expect((await licet(cwd, 'dossier', 'a', 'b')).stderr).toContain('2 pages do not make one');
  expect((await licet(cwd, 'dossier', 'a', 'b', '-o', 'out')).code).toBe(0);
  expect(readdirSync(`${cwd}/out`).sort()).toEqual(['a.dossier.html', 'b.dossier.html']);
});

describe('code rows', () => {
  const harbor = readFileSync(`${ROOT}test/fixtures/code/modeling_harbor.py`, 'utf8');
  const body = harbor.slice(harbor.indexOf('import torch')).replaceAll('Harbor', 'AcmeOpen');
  const files = {
    'README.md': '---\nlicense: apache-2.0\n---\n# Acme Open\n',
    'configuration_acme_open.py':
      '# Copyright 2024 Globex Research. All rights reserved.\n# SPDX-License-Identifier: Apache-2.0\n' +
      '# Adapted from transformers.models.glm4_moe.configuration_glm4_moe\n\nclass AcmeOpenConfig: ...\n',
    'modeling_acme_open.py': `# Copyright 2026 Acme Corp.\n\n${body}`,
    'modeling_bare.py': body,
  };
  const rows = async (...args: string[]) => {
    const { stdout } = await licet(tempFolder(files), 'dossier', '.', '--name', 'acme/acme-open', ...args);
    return stdout.split('\n').filter((line) => /^\|.*\.py/.test(line) && line.includes('code'));
  };

  test('hold holder, license, origin and what fingerprints are shared', async () => {
    const [adapted = '', alike = '', bare = ''] = await rows('-f', 'markdown');
    expect(adapted).toContain('Copyright 2024 Globex Research.');
    expect(adapted).toContain('Apache License 2.0');
    expect(adapted).toContain('glm4');
    expect(adapted).not.toContain('fingerprints');
    expect(alike).toContain('Copyright 2026 Acme Corp.');
    expect(alike).toContain('shares 229 of 238 fingerprints with licet-example (harbor)');
    expect(bare).toContain('no copyright line');
    expect(bare).toContain('shares 229 of 238 fingerprints');
  });
});
