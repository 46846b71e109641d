/**
 * `licet batch` over generated records, one in a hundred broken: as many answers as records, exit 0, and the
 * peak of memory at the last count over that at the first, each in a process of its own.
 * `npx tsx bench/batch.ts [10000 100000]`; build `dist/` first. `--write FILE` writes the records alone.
 */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { records } from './generated-records.ts';

const { values, positionals } = parseArgs({
  options: { write: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const launcher = fileURLToPath(new URL('../dist/licet.cjs', import.meta.url));
const AT_EXIT =
  "process.on('exit',()=>{const u=process.resourceUsage();" +
  "writeSync(2,'\\npeak '+u.maxRSS+' cpu '+(u.userCPUTime+u.systemCPUTime))})";

function* lines(count: number): Generator<string> {
  for (const line of records(count, Number(values.seed))) yield `${line}\n`;
}

async function batch(count: number) {
  const hook = `data:text/javascript,import{writeSync}from'node:fs';${AT_EXIT}`;
  const child = spawn(process.execPath, ['--import', hook, launcher, 'batch'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [answers, refused, said] = [0, 0, ''];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    answers += parts.length;
    refused += parts.filter((line) => line.includes('"ok":false')).length;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await pipeline(Readable.from(lines(count)), child.stdin);
  const code = await ended;
  const [, peak = 'NaN', cpu = 'NaN'] = /peak (\d+) cpu (\d+)/.exec(said) ?? [];
  return { code, answers, refused, peak: Number(peak) / 1024, cpu: Number(cpu) / 1e6 };
}

if (values.write !== undefined) {
  const file = createWriteStream(values.write);
  Readable.from(lines(Number(positionals[0] ?? 1000))).pipe(file);
  await finished(file);
} else {
  const counts = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000];
  let first: number | undefined;
  for (const count of counts) {
    const { code, answers, refused, peak, cpu } = await batch(count);
    first ??= peak;
    console.log(
      `${count} records: ${answers} answers (${refused} refused), exit ${code}, ` +
        `${cpu.toFixed(0)} s of CPU, ${(count / cpu).toFixed(0)} a second, ` +
        `peak ${peak.toFixed(0)} MiB (${(peak / first).toFixed(2)} x)`,
    );
  }
}
