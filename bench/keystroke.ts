/**
 * What an editor waits for: from the start of the server to its answer to `initialize` and to the first
 * findings, and from a keystroke in a card of 60 KB to the findings of that version, over the pipes of a
 * server in a process of its own. `npx tsx bench/keystroke.ts [--keys N] [--bytes N]`; build
 * `dist/` first. It fails where a limit is passed.
 *
 * Limits hold for the time of the processor, in all threads of the server, for machines are noisy; the clock
 * stands beside it. Both are of Linux (`/proc`). Keys go in turn to the license and the base of the front
 * matter and to the middle of the text, in a repository as on the Hub with files beside the card. An editor's
 * own pause before it sends what is typed comes on top. Memory is what the process holds at the end (VmRSS).
 * A bare `node`, which is 40 ms on a machine at rest, tells by how much all of it is too high on a busy one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { largeCard, writeRepositories } from './generated-repositories.ts';

const { values } = parseArgs({
  options: {
    keys: { type: 'string', default: '1000' },
    bytes: { type: 'string', default: '60000' },
    seed: { type: 'string', default: '1' },
  },
});
const LIMITS = { start: 350, key: 100, memory: 200 } as const;
/** Keys before the code is warm: a person types more than these before they look. */
const WARM = 20;

const launcher = fileURLToPath(new URL('../dist/licet.cjs', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'licet-bench-'));
const [folder = work] = writeRepositories(work, 1, Number(values.seed));
const FRONT = '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n';
const text = FRONT + largeCard(Number(values.seed), Number(values.bytes)).replace(/^---\n[^]*?\n---\n/, '');
writeFileSync(join(folder, 'README.md'), text);

const begun = performance.now();
const server = spawn(process.execPath, [launcher, 'lsp', '--stdio'], {
  env: { ...process.env, LICET_CACHE: join(work, 'cache') },
});
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
const proc = `/proc/${String(server.pid)}`;
/** Milliseconds of the processor that the server has had. */
function used(): number {
  const tasks = readdirSync(`${proc}/task`).map((task) => `${proc}/task/${task}/schedstat`);
  return tasks.reduce((sum, file) => sum + Number(readFileSync(file, 'utf8').split(' ')[0]), 0) / 1e6;
}
let heard: (version: number) => void = () => undefined;
const uri = pathToFileURL(join(folder, 'README.md')).href;
connection.onNotification(
  'textDocument/publishDiagnostics',
  (told: { readonly uri: string; readonly version?: number }) => {
    if (told.uri === uri) heard(told.version ?? 0);
  },
);
connection.onRequest('client/registerCapability', () => null);
connection.listen();

/** Milliseconds, of the processor and by the clock. */
interface Took {
  readonly cpu: number;
  readonly clock: number;
}

/** How long it takes until the findings of a version are there. */
async function answered(version: number, send: () => Promise<void>): Promise<Took> {
  const [from, before] = [performance.now(), used()];
  const there = new Promise<void>((done) => {
    heard = (one) => {
      if (one >= version) done();
    };
  });
  await send();
  await there;
  return { cpu: used() - before, clock: performance.now() - from };
}

await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'tiny' }],
  capabilities: {},
});
const start: Took = { cpu: used(), clock: performance.now() - begun };
await connection.sendNotification('initialized', {});
const first = await answered(1, () =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  }),
);

/** Where keys are typed: in the license, in the base, and in a line of the text. */
const PLACES = [
  { line: 1, character: 12 },
  { line: 2, character: 12 },
  { line: text.split('\n').length >> 1, character: 0 },
] as const;
const times: Took[] = [];
for (let nth = 0; nth < WARM + Number(values.keys); nth += 1) {
  const version = nth + 2;
  const at = PLACES[nth % PLACES.length] as (typeof PLACES)[number];
  // Each key is taken back by the next at its place, so that the card stays what it is.
  const isBack = nth % (2 * PLACES.length) >= PLACES.length;
  const range = { start: at, end: isBack ? { ...at, character: at.character + 1 } : at };
  const took = await answered(version, () =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: isBack ? '' : 'x' }],
    }),
  );
  if (nth >= WARM) times.push(took);
}

const held = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1]) / 1024;
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
rmSync(work, { recursive: true, force: true });

function share(part: number): Took {
  const at = Math.min(times.length - 1, Math.floor(part * times.length));
  const of = (one: keyof Took) => times.map((took) => took[one]).toSorted((a, b) => a - b)[at] ?? NaN;
  return { cpu: of('cpu'), clock: of('clock') };
}
function line(what: string, value: number, unit: string, limit?: number, clock?: number): void {
  const isOver = limit !== undefined && !(value <= limit);
  if (isOver) process.exitCode = 1;
  const most = limit === undefined ? '' : `, at most ${limit} ${unit}${isOver ? ': TOO MUCH' : ''}`;
  const beside = clock === undefined ? '' : ` (${clock.toFixed(0)} ${unit} by the clock)`;
  console.log(`${value.toFixed(0).padStart(5)} ${unit}  ${what}${most}${beside}`);
}
/** Milliseconds of the processor that a bare `node` takes, at the lower quartile. */
function bare(): number {
  const code = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)';
  const runs = Array.from({ length: 9 }, () =>
    spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }),
  );
  return runs.map(({ stdout }) => Number(stdout)).toSorted((a, b) => a - b)[2] ?? NaN;
}
const timed = (what: string, { cpu, clock }: Took, limit?: number) => line(what, cpu, 'ms', limit, clock);
line('a bare node, meanwhile', bare(), 'ms');
timed('until the server answers', start, LIMITS.start);
timed('until the first findings', first);
timed('a keystroke, at the median', share(0.5));
timed(`a keystroke, 95 of 100, over ${times.length}`, share(0.95), LIMITS.key);
line(`held after ${WARM + times.length} keystrokes`, held, 'MB', LIMITS.memory);
