/**
 * What one cold run of the command costs over a bare `node`, in the same run: ratios of medians, for the machines are noisy.
 * `npx tsx bench/start.ts [folder] [path to node]`; build `dist/` first.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [folder = 'examples/lora-bad', node = process.execPath] = process.argv.slice(2);
const root = fileURLToPath(new URL('../', import.meta.url));
const ROUNDS = 21;

const commands: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'node', args: ['-e', '0'] },
  { name: '--version', args: ['dist/licet.cjs', '--version'] },
  { name: folder, args: ['dist/licet.cjs', folder] },
];
const times = commands.map((): number[] => []);

// Round by round, so that a slow minute slows every command alike; the first round only warms the disk.
for (let round = 0; round <= ROUNDS; round += 1)
  for (const [nth, { name, args }] of commands.entries()) {
    const start = performance.now();
    const { status, stderr } = spawnSync(node, args, { cwd: root, encoding: 'utf8' });
    const took = performance.now() - start;
    if (status === null || status > 1) throw new Error(`${name} ended with ${String(status)}: ${stderr}`);
    if (round > 0) times[nth]?.push(took);
  }

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? NaN;
const bare = median(times[0] ?? []);
for (const [nth, { name }] of commands.entries()) {
  const took = median(times[nth] ?? []);
  console.log(`${(took / bare).toFixed(2)} x  ${took.toFixed(0).padStart(5)} ms  ${name}`);
}
