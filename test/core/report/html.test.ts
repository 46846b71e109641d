import { expect, test } from 'vitest';
import { html } from '../../../src/core/report/html/html.ts';
import { STYLE } from '../../../src/core/report/html/html-style.ts';
import { ancestor, DRESS, everything, finding, owed, report, run } from '../../support/report-world.ts';

const page = html(everything(), DRESS);
const body = page.slice(page.indexOf('<body>'));
const tags = (text: string) =>
  [...text.matchAll(/<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*\/?>/g)].map(
    ([, close, name = '', attributes = '']) => ({ close: close === '/', name, attributes }),
  );

test('every tag is ours and every one is closed', () => {
  const allowed = new Set([
    'body',
    'header',
    'main',
    'footer',
    'section',
    'article',
    'h1',
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'li',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'a',
    'code',
    'pre',
    'mark',
    'span',
    'dl',
    'dt',
    'dd',
    'svg',
    'title',
    'desc',
    'g',
    'rect',
    'path',
    'text',
    'html',
  ]);
  const all = tags(body);
  // As many tags as angle brackets: no text of the repository opens one.
  expect(all).toHaveLength(body.split('<').length - 1);
  expect(all.filter(({ name }) => !allowed.has(name))).toEqual([]);
  const open: string[] = [];
  for (const { close, name } of all)
    if (close) expect(open.pop() ?? 'html').toBe(name);
    else if (name !== 'rect' && name !== 'path') open.push(name);
});

test('the page asks for nothing from elsewhere and runs nothing', () => {
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(
    /<(?:script|img|link|iframe|object|embed|base|form|use|image)\b|\ssrc=|\son[a-z]+="|@import|url\(/,
  );
  const links = [...page.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href);
  expect(
    links.filter((href) => !href.startsWith('#r') && href !== 'https://example.org/base/LICENSE'),
  ).toEqual([]);
});

test('an address that is none of the web is no link', () => {
  const term = owed();
  const shown = html(
    run([
      report([
        finding({ obligation: { ...term, license: { ...term.license, url: 'javascript:alert(1)' } } }),
      ]),
    ]),
    DRESS,
  );
  expect(shown).not.toContain(' href=');
  expect(shown).not.toContain('javascript:');
});

test('a finding shows its level in words, its place, its evidence and its clauses', () => {
  expect(page).toContain(
    '<h4><span class="level">Error</span> License &quot;apache-2.0&quot; lacks the use policy of base1</h4>',
  );
  expect(page).toContain('<code>README.md:2:10</code>');
  expect(page).toContain('<span class="no">2</span>license: <mark>apache-2.0</mark></pre>');
  expect(page).toContain(
    '<a class="source" href="https://example.org/base/LICENSE">Base Community License</a> §1.b.i: ' +
      'whoever distributes',
  );
  expect(page).toContain('Declare <code>license: base1</code>');
});

test('the picture of the lineage has a title and says in words what it shows', () => {
  expect(page).toContain('<svg role="img" aria-labelledby="r0-lineage-title r0-lineage-desc"');
  expect(page).toContain(
    '<desc id="r0-lineage-desc">me/tuned comes from (fine-tune) maker/Base-8B, license base1.</desc>',
  );
  expect(page).toContain('>fine-tune of</text>');
  expect(page).toContain('>2 findings</text>');
  expect(page).toContain('>unknown (offline)</text>');
});

test('what was turned off is told with its ground, and does not look clean', () => {
  const [, waivedPart = ''] = page.split('<h2>me/waived</h2>');
  expect(waivedPart).toContain('<p>No findings, 3 suppressed.</p>');
  expect(waivedPart).not.toContain('class="clean"');
  expect(waivedPart).toContain('by <code>waived/README.md:2</code>: agreed ');
  expect(waivedPart).toContain('; until 2027-01-31</dd>');
  expect(waivedPart).toContain('by <code>licet-baseline.json</code>: no reason given; recorded 2026-11-02');
  expect(waivedPart).toContain('<h3>Recorded facts</h3>\n<ul><li><code>maker/Base-8B</code> under ');
  expect(page).toContain('<li>3 suppressed</li>');
  expect(page).toMatch(/>waived<\/a><\/td>(?:<td class="number">0<\/td>){3}<td class="number">3<\/td>/);
  const clean = html(run([report([]), report([])]), DRESS);
  expect(clean).not.toContain('suppressed');
});

test('ids are unique, and the table of contents leads to each repository', () => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(target);
});

test('a lineage of hundreds is cut and counted', () => {
  const parents = Array.from({ length: 300 }, (_, index) =>
    ancestor([{ to: `maker/model-${index}`, relation: 'merge' }]),
  );
  const shown = html(run([report([], { ancestors: parents })]), DRESS);
  expect(shown.match(/<rect /g)).toHaveLength(40);
  expect(shown).toContain('and 261 more upstreams');
});

/** WCAG 2.2, relative luminance and contrast. */
function contrast(one: string, other: string): number {
  const light = (color: string) => {
    const full =
      color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join('') : color.slice(1);
    const [r = 0, g = 0, b = 0] = [0, 2, 4]
      .map((at) => parseInt(full.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test.each(['light', 'dark', 'print'])('%s: all text has a contrast of at least 4.5 to 1', (scheme) => {
  const root =
    { light: /^\n:root\{([^}]*)\}/, dark: /dark\)\{:root\{([^}]*)\}/, print: /print\{:root\{([^}]*)\}/ }[
      scheme
    ]?.exec(STYLE)?.[1] ?? '';
  const colors = new Map(
    [...root.matchAll(/--([a-z-]+):(#[0-9a-f]{3,6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
  for (const ground of ['page', 'card', 'tint-red', 'tint-amber', 'tint-green'])
    for (const ink of [
      'ink',
      'soft',
      ...(ground.startsWith('tint') ? [ground.slice(5)] : ['red', 'amber', 'blue', 'green']),
    ])
      expect(
        contrast(colors.get(ink) ?? '#888', colors.get(ground) ?? '#888'),
        `${ink} on ${ground}`,
      ).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colors.get('ink') ?? '#888', colors.get('mark') ?? '#888')).toBeGreaterThanOrEqual(4.5);
});
