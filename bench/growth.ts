/**
 * How the work grows with the input, at n, 2n and 4n: for every extractor, each format, and `--fix`. Names
 * what grows faster than n^1.2, and then ends with 1. Times are of the processor, the least of several runs,
 * and only compared within one run; what can be counted (upstreams asked, findings, letters of a report) is
 * shown beside them. `npx tsx bench/growth.ts [part of a name]`
 */
import { rules } from '../rules/index.ts';
import { applyFixes } from '../src/core/evaluate/fixes/apply-fixes.ts';
import { shippedCatalogue } from '../src/core/data/catalogue.ts';
import { lint, type LintReport } from '../src/core/lint.ts';
import { memoryRepo } from '../src/core/read/memory-repo.ts';
import { formatNames, loadFormat } from '../src/core/report/formats.ts';
import { RULE_PAGES, VERSION } from '../src/core/version.ts';
import { snapshot } from '../src/core/resolve/snapshot.ts';
import type { Upstreams } from '../src/core/resolve/upstreams.ts';
import { GROWING, type Files } from './growing-files.ts';
import { useDataSource } from '../src/core/data/data-source.ts';
import { shippedData } from '../src/node/data/shipped-data.ts';

useDataSource(shippedData);

/** Above this power of n something compares everything with everything. */
const MOST = 1.2;
const RUNS = 5;
/** So often what seems steep is measured once more: other work of the machine only ever adds to a time. */
const TRIES = 4;
/** Below this many milliseconds the clock's grain is what is measured. */
const GRAIN = 30;

interface Job {
  readonly name: string;
  /** Prepares an input of size n; what it gives back is the work, which tells what can be counted. */
  readonly of: (n: number) => Promise<() => unknown>;
}

const catalogue = shippedCatalogue();
const shipped = snapshot(catalogue);

async function linted(files: Files) {
  let asked = 0;
  const upstreams: Upstreams = { find: (model) => ((asked += 1), shipped.find(model)) };
  const report = await lint(
    memoryRepo(files, { complete: false }),
    { value: 'acme/growing', from: 'flag' },
    { catalogue, upstreams, rules },
  );
  if (report.failed.length > 0) throw new Error(report.failed.map(({ message }) => message).join());
  return { report, counts: `${asked} asked, ${report.findings.length} findings` };
}

const extractors: readonly Job[] = Object.entries(GROWING).map(([name, make]) => ({
  name,
  of: async (n) => {
    const files = make(n);
    return async () => (await linted(files)).counts;
  },
}));

/** A report with n findings, each in a line of its own. */
async function reportOf(n: number) {
  const { report } = await linted({
    'README.md': `---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n${'text\n'.repeat(n)}`,
    'adapter_config.json': '{"peft_type":"LORA","base_model_name_or_path":"acme/other-7b"}',
  });
  const [first] = report.findings;
  if (!first) throw new Error('no finding to repeat');
  const findings = Array.from({ length: n }, (_, nth) => ({
    ...first,
    at: { file: 'README.md', start: 60 + 5 * nth, end: 64 + 5 * nth },
    message: `Finding ${nth}`,
  }));
  return { ...report, findings };
}

const about = rules.map(({ name, summary, severity }) => ({ name, summary, severity }));
const reports: readonly Job[] = formatNames.map((name) => ({
  name: `format ${name}`,
  of: async (n) => {
    const format = await loadFormat(name);
    const run = {
      version: VERSION,
      docs: RULE_PAGES,
      data: catalogue.date,
      rules: about,
      reports: [await reportOf(n)],
    };
    return () => `${format(run, { color: false, width: 80 }).length} letters`;
  },
}));

/** The texts of a report, as fixes are made in them. */
const textsOf = ({ sources }: Pick<LintReport, 'sources'>) =>
  new Map(sources.flatMap((one) => (one.kind === 'text' ? [[one.file, one.text] as const] : [])));

const fixes: readonly Job[] = [
  {
    name: '--fix, n addresses in one card',
    of: async (n) => {
      const bases = Array.from({ length: n }, (_, nth) => `- https://huggingface.co/acme/base-${nth}\n`);
      const files = { 'README.md': `---\nlicense: mit\nbase_model:\n${bases.join('')}---\n` };
      return async () => {
        const { report } = await linted(files);
        return `${applyFixes(textsOf(report), report.findings).fixes.length} fixes`;
      };
    },
  },
  {
    name: '--fix, a card with text of n lines',
    of: async (n) => {
      const files = {
        'README.md': `---\nlicence: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n${'a text\n'.repeat(n)}`,
      };
      return async () => {
        const { report } = await linted(files);
        return `${applyFixes(textsOf(report), report.findings).fixes.length} fixes`;
      };
    },
  },
  {
    name: '--fix, one edit in each of n files',
    of: async (n) => {
      const report = await reportOf(n);
      const texts = new Map(report.findings.map((_, nth) => [`${nth}.md`, 'text\n']));
      const findings = report.findings.map((finding, nth) => ({
        ...finding,
        fix: { title: 'Add', safe: true, edits: [{ file: `${nth}.md`, start: 0, end: 0, text: 'a' }] },
      }));
      return () => `${applyFixes(texts, findings).fixes.length} fixes`;
    },
  },
];

/** Milliseconds of the processor, the least of several runs, and what the work counted. */
async function timed(job: Job, n: number) {
  const work = await job.of(n);
  let [least, counts]: [number, unknown] = [Infinity, ''];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    counts = await work();
    least = Math.min(least, process.cpuUsage(before).user / 1000);
  }
  return { least, counts: String(counts) };
}

const only = process.argv[2] ?? '';
const steep: string[] = [];
for (const job of [...extractors, ...reports, ...fixes].filter(({ name }) => name.includes(only))) {
  let n = 250;
  await (
    await job.of(n)
  )();
  while (n < 64_000 && (await timed(job, n)).least < 2 * GRAIN) n *= 2;
  const sizes = [n, 2 * n, 4 * n];
  const least = [Infinity, Infinity, Infinity];
  let [power, counted] = [Infinity, ''];
  for (let tries = 0; tries < TRIES && power > MOST; tries += 1) {
    for (const [nth, size] of sizes.entries()) {
      const { least: time, counts } = await timed(job, size);
      least[nth] = Math.min(least[nth] ?? Infinity, time);
      counted = counts;
    }
    power = Math.log2((least[2] ?? 0) / Math.max(GRAIN, least[0] ?? 0)) / 2;
  }
  if (power > MOST) steep.push(job.name);
  console.log(
    `n^${Math.max(0, power).toFixed(2)}  ` +
      `${least.map((time) => time.toFixed(0).padStart(5)).join(' ')} ms at n = ` +
      `${String(n).padStart(5)}  ${job.name}  (${counted})`,
  );
}
console.log(
  steep.length === 0
    ? `\nnothing grows faster than n^${MOST}`
    : `\nfaster than n^${MOST}: ${steep.join(', ')}`,
);
process.exitCode = steep.length === 0 ? 0 : 1;
