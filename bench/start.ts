/**
 * What one cold run of the command costs over a bare `node`, in the same run: ratios of medians, for the
 * machines are noisy. `npx tsx bench/start.ts [--node PATH] [folder …]`; build `dist/` first. The cache
 * folder is the bench's own, and as full as after a dozen runs; Node keeps compiled code there from 22.8 on.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { node: { type: 'string', default: process.execPath } },
  allowPositionals: true,
});
const root = fileURLToPath(new URL('../', import.meta.url));
const cache = mkdtempSync(join(tmpdir(), 'licet-start-'));
const WARM = 12;
const ROUNDS = 21;

const folders = positionals.length > 0 ? positionals : ['examples/lora-bad'];
const commands: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'node', args: ['-e', '0'] },
  { name: '--version', args: ['dist/licet.cjs', '--version'] },
  ...folders.map((folder) => ({ name: folder, args: ['dist/licet.cjs', folder] })),
];
const times = commands.map((): number[] => []);

// Round by round, so that a slow minute slows every command alike.
for (let round = -WARM; round < ROUNDS; round += 1)
  for (const [nth, { name, args }] of commands.entries()) {
    const start = performance.now();
    const { status, stderr } = spawnSync(values.node, args, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LICET_CACHE: cache },
    });
    const took = performance.now() - start;
    if (status === null || status > 1) throw new Error(`${name} ended with ${String(status)}: ${stderr}`);
    if (round >= 0) times[nth]?.push(took);
  }
rmSync(cache, { recursive: true });

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? NaN;
const bare = median(times[0] ?? []);
for (const [nth, { name }] of commands.entries()) {
  const took = median(times[nth] ?? []);
  console.log(`${(took / bare).toFixed(2)} x  ${took.toFixed(0).padStart(5)} ms  ${name}`);
}
