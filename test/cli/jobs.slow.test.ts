import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { sourceThreads } from '../support/source-threads.ts';
import { streamed } from '../support/streams.ts';
import { tempFolder } from '../support/temp-folder.ts';

const threads = await sourceThreads();
const CARDS = [
  '---\nlicense: mit\n---\n# Clean\n',
  '---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\n' +
    'base_model_relation: finetune\n---\n# Tuned\n',
  '---\nlicense: mit\nbase_model: acme/unheard\n---\nThis is for research only.\n',
];
const MANY = Object.fromEntries(
  Array.from({ length: 40 }, (_, nth): [string, string] => [
    `m${String(nth).padStart(2, '0')}/README.md`,
    CARDS[nth % CARDS.length] ?? '',
  ]),
);

/** A plugin with one rule, whose `check` does this. */
const plugin = (does: string) => ({
  'licet.config.mjs':
    "const rule = { name: 'odd', summary: 'Odd', severity: 'warning', *check({ files }) { " +
    `const at = { file: 'README.md', start: 0, end: 0 }; ${does} } };\n` +
    "export default { plugins: [{ name: 'acme', rules: [rule] }] };\n",
});

/** The same run in one thread and in two: what each printed, wrote to stderr and came to. */
async function both(files: Readonly<Record<string, string>>, args: readonly string[]) {
  const cwd = tempFolder({ ...MANY, ...files });
  const run = async (jobs: string) => {
    let before = '';
    const { stdout, stderr, code, totals } = await main([...args, '--jobs', jobs], {
      cwd,
      env: {},
      terminal: false,
      width: 80,
      today: '2026-11-30',
      threads,
      print: (text) => Promise.resolve(void (before += text)),
    });
    return { stdout: before + stdout, stderr, code, totals };
  };
  return { one: await run('1'), two: await run('2') };
}

test.each([
  ['a report that leaves as it is made', {}, ['--format', 'json']],
  ['a whole report', {}, ['--format', 'markdown', '--fail-on', 'warning']],
  [
    'configs, a baseline and overrides',
    {
      'licet-baseline.json': '{"version":2,"repositories":{}}',
      'm04/licet.config.yaml': 'rules: { unresolved-upstream: off }\n',
      'licet.config.yaml': 'overrides: [{ files: ["m1*/**"], rules: { missing-license-text: off } }]\n',
    },
    ['--format', 'compact'],
  ],
  [
    'a plugin whose findings hold what no thread can hand over',
    plugin("yield { at, message: 'Odd', why: { title: 'w', clauses: [], of: () => 0 } };"),
    ['--config', 'licet.config.mjs', '--format', 'compact'],
  ],
  [
    'a rule that fails',
    plugin("if (files.card.text.includes('Tuned')) throw new Error('no');"),
    ['--config', 'licet.config.mjs', '--format', 'compact'],
  ],
])('%s: two threads give the bytes of one', async (_, files, args) => {
  const { one, two } = await both(files, args);
  expect(two).toEqual(one);
  expect(one.stdout.length).toBeGreaterThan(100);
});

test('a thread that is ended loses the repository it was at, says so, and the run fails', async () => {
  const ends = "if (files.card.text.includes('The end')) process.exit(0);";
  const more = { ...plugin(ends), 'm07/README.md': '---\nlicense: mit\n---\n# The end\n' };
  const cwd = tempFolder({ ...MANY, ...more });
  const outcome = await main(['-c', 'licet.config.mjs', '-f', 'json', '-j', '2'], {
    cwd,
    env: {},
    terminal: false,
    width: 80,
    today: '2026-11-30',
    threads,
  });
  expect(outcome.code).toBe(2);
  expect(outcome.totals?.repositories).toBe(39);
  expect(outcome.stderr).toContain('"m07" could not be linted: its thread ended with 0');
  expect(outcome.stderr.split('\n').filter((line) => line.includes('internal error'))).toHaveLength(1);
});

test('a batch in threads gives the answers of one, in order', async () => {
  const lines = Array.from({ length: 60 }, (_, nth) =>
    nth % 9 === 8 ? `{"id": ${nth}` : JSON.stringify({ id: `acme/m${nth}`, card: CARDS[nth % 3], x: nth }),
  );
  const run = async (...args: readonly string[]) => {
    const asked = ['batch', '--line-numbers', '--fail-on', 'error', ...args];
    const { stdout, code, stderr } = await streamed(asked, lines.map((line) => `${line}\n`).join(''), {
      size: 500,
      threads,
    });
    return { stdout, code, stderr };
  };
  const one = await run();
  expect(await run('--jobs', '2')).toEqual(one);
  expect([one.code, one.stdout.split('\n').length]).toEqual([1, 61]);
});
