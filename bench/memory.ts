/**
 * Peak memory of the command at 20,000 repositories over that at 1,000, each in a process of its own.
 * `npx tsx bench/memory.ts <folder of cards> [many [few]]`; build `dist/` first. The repositories are laid
 * out in a temporary folder.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardsIn } from './cards.ts';

const [folder = 'examples', many = '20000', few = '1000'] = process.argv.slice(2);
const launcher = fileURLToPath(new URL('../dist/licet.cjs', import.meta.url));
const report = "process.on('exit',()=>writeSync(2,'\\npeak '+process.resourceUsage().maxRSS))";

function peak(count: number): number {
  const base = mkdtempSync(join(tmpdir(), 'licet-bench-'));
  try {
    cardsIn(folder, count).forEach(({ path }, nth) => {
      const repo = join(base, `repo-${nth}`);
      mkdirSync(repo);
      copyFileSync(path, join(repo, 'README.md'));
    });
    const { stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,import{writeSync}from'node:fs';${report}`,
        launcher,
        '--quiet',
        base,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    return Number(/peak (\d+)/.exec(stderr)?.[1] ?? NaN) / 1024;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

const [small, large] = [peak(Number(few)), peak(Number(many))];
const [more, less] = [large, small].map((peak) => peak.toFixed(0));
console.log(`${(large / small).toFixed(2)} x  ${more} MiB at ${many} over ${less} MiB at ${few}`);
