import { expect, test } from 'vitest';
import { append, defineRule, type Rule } from '../../src/core/rule.ts';
import { ruleTester, testRule, type Cases, type Runner } from '../../src/rule-tester/rule-tester.ts';

/** Collects what the tester registers, as a test framework would, and runs it. */
async function outcome(
  rule: Rule,
  cases: Cases,
  rules: readonly Rule[] = [],
): Promise<Record<string, string>> {
  const bodies = new Map<string, () => Promise<void>>();
  const runner: Runner = { describe: (_, body) => body(), it: (name, body) => bodies.set(name, body) };
  ruleTester(runner, rules)(rule, cases);
  const found: Record<string, string> = {};
  for (const [name, body] of bodies)
    found[name] = await body().then(
      () => 'passed',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  return found;
}

const bare = { 'README.md': '---\nlicense: mit\n---\n# A\n' };
const greeted = { 'README.md': '---\nlicense: mit\n---\n# A\n\nHello\n' };
const said = 'README.md:1:1 warning No word "Hello" in the card';

interface Twist {
  readonly what?: string;
  readonly title?: string;
  readonly adds?: string;
}

/** A rule that wants a card to greet, with one thing wrong with it. */
const greets = ({
  what = 'No word "Hello" in the card',
  title = 'Add the word',
  adds = 'Hello',
}: Twist = {}) =>
  defineRule({
    name: 'missing-greeting',
    summary: 'Greet the reader',
    severity: 'warning',
    *check({ files: { card, frontMatter, cardShows } }) {
      if (card && frontMatter && !cardShows('Hello'))
        yield { at: frontMatter, message: what, fix: { title, safe: true, edits: append(card, adds) } };
    },
  });

const speaks = (problem: string, output: Readonly<Record<string, string>> = greeted): Cases => ({
  valid: [{ name: 'well', files: greeted }],
  invalid: [{ name: 'ill', files: bare, problems: [problem], output }],
});

test('a rule that says what it should passes', async () => {
  expect(await outcome(greets(), speaks(said))).toEqual({
    'is silent: well': 'passed',
    'speaks: ill': 'passed',
  });
});

test('a finding where none was expected fails', async () => {
  expect(
    (await outcome(greets(), { valid: [{ name: 'ill', files: bare }], invalid: [] }))['is silent: ill'],
  ).toContain('No word');
});

test('silence where a finding was expected fails', async () => {
  expect(
    (await outcome(greets(), { valid: [], invalid: [{ name: 'well', files: greeted, problems: [said] }] }))[
      'speaks: well'
    ],
  ).toContain('No word');
});

test('another place or level fails', async () => {
  expect((await outcome(greets(), speaks(said.replace('1:1', '1:2'))))['speaks: ill']).not.toBe('passed');
  expect((await outcome(greets(), speaks(said.replace('warning', 'error'))))['speaks: ill']).not.toBe(
    'passed',
  );
});

test('a safe fix that the case does not show fails', async () => {
  expect(
    (await outcome(greets(), { valid: [], invalid: [{ name: 'ill', files: bare, problems: [said] }] }))[
      'speaks: ill'
    ],
  ).toContain('other files than "output"');
});

test('a safe fix that leaves the finding fails', async () => {
  const left = { 'README.md': `${bare['README.md']}\nGood day\n` };
  expect((await outcome(greets({ adds: 'Good day' }), speaks(said, left)))['speaks: ill']).toContain(
    'does not silence',
  );
});

test('a safe fix that wakes another rule fails', async () => {
  const quiet = defineRule({
    name: 'missing-quiet',
    summary: 'Be quiet',
    severity: 'warning',
    *check({ files: { frontMatter, cardShows } }) {
      if (frontMatter && cardShows('Hello')) yield { at: frontMatter, message: 'Word "Hello" is loud' };
    },
  });
  expect((await outcome(greets(), speaks(said), [quiet]))['speaks: ill']).toContain(
    'adds "Word "Hello" is loud" (missing-quiet)',
  );
});

test('words against the grammar fail', async () => {
  expect(
    (await outcome(greets({ what: 'You should greet' }), speaks('README.md:1:1 warning You should greet')))[
      'speaks: ill'
    ],
  ).toContain('says "You"');
  expect((await outcome(greets({ title: 'The word is missing' }), speaks(said)))['speaks: ill']).toContain(
    'imperative',
  );
});

test('a rule that throws fails with its name', async () => {
  const broken = defineRule({
    name: 'broken-rule',
    summary: 'Throw',
    severity: 'warning',
    *check() {
      yield* [];
      throw new Error('oh');
    },
  });
  expect(await outcome(broken, { valid: [{ name: 'any', files: bare }], invalid: [] })).toEqual({
    'is silent: any': 'Rule "broken-rule" failed: oh',
  });
});

test('two cases with one name or one world are refused', async () => {
  await expect(
    outcome(greets(), {
      valid: [
        { name: 'a', files: greeted },
        { name: 'a', files: bare },
      ],
      invalid: [],
    }),
  ).rejects.toThrow('the same as "a"');
  await expect(
    outcome(greets(), {
      valid: [{ name: 'a', files: bare }],
      invalid: [{ name: 'b', files: bare, problems: [said] }],
    }),
  ).rejects.toThrow('the same as "a"');
});

test('without a test framework it says what to do', () => {
  expect(() => testRule(greets(), { valid: [], invalid: [] })).toThrow('ruleTester({ describe, it })');
});
