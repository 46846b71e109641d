import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';

const program = fileURLToPath(new URL('../../dist/licet.cjs', import.meta.url));
const LICENSES = ['mit', 'llama3.1', 'Apache 2.0'];
const card = (nth: number) =>
  `---\nlicense: ${LICENSES[nth % 3] ?? ''}\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Tiny\n`;
const repositories = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, nth) => [`r${nth}/README.md`, card(nth)]));

function licet(cwd: string, args: readonly string[], input = '', home = cwd) {
  const env = { PATH: process.env['PATH'], HOME: home, LICET_CACHE: `${home}/cache` };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

test.each(['stylish', 'json', 'ndjson', 'sarif', 'github', 'junit'])(
  'what is built lints in threads, with the same bytes in %s',
  (format) => {
    const cwd = tempFolder(repositories(48));
    const one = licet(cwd, ['.', '--format', format]);
    expect(licet(cwd, ['.', '--format', format, '-j', '3'])).toEqual(one);
    expect(one.status).toBe(1);
  },
);

test('code that was kept starts threads too, and fixes come to the same files', () => {
  const home = tempFolder();
  const [first, second] = [tempFolder(repositories(20)), tempFolder(repositories(20))];
  const said = ['1', '2', '2'].map((jobs) => licet(first, ['.', '-j', jobs], '', home).stdout);
  expect(new Set(said).size).toBe(1);
  const fixed = [licet(first, ['--fix']), licet(second, ['--fix', '--jobs', '2'])];
  expect(fixed[1]).toEqual(fixed[0]);
  expect(readFileSync(`${second}/r2/README.md`, 'utf8')).toBe(readFileSync(`${first}/r2/README.md`, 'utf8'));
  expect(readFileSync(`${first}/r2/README.md`, 'utf8')).not.toBe(card(2));
});

test('a stream in threads has the bytes of one', () => {
  const lines = Array.from({ length: 400 }, (_, nth) =>
    nth % 50 === 49 ? '{"id"' : JSON.stringify({ id: `acme/m${nth}`, card: card(nth) }),
  ).join('\n');
  const one = licet(tempFolder(), ['batch'], lines);
  expect(licet(tempFolder(), ['batch', '-j', '2'], lines)).toEqual(one);
  expect([one.status, one.stdout.split('\n').length]).toEqual([0, 401]);
});

test('what waits for an answer gets it before the next line is written', async () => {
  const child = spawn(process.execPath, [program, 'batch', '-j', '2'], { cwd: tempFolder() });
  for (let nth = 0; nth < 3; nth += 1) {
    child.stdin.write(`${JSON.stringify({ id: `acme/m${nth}`, card: card(nth) })}\n`);
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    expect(JSON.parse(text.toString())).toMatchObject({ id: `acme/m${nth}`, ok: true });
  }
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('an interrupt ends a run in threads at once', async () => {
  const cwd = tempFolder(repositories(400));
  const child = spawn(process.execPath, [program, '-j', '2', '-f', 'ndjson', '.'], { cwd });
  await once(child.stdout, 'data');
  child.stdout.resume();
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
});
