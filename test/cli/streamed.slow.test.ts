import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Host } from '../../src/app/host.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CARDS = [
  '---\nlicense: mit\n---\n# Clean\n',
  '---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\n' +
    'base_model_relation: finetune\n---\n# Tuned\n',
  '---\nlicense: mit\nbase_model: acme/unheard\n---\nThis is for research only.\n',
  '---\ntags: [x]\n---\n<!-- licet-disable missing-license -- later -->\n# None\n',
];
const many = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, nth) => [
      `m${String(nth).padStart(3, '0')}/README.md`,
      CARDS[nth % CARDS.length] ?? '',
    ]),
  );
const MANY = many(50);
const FEW = many(20);

/** A run, and what it printed before it ended. */
async function run(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  more: Partial<Host> = {},
) {
  const cwd = tempFolder(files);
  const printed: string[] = [];
  const host = { cwd, env: {}, terminal: false, width: 80, today: '2026-11-30', ...more };
  const streams = { print: (text: string) => Promise.resolve(void printed.push(text)) };
  const outcome = await main(args, { ...host, ...streams });
  const whole = await main(args, host);
  return { before: printed.join(''), chunks: printed.length, outcome, whole };
}

test.each(['stylish', 'compact', 'json', 'ndjson', 'github'])(
  'many repositories in %s leave one by one, and as the same bytes',
  async (format) => {
    const { before, chunks, outcome, whole } = await run(MANY, ['--format', format]);
    expect(chunks).toBe(50);
    expect(before + outcome.stdout).toBe(whole.stdout);
    expect([outcome.code, outcome.stderr, outcome.totals]).toEqual([1, whole.stderr, whole.totals]);
    if (format !== 'github') expect(before.length).toBeGreaterThan(outcome.stdout.length);
  },
);

test.each([
  ['--quiet'],
  ['--fail-on', 'possible'],
  ['--fail-on', 'never', '--max-warnings', '0'],
  ['--rule', 'incompatible-license: warning', '--max-warnings', '3'],
  ['--rule', 'incompatible-license: warning', '--fail-on', 'likely'],
])('what %s asks holds there too', async (...args) => {
  const { before, outcome, whole } = await run(MANY, args);
  expect(before + outcome.stdout).toBe(whole.stdout);
  expect([outcome.code, outcome.stderr]).toEqual([whole.code, whole.stderr]);
});

test.each([
  ['few repositories', FEW, []],
  ['a format that needs the whole run', MANY, ['--format', 'sarif']],
  ['two formats', MANY, ['--format', 'json', '--format', 'sarif:out.sarif']],
  ['fixes', MANY, ['--fix-dry-run']],
] as const)('%s: nothing leaves before the end', async (_, files, args) => {
  const { before, outcome, whole } = await run(files, args);
  expect(before).toBe('');
  expect(outcome.stdout).toBe(whole.stdout);
});

test('a baseline takes findings off, so the whole run is kept', async () => {
  const version = { version: 2, findings: [] };
  const { before } = await run({ ...many(40), 'licet-baseline.json': JSON.stringify(version) }, []);
  expect(before).toBe('');
});

test('a run of some seconds says how far it is where a person watches, and takes it back', async () => {
  const seen: string[] = [];
  let now = 0;
  const watched = { clock: () => (now += 250), watch: (text: string) => void seen.push(text) };
  const { outcome } = await run(MANY, [], watched);
  const [first = '', ...rest] = seen;
  const CLEARED = '\r\u001b[K';
  expect(first.startsWith(CLEARED)).toBe(true);
  expect(first.slice(CLEARED.length)).toMatch(/^\d+ of 50 repositories, \d+ a second, \d+ s left$/);
  expect(rest.at(-1)).toBe(CLEARED);
  expect(outcome.stderr).not.toContain('a second');
  seen.length = 0;
  await run(many(1), [], watched);
  expect(seen).toEqual([]);
});
