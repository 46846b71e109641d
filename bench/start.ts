/**
 * What one run of the command costs over a bare `node`: ratios of the processor's time until the process
 * ends, each the lower quartile of rounds that alternate, for the machines are noisy.
 * `npx tsx bench/start.ts [--node PATH] [--empty] [--beside PATH] [folder …]`; build `dist/` first. The cache
 * folder is the bench's own, and as full as after a dozen runs; with `--empty` nothing is kept. Without a
 * folder: an example, and a repository as many are, made from a seed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { repository } from './generated-records.ts';

const { values, positionals } = parseArgs({
  options: {
    node: { type: 'string', default: process.execPath },
    empty: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '21' },
    /** A `licet.cjs` to compare with that of `dist/`, in the same rounds. */
    beside: { type: 'string' },
  },
  allowPositionals: true,
});
const root = fileURLToPath(new URL('../', import.meta.url));
const cache = mkdtempSync(join(tmpdir(), 'licet-start-'));
const telling = join(cache, 'telling.cjs');
writeFileSync(
  telling,
  "process.on('exit', () => { const { user, system } = process.cpuUsage();" +
    "require('fs').writeSync(3, String((user + system) / 1000)); });",
);
const WARM = 12;
const ROUNDS = Number(values.rounds);

function generated(): string {
  const folder = join(cache, 'generated', 'Falcon-8B');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(repository(1, readFileSync(join(root, 'LICENSE'), 'utf8'))))
    writeFileSync(join(folder, name), text);
  return folder;
}

const folders = positionals.length > 0 ? positionals : ['examples/llama-3.1-bad', generated()];
const programs = ['dist/licet.cjs', ...(values.beside === undefined ? [] : [values.beside])];
const commands: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'node', args: ['-e', '0'] },
  { name: '--version', args: ['dist/licet.cjs', '--version'] },
  ...folders.flatMap((folder) =>
    programs.map((program) => ({ name: `${program} ${basename(folder)}`, args: [program, folder] })),
  ),
];
const times = commands.map((): number[] => []);

// Round by round, so that a slow minute slows every command alike.
for (let round = -WARM; round < ROUNDS; round += 1)
  for (const [nth, { name, args }] of commands.entries()) {
    const { status, stderr, output } = spawnSync(values.node, ['--require', telling, ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LICET_CACHE: join(cache, args[0] === values.beside ? 'beside' : 'own'),
        ...(values.empty && { NODE_DISABLE_COMPILE_CACHE: '1' }),
      },
    });
    if (status === null || status > 1) throw new Error(`${name} ended with ${String(status)}: ${stderr}`);
    if (round >= 0) times[nth]?.push(Number(output[3]));
  }
rmSync(cache, { recursive: true });

const quartile = (all: readonly number[]) => all.toSorted((a, b) => a - b)[all.length >> 2] ?? NaN;
const bare = quartile(times[0] ?? []);
for (const [nth, { name }] of commands.entries()) {
  const took = quartile(times[nth] ?? []);
  console.log(`${(took / bare).toFixed(2)} x  ${took.toFixed(0).padStart(5)} ms  ${name}`);
}
