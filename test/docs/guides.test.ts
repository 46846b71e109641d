import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { OPTION_NAMES } from '../../src/cli/options.ts';
import { main } from '../../src/cli/main.ts';
import { formatNames } from '../../src/core/report/formats.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const host = { cwd: ROOT, env: {}, terminal: false, width: 80, today: '2026-11-26' };
const in_ = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
/** All that people read here, but the pages of rules, which have a test of their own. */
const PAGES = [
  'README.md',
  'README.ko.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...in_('docs'),
  'docs/rules/README.md',
  'examples/README.md',
  'examples/plugin/README.md',
  'data/README.md',
  'data/licenses/README.md',
  'SECURITY.md',
].filter((name) => existsSync(join(ROOT, name)));
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const fences = (text: string) =>
  [...text.matchAll(/^```(\w*)[^\n]*\n([^]*?)^```$/gm)].map(([, language = '', body = '']) => ({
    language,
    body,
  }));

/** GitHub's anchors of a page's headings. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  test('links to what is there', () => {
    const broken = [
      ...text.replace(/^```[^]*?^```$/gm, '').matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g),
    ].filter(([, file = '', anchor]) => {
      const target = file === '' ? page : join(dirname(page), file);
      if (!existsSync(resolve(ROOT, target))) return true;
      return anchor !== undefined && !anchors(read(target)).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test('names no flag, command, format or script that is not there', async () => {
    const words =
      `${fences(text)
        .filter(({ language }) => language === 'sh')
        .map(({ body }) => body)
        .join('\n')}\n` + `${[...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code).join('\n')}`;
    for (const [, command = '', rest = ''] of words.matchAll(
      new RegExp(
        String.raw`\blicet((?: (?:tree|licenses?|compat|notice|bom|dossier|review|diff|` +
          String.raw`resolve|init|explain|rules|batch|index|update|lsp)\b)?)((?: [^\n#|;&]*)?)`,
        'g',
      ),
    )) {
      const known =
        command === ''
          ? OPTION_NAMES.map((name) => `--${name}`)
          : [...(await main([command.trim(), '--help'], host)).stdout.matchAll(/--[a-z][\w-]*/g)].map(
              ([flag]) => flag,
            );
      expect(
        [...rest.matchAll(/(?<=^| )--[a-z][\w-]*/g)]
          .map(([flag]) => flag)
          .filter((flag) => !known.includes(flag)),
        `licet${command}${rest}`,
      ).toEqual([]);
      for (const [, format = ''] of command === '' ? rest.matchAll(/ -f (\w+)/g) : [])
        expect([...formatNames, 'count'], rest).toContain(format);
    }
    for (const [, script = ''] of words.matchAll(/npm run ([\w:-]+)/g))
      expect(Object.keys(manifest.scripts)).toContain(script);
  });

  test('holds YAML and JSON that can be read', () => {
    for (const { language, body } of fences(text))
      if (language === 'yaml' || language === 'json') expect(() => parse(body) as unknown).not.toThrow();
  });
});

describe.each(['README.md', 'README.ko.md'])('%s', (page) => {
  test('fits on one page', () => {
    expect(read(page).split('\n').length).toBeLessThanOrEqual(130);
  });

  test('shows a picture of what the example prints, and says what is on it', async () => {
    const [, alt = '', picture = ''] = /^!\[(.+)\]\((\S+\.svg)\)$/m.exec(read(page)) ?? [];
    expect(alt.length).toBeGreaterThan(20);
    const [, ...argv] = manifest.scripts.example.split(' ').slice(1);
    const { stdout, code } = await main([...argv, '--no-color'], { ...host, terminal: true, width: 88 });
    expect(code).toBe(1);
    const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
    const printed = stdout.split('\n').map(squeezed);
    const drawn = [...read(picture).matchAll(/<text[^>]*>(.*)<\/text>/g)]
      .map(([, spans = '']) => spans.replace(/<[^>]*>/g, ' '))
      .map((text) => squeezed(text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')));
    // The command comes first; findings may be left out, but no line is shown otherwise than it is printed.
    expect(drawn[0]).toBe(`$ npx licet ${argv.join(' ')}`);
    expect(drawn.slice(1).filter((line) => !/^… \d+ more/.test(line) && !printed.includes(line))).toEqual([]);
    expect(drawn.length).toBeGreaterThan(10);
  });

  test('has the commands and recipes of the other', () => {
    const code = (name: string) =>
      fences(read(name))
        .filter(({ language }) => language === 'sh' || language === 'yaml')
        .map(({ body }) => body.replace(/ *#.*$/gm, ''));
    expect(code('README.ko.md')).toEqual(code('README.md'));
    const links = (name: string) =>
      [...read(name).matchAll(/\]\((?!README)([^)]+)\)/g)].map(([, to]) => to).sort();
    expect(links('README.ko.md')).toEqual(links('README.md'));
    expect(read('README.md')).toContain('](README.ko.md)');
    expect(read('README.ko.md')).toContain('](README.md)');
    const table = (name: string) => [...read(name).matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell]) => cell);
    expect(table('README.ko.md')).toEqual(table('README.md'));
  });
});

test('the rule that the page of plugins shows is that of the example', () => {
  const [, shown = ''] = fences(read('docs/plugins.md')).map(({ body }) => body);
  const [start = '', ...rest] = shown.split('\n\n');
  expect(start).toContain("import { defineRule } from 'licet';");
  expect(readFileSync(join(ROOT, 'examples/plugin/plugin.mjs'), 'utf8')).toContain(
    rest.join('\n\n').trimEnd(),
  );
});

test('every page is linked from README.md or from a page that it links to', () => {
  const linked = (page: string) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, to = '']) => join(dirname(page), to));
  const first = linked('README.md');
  const known = new Set([...first, ...first.filter((to) => to.endsWith('.md')).flatMap(linked)]);
  expect(in_('docs').filter((page) => !known.has(page))).toEqual([]);
});
