/**
 * What once took seconds to minutes, or all memory: processor time and peak memory of the command for each,
 * in a process of its own. Ends with 1 where one takes more than 2 seconds or 512 MB. Build `dist/` first.
 * `npx tsx bench/slow-inputs.ts [part of a name]`
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MOST_SECONDS = 2;
const MOST_MEGABYTES = 512;
const launcher = fileURLToPath(new URL('../dist/licet.cjs', import.meta.url));
const REPORT =
  "process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();" +
  'writeSync(2,`\\nused ${(u+s)/1e6} ${m/1024}`)})';

type Files = Readonly<Record<string, string>>;
interface Input {
  readonly files: Files;
  readonly args?: readonly string[];
  /** Asks a Hub whose models have eight bases each, all of them new. */
  readonly hub?: boolean;
}

const times = (n: number, item: (nth: number) => string) =>
  Array.from({ length: n }, (_, nth) => item(nth)).join('');
const card = (front: string, body = ''): Files => ({
  'README.md': `---\nlicense: mit\n${front}---\n${body}`,
});
const directives = (n: number, names: number, mark: readonly [string, string]) =>
  `${mark[0]}licet-disable ${times(names, (nth) => `x${nth % 10} `)}${mark[1]}\n`.repeat(n);
const HTML = ['<!-- ', '-->'] as const;
const lock = (models: Readonly<Record<string, readonly string[]>>) =>
  JSON.stringify({
    version: 1,
    models: Object.fromEntries(
      Object.entries(models).map(([model, bases]) => [
        model,
        { license: 'mit', source: 'Hub', date: '2026-01-01', bases: bases.map((base) => ({ model: base })) },
      ]),
    ),
  });
const merge = (n: number, owner: string) =>
  `merge_method: ties\nmodels:\n${times(n, (nth) => `  - model: ${owner}-${nth}\n`)}`;
const named = (n: number, owner: string) => Array.from({ length: n }, (_, nth) => `${owner}-${nth}`);

const INPUTS: Readonly<Record<string, () => Input>> = {
  '100,000 blanks on a line': () => ({ files: card('', '[year]'.repeat(100_000)) }),
  '80,000 distinct blanks': () => ({
    files: card(
      '',
      times(80_000, (nth) => `license [insert x${nth}]\n`),
    ),
  }),
  '15 tables of 400 columns': () => ({
    files: card(
      '',
      `${'|License'.repeat(400)}|\n${'|---'.repeat(400)}|\n${'|mit'.repeat(400)}|\n\n`.repeat(15),
    ),
  }),
  '1,000 bases of one family': () => ({
    files: card(`base_model:\n${times(1000, (nth) => `- acme/Llama-3-${nth}\n`)}`),
  }),
  'a merge of 2,000 models': () => ({
    files: {
      ...card(''),
      'mergekit_config.yml': merge(2000, 'acme/Llama-3'),
    },
  }),
  '45,000 keys and 1,000 aliases': () => ({
    files: card(`a: &a x\n${times(45_000, (nth) => `k${nth}: b\n`)}${times(1000, (nth) => `z${nth}: *a\n`)}`),
  }),
  '2,000,000 commas': () => ({ files: { ...card(''), 'config.json': `{${','.repeat(2_000_000)}}` } }),
  '1,000,000 numbers': () => ({
    files: { ...card(''), 'config.json': `{"model_type":"llama","a":[${'1,'.repeat(1_000_000)}1]}` },
  }),
  '500 directives of 600 names': () => ({ files: card('', directives(500, 600, HTML)) }),
  'directives in three files, as SARIF': () => ({
    files: {
      ...card('', directives(500, 650, HTML)),
      'a.py': directives(500, 330, ['# ', '']),
      'b.py': directives(500, 330, ['# ', '']),
    },
    args: ['-f', 'sarif'],
  }),
  '18 configs that extend the next one twice': () => ({
    files: {
      ...card(''),
      ...Object.fromEntries(
        Array.from({ length: 18 }, (_, nth) => [
          `c${nth}.yaml`,
          `extends: ["./c${nth + 1}.yaml", "./c${nth + 1}.yaml"]\n`,
        ]),
      ),
      'c18.yaml': 'rules: {}\n',
      'licet.config.yaml': 'extends: ./c0.yaml\n',
    },
  }),
  '.gitignore of 0.26 MB over 20,000 files': () => ({
    files: {
      ...card(''),
      '.gitignore': times(40_000, (nth) => `*${nth}\n`).slice(0, 262_000),
      ...Object.fromEntries(Array.from({ length: 20_000 }, (_, nth) => [`d${nth % 200}/f${nth}.txt`, ''])),
    },
  }),
  '3,000 bases in a lock': () => ({
    files: {
      ...card('base_model: acme/x-0\n'),
      'licet.lock.json': lock({ 'acme/x-0': named(3000, 'acme/Llama-3.1') }),
    },
  }),
  'a Hub whose models have eight new bases each': () => ({
    files: card('base_model: acme/a\n'),
    args: ['--online'],
    hub: true,
  }),
  'a NOTICE of 2,000 upstreams': () => ({
    files: {
      ...card(`base_model:\n${times(2000, (nth) => `- acme/x-${nth}\n`)}`),
      'licet.lock.json': lock(Object.fromEntries(named(2000, 'acme/x').map((model) => [model, []]))),
    },
    args: ['notice', '.'],
  }),
  '4,000 upstreams that no card names, as SARIF': () => ({
    files: {
      ...card(''),
      'mergekit_config.yml': merge(4000, 'acme/x'),
    },
    args: ['-f', 'sarif'],
  }),
  'a name of 65,000 letters beside a table': () => ({
    files: card('', `|Model|License|\n|---|---|\n${'|acme/x|mit|\n'.repeat(200)}`),
    args: ['--name', `acme/${'x'.repeat(65_000)}`],
  }),
};

const hub = createServer(({ url = '' }, response) => {
  const id = /^\/api\/models\/([^?]+)/.exec(url)?.[1] ?? 'acme/a';
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({ id, cardData: { license: 'mit', base_model: named(8, id) }, tags: [], siblings: [] }),
  );
});

/** Seconds of the processor, peak megabytes and the exit status. */
async function used({ files, args = [], hub: asksHub = false }: Input, port: number) {
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'repo', name)), { recursive: true });
      writeFileSync(join(folder, 'repo', name), text);
    }
    const preload = `data:text/javascript,import{writeSync}from'node:fs';${encodeURIComponent(REPORT)}`;
    const child = spawn(process.execPath, ['--import', preload, launcher, ...args], {
      cwd: join(folder, 'repo'),
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        ...(asksHub ? { HF_ENDPOINT: `http://127.0.0.1:${port}` } : {}),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.on('data', (part: Buffer) => (told += part.toString()));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const [, seconds = NaN, megabytes = NaN] = /\nused ([\d.]+) ([\d.]+)/.exec(told) ?? [];
    return { seconds: Number(seconds), megabytes: Number(megabytes), code };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
const { port } = hub.address() as AddressInfo;
const only = process.argv[2] ?? '';
for (const [name, make] of Object.entries(INPUTS).filter(([one]) => one.includes(only))) {
  const { seconds, megabytes, code } = await used(make(), port);
  const within = seconds <= MOST_SECONDS && megabytes <= MOST_MEGABYTES;
  if (!within) process.exitCode = 1;
  console.log(
    `${within ? '      ' : 'beyond'} ${seconds.toFixed(2).padStart(6)} s ` +
      `${megabytes.toFixed(0).padStart(5)} MB  exit ${code}  ${name}`,
  );
}
hub.close();
