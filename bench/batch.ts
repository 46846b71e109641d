/**
 * `licet batch` over generated records, one in a hundred broken: as many answers as records, exit 0, memory
 * after a tenth, a half and all of the answers, and the peak at the last count over that at the first, each
 * in a process of its own.
 * `npx tsx bench/batch.ts [--jobs N] [10000 100000]`; build `dist/` first. `--write FILE` writes the records
 * alone.
 */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { records } from './generated-records.ts';

const { values, positionals } = parseArgs({
  options: {
    write: { type: 'string' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
const launcher = fileURLToPath(new URL('../dist/licet.cjs', import.meta.url));
/** Of the process and not of its threads: memory in use each second, peak and CPU time at the end. */
const METER = [
  "import{writeSync}from'node:fs';import{isMainThread}from'node:worker_threads';if(isMainThread){",
  "setInterval(()=>writeSync(2,'\\nrss '+process.memoryUsage.rss()),1000).unref();",
  "process.on('exit',()=>{const u=process.resourceUsage();",
  "writeSync(2,'\\npeak '+u.maxRSS+' cpu '+(u.userCPUTime+u.systemCPUTime))})}",
].join('');
const MIB = 2 ** 20;

function* lines(count: number): Generator<string> {
  for (const line of records(count, Number(values.seed))) yield `${line}\n`;
}

/** The highest of the samples around a share of the answers, in MiB: garbage comes and goes. */
function memoryAt(share: number, samples: readonly { answers: number; rss: number }[], count: number) {
  const near = samples.filter(({ answers }) => Math.abs(answers / count - share) <= 0.05);
  return (Math.max(...near.map(({ rss }) => rss)) / MIB).toFixed(0);
}

async function batch(count: number) {
  const args = ['--import', `data:text/javascript,${METER}`, launcher, 'batch', '--jobs', values.jobs];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let [answers, refused, said] = [0, 0, ''];
  let rest = '';
  const samples: { answers: number; rss: number }[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    answers += parts.length;
    refused += parts.filter((line) => line.includes('"ok":false')).length;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-1000);
    const rss = /rss (\d+)/.exec(text)?.[1];
    if (rss !== undefined) samples.push({ answers, rss: Number(rss) });
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await pipeline(Readable.from(lines(count)), child.stdin);
  const code = await ended;
  const [, peak = 'NaN', cpu = 'NaN'] = /peak (\d+) cpu (\d+)/.exec(said) ?? [];
  const memory = [0.1, 0.5, 0.95].map((share) => memoryAt(share, samples, count)).join(', ');
  return { code, answers, refused, memory, peak: Number(peak) / 1024, cpu: Number(cpu) / 1e6 };
}

if (values.write !== undefined) {
  const file = createWriteStream(values.write);
  Readable.from(lines(Number(positionals[0] ?? 1000))).pipe(file);
  await finished(file);
} else {
  const counts = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000];
  let first: number | undefined;
  for (const count of counts) {
    const { code, answers, refused, memory, peak, cpu } = await batch(count);
    first ??= peak;
    console.log(
      `${count} records: ${answers} answers (${refused} refused), exit ${code}, ` +
        `${cpu.toFixed(0)} s of CPU, ${(count / cpu).toFixed(0)} a second, ` +
        `memory after a tenth, half and all ${memory} MiB, ` +
        `peak ${peak.toFixed(0)} MiB (${(peak / first).toFixed(2)} x)`,
    );
  }
}
