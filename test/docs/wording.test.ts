import { readFileSync } from 'node:fs';
import glob from 'fast-glob';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { FAILURE_WORDS, label, list, section } from '../../src/core/evaluate/facts/terms/term-labels.ts';
import { grammarOf } from '../../src/rule-tester/message-style.ts';
import { HELP } from '../../src/cli/help.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** What the rule tests hold each sentence against. */
describe('the grammar of reports', () => {
  test.each([
    'Missing phrase "Built with Llama"',
    '"README.md" says "Apache 2.0", the front matter says "mit"',
    'Terms of "acme/you-should.v1. Really" are unknown: the Hub has no such model',
  ])('takes %j', (what) => expect(grammarOf({ message: what })).toEqual([]));

  test.each([
    ['missing phrase "x"', 'begins with neither'],
    ['Missing phrase "x".', 'one sentence'],
    ['Missing phrase. Add it', 'one sentence'],
    ['You should add "x"', 'says "You"'],
    ['License "mit" violates llama3.1', 'says "violates"'],
    [`Missing "${'x'.repeat(110)}"`, 'characters'],
    ['Missing phrase "undefined" of undefined', 'not there'],
    ['Missing  phrase "x"', 'blank too many'],
    ['Missing phrase "x', 'does not close'],
  ])('refuses %j', (what, trouble) => expect(grammarOf({ message: what }).join()).toContain(trouble));

  test.each([
    ['The phrase is missing', 'imperative'],
    ['Adding the phrase', 'imperative'],
    ['add the phrase', 'imperative'],
    ['Add the phrase.', 'full stop'],
    ['Please add the phrase', 'says "Please"'],
  ])('refuses the fix %j', (title, trouble) =>
    expect(grammarOf({ message: 'Missing "x"', fix: { title, safe: false, edits: [] } }).join()).toContain(
      trouble,
    ),
  );
});

const NAME = new RegExp(
  String.raw`^(?:ambiguous|broken|closed|conflicting|contradicted|default|denied|` +
    String.raw`expired|forbidden|incompatible|invalid|mismatched|missing|misspelled|` +
    String.raw`other|placeholder|renamed|shared|stale|uncredited|undeclared|unknown|` +
    String.raw`unreadable|unresolved|unused)(?:-[a-z]+)+$`,
);

test.each(rules.map((rule) => [rule.name, rule.summary] as const))(
  '%s is named after its trouble and sums it up as an order',
  (name, summary) => {
    expect(name).toMatch(NAME);
    expect(read(`rules/${name}.ts`)).toContain(`name: '${name}'`);
    expect(grammarOf({ message: `Rule "${name}"`, fix: { title: summary, safe: false, edits: [] } })).toEqual(
      [],
    );
    expect(summary.length).toBeLessThanOrEqual(80);
  },
);

test('each failure says why in half a sentence and what to do in an order', () => {
  for (const { why, hint } of Object.values(FAILURE_WORDS)) {
    expect(
      grammarOf({
        message: `Terms of "x" are unknown: ${why}`,
        fix: { title: hint, safe: false, edits: [] },
      }),
    ).toEqual([]);
    expect(why).toMatch(/^[a-z]/);
  }
});

test('each kind of term has words that stand well after "drops"', () => {
  for (const entry of shippedCatalogue().entries)
    for (const term of [...entry.duties, ...entry.limits]) expect(label(term)).toMatch(/^the \S.*[^.\s]$/);
});

test('lists and sections read as people write them', () => {
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect([section('1.b.i'), section('Attachment A'), section('(2)')]).toEqual([
    '§1.b.i',
    'Attachment A',
    '§(2)',
  ]);
});

/**
 * Everything that users or developers read, but `docs/licenses.md`: it shows titles and addresses, and
 * test/data/data.test.ts reads its sentences. Quoted words, keys and titles of others ("European Union Public
 * Licence") are theirs.
 */
const written = glob
  .sync(['src/**/*.ts', 'rules/*.ts', 'docs/**/*.md', 'scripts/**/*.ts', '*.md', 'examples/README.md'], {
    cwd: root.pathname,
    ignore: ['docs/licenses.md'],
  })
  .sort();
const plain = (text: string) =>
  text.replace(/```[^]*?```|`[^`\n]*`|'[^'\n]*'|"[^"\n]*"|\/(?:\\.|\[[^\]\n]*\]|[^/\n\\])+\/[a-z]*/g, '""');

test.each(written)('%s spells license as the Hub does, and names no machine', (file) => {
  const text = read(file);
  expect(plain(text).match(/\blicen[c]e[ds]?\b(?!['"]?:)/g) ?? []).toEqual([]);
  expect(text).not.toMatch(/\/work\/|\/home\/\w|\/tmp\/\w|\bT[O]DO\b(?!\|)|\bFIX[M]E\b/);
});

test('the help says once that it is no legal advice, and is as wide as a terminal', () => {
  expect(HELP.match(/not legal advice/g)).toHaveLength(1);
  expect(HELP.split('\n').filter((line) => line.length > 110)).toEqual([]);
});
