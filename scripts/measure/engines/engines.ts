/**
 * Drives `licet batch` by the engines that are installed, and holds what each gives against one plain run,
 * byte for byte; where an engine keeps no order, as a set of lines.
 *
 *   npx tsx scripts/measure/engines/engines.ts RECORDS.ndjson [--bin dist/licet.cjs] [--only NAME …]
 *
 * `PYTHON` names the Python that is asked for Dask, Ray and DuckDB. Exit 1 where bytes differ, 2 where an
 * engine ends with an error.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { bin: { type: 'string', default: 'dist/licet.cjs' }, only: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const [records] = positionals;
if (records === undefined) throw new Error('Name a file of records, one JSON object a line');

const HERE = fileURLToPath(new URL('./', import.meta.url));
const PYTHON = process.env['PYTHON'] ?? 'python3';
const folder = mkdtempSync(join(tmpdir(), 'licet-engines-'));

/** A program `licet` as it lies on the path of who installed it. */
const licet = join(folder, 'licet');
writeFileSync(licet, `#!/bin/sh\nexec "${process.execPath}" "${resolve(values.bin)}" "$@"\n`);
chmodSync(licet, 0o755);
const env = {
  ...process.env,
  PATH: `${folder}:${process.env['PATH'] ?? ''}`,
  RECORDS: resolve(records),
  HERE,
};

interface Engine {
  readonly name: string;
  /** A command that prints the version, and fails where the engine is not installed. */
  readonly version: string;
  /** Writes the answers to `$OUT`. */
  readonly command: string;
  /** Whether the answers come in the order of the records. */
  readonly ordered: boolean;
}

const python = (name: string, module: string, ordered = true): Engine => ({
  name,
  version: `${PYTHON} -c "import ${module}; print(${module}.__version__)"`,
  command: `${PYTHON} "$HERE/with_${module}.py" "$RECORDS" "$OUT"`,
  ordered,
});

const ENGINES: readonly Engine[] = [
  {
    name: 'GNU parallel',
    version: 'parallel --version | head -1',
    command: 'parallel --will-cite --pipe -k -j2 --block 1M licet batch < "$RECORDS" > "$OUT"',
    ordered: true,
  },
  {
    name: 'split and xargs',
    version: 'xargs --version | head -1',
    command:
      'split -n l/4 "$RECORDS" part. && ls part.* | xargs -P 2 -I{} sh -c "licet batch < {} > {}.out" ' +
      '&& cat part.*.out > "$OUT"',
    ordered: true,
  },
  {
    name: 'shards',
    version: 'echo of licet',
    command: 'for i in 1 2 3; do licet batch --shard $i/3 < "$RECORDS"; done > "$OUT"',
    ordered: false,
  },
  {
    name: 'Slurm',
    version: 'sinfo -h -t idle,mix -o %P | grep -q . && sbatch --version',
    command:
      'sbatch --wait --export=ALL --array=1-4 -o log.%a "$HERE/slurm.sh" > sbatch.log && ' +
      'cat answers.1 answers.2 answers.3 answers.4 > "$OUT"',
    ordered: false,
  },
  python('Dask', 'dask'),
  python('Ray', 'ray'),
  python('DuckDB over Parquet', 'duckdb'),
];

/** Runs a line of the shell in a folder of its own; `undefined` where it fails. */
function shell(
  command: string,
  cwd: string,
  out: string,
): { said: string; failed: boolean; seconds: number } {
  const start = performance.now();
  const done = spawnSync('bash', ['-c', command], {
    cwd,
    env: { ...env, OUT: out },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  return { said: `${done.stdout}${done.stderr}`.trim(), failed: done.status !== 0, seconds };
}

const linesOf = (bytes: Buffer): string => bytes.toString('latin1').split('\n').sort().join('\n');

let code = 0;
try {
  const plain = join(folder, 'plain.ndjson');
  const once = shell('licet batch < "$RECORDS" > "$OUT"', folder, plain);
  if (once.failed) throw new Error(`The plain run failed: ${once.said}`);
  const wanted = readFileSync(plain);
  const lines = wanted.toString('latin1').split('\n').length - 1;
  console.log(`one process: ${lines} answers, ${wanted.length} bytes, ${once.seconds.toFixed(1)} s`);
  for (const engine of ENGINES) {
    if (values.only && !values.only.includes(engine.name)) continue;
    const cwd = mkdtempSync(join(folder, 'run-'));
    const has = shell(engine.version, cwd, '/dev/null');
    if (has.failed) {
      console.log(`${engine.name}: not installed here, passed over`);
      continue;
    }
    const out = join(cwd, 'all.ndjson');
    const done = shell(engine.command, cwd, out);
    if (done.failed) {
      console.log(`${engine.name}: failed: ${done.said.slice(-2000)}`);
      code = 2;
      continue;
    }
    const had = readFileSync(out);
    const same = engine.ordered ? had.equals(wanted) : linesOf(had) === linesOf(wanted);
    if (!same) code = Math.max(code, 1);
    const verdict = same ? (engine.ordered ? 'the same bytes' : 'the same lines') : 'OTHER BYTES';
    console.log(
      `${engine.name} (${has.said.split('\n')[0] ?? ''}): ${verdict}, ${done.seconds.toFixed(1)} s`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = code;
