import { resolve } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { SELECTABLE, type Selected } from '../../core/batch/answer.ts';
import { readLevels } from '../../core/config/level-flags.ts';
import { levelsFor } from '../../core/config/levels.ts';
import { isDay } from '../../core/config/check-content.ts';
import { NO_CONFIG, type Config } from '../../core/config/config.ts';
import { isPreset, presetLevels, PRESETS } from '../../core/config/presets.ts';
import { shippedCatalogue } from '../../core/data/catalogue.ts';
import { UsageError } from '../../core/model/usage-error.ts';
import { didYouMean } from '../../core/text/did-you-mean.ts';
import { lintLines, type BatchSettings, type Tally } from '../../app/batch/lint-lines.ts';
import type { BatchValues, BatchWork } from '../../app/batch/lint-lines-elsewhere.ts';
import { readShard } from '../../app/batch/shard.ts';
import { loadConfig } from '../../node/config/load-config.ts';
import { modelTable } from '../../node/batch/model-table.ts';
import { readJobs } from '../options.ts';
import { readOptions, streamsOf, usage, type CommandHost, type Outcome } from './command.ts';

export const help = `Usage: licet batch [options] < records.ndjson > answers.ndjson

Lints a stream of model repositories, one JSON object a line, and writes one
answer a line in the same order. A bad line gives an answer too; the exit
status is 0 when the stream was read to its end, whatever was found. Nothing
is asked of the network, and no config or lock is looked for.

  --index FILE       a table of models that \`licet index\` wrote: asked before
                     what licet ships
  --preset NAME      recommended (default), strict, publish or consume
  --rule 'NAME: LEVEL'  set a rule to off, info, warning or error; repeatable
  -c, --config FILE  use this config; one that is code is refused
  --select FIELD,…   only these of sha, license, upstreams, counts, findings, x
  --shard I/N        only the I-th of N parts, told apart by the id
  --line-numbers     tell the line of each answer, as this process counts it
  --today DATE       the day that directives expire by (default: none does)
  --fail-on LEVEL    never (default), error or warning: exit with 1 if there is
                     such a finding
  -j, --jobs N       threads that lint, or auto (default: 1); the answers are the
                     same, in the same order
  --progress         a count on stderr

The fields of a record and of an answer: \`docs/bulk.md\`.
`;

const OPTIONS = {
  index: { type: 'string' },
  preset: { type: 'string' },
  rule: { type: 'string', multiple: true },
  config: { type: 'string', short: 'c' },
  select: { type: 'string', multiple: true },
  shard: { type: 'string' },
  'line-numbers': { type: 'boolean' },
  today: { type: 'string' },
  'fail-on': { type: 'string' },
  jobs: { type: 'string', short: 'j' },
  progress: { type: 'boolean' },
  online: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const FAIL_ON = ['never', 'error', 'warning'] as const;

/** `licet batch`: NDJSON in, NDJSON out. */
export async function run(args: readonly string[], host: CommandHost): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'batch');
  if (read.is === 'refused') return read.outcome;
  const { values, positionals } = read;
  if (values.help) return { stdout: help, stderr: '', code: 0 };
  if (values.online)
    return usage(
      'Command "batch" asks nothing of the network',
      'Fetch with the tools of the Hub, and hand the files over',
    );
  const [word] = positionals;
  if (word !== undefined)
    return usage(`Command "batch" reads its standard input, not "${word}"`, `Run \`licet batch < ${word}\``);
  const failOn = named('--fail-on', values['fail-on'] ?? 'never', FAIL_ON);
  const settings = await settingsOf(values, host);
  const { input, output, progress } = streamsOf(host);
  const told = values.progress ? counting(progress) : undefined;
  const tally = await tallyOf(values, settings, { input, output, told }, host);
  const fails = failOn !== 'never' && (tally.errors > 0 || (failOn === 'warning' && tally.warnings > 0));
  return { stdout: '', stderr: values.progress ? `${counted(tally)}\n` : '', code: fails ? 1 : 0 };
}

interface Stream {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: (text: string) => Promise<boolean>;
  readonly told: ((tally: Tally) => void) | undefined;
}

/** Lints the stream, in threads where several are asked for. */
async function tallyOf(
  values: Values,
  settings: BatchSettings,
  { input, output, told }: Stream,
  { cwd, threads }: CommandHost,
): Promise<Tally> {
  const size = await readJobs(values.jobs);
  if (size === 1 || threads === undefined) return lintLines(input, settings, output, told);
  const { lintLinesElsewhere } = await import('../../app/batch/lint-lines-elsewhere.ts');
  const begin = await threads();
  const work: BatchWork = { does: 'batch', values, cwd };
  return lintLinesElsewhere(input, settings, { size, start: () => begin(work) }, output, told);
}

interface Values extends BatchValues {
  readonly jobs?: string | undefined;
}

/** How lines are answered. Throws `UsageError` for options that are not understood. */
export async function settingsOf(
  values: BatchValues,
  { cwd }: { readonly cwd: string },
): Promise<BatchSettings> {
  const config = await configNamed(values.config, cwd);
  const preset = values.preset === undefined ? undefined : named('--preset', values.preset, PRESETS);
  const { index, shard, today } = values;
  if (today !== undefined && !isDay(today))
    throw new UsageError(`Option "--today" takes a date such as 2026-11-30, not "${today.slice(0, 40)}"`);
  return {
    config,
    levels: new Map([
      ...levelsFor(config, 'README.md'),
      ...(preset !== undefined && isPreset(preset) ? presetLevels(preset, rules) : []),
      ...readLevels(values.rule ?? [], rules),
    ]),
    selected: selectedIn(values.select),
    shard: shard === undefined ? undefined : readShard(shard),
    today,
    lineNumbers: values['line-numbers'],
    table: index === undefined ? undefined : modelTable(resolve(cwd, index), index, shippedCatalogue()),
  };
}

async function configNamed(file: string | undefined, cwd: string): Promise<Config> {
  if (file === undefined) return NO_CONFIG;
  if (/\.[cm]?[jt]s$/i.test(file))
    throw new UsageError(`"${file}" is code, and a batch runs none`, 'Write the config as YAML or JSON');
  const config = await loadConfig(cwd, { cwd, explicit: file, rules });
  if (config.plugins.length > 0)
    throw new UsageError(`"${file}" names plugins, and a batch runs no code`, 'Leave them out');
  return config;
}

/** The fields of `--select`; all where it is not given. */
function selectedIn(lists: readonly string[] | undefined): ReadonlySet<Selected> {
  const ALWAYS: readonly string[] = ['v', 'id', 'ok'];
  const names = lists?.flatMap((list) => list.split(',')).map((name) => name.trim());
  const asked = names?.filter((name) => name !== '' && !ALWAYS.includes(name));
  return new Set(asked?.map((name) => named('--select', name, SELECTABLE)) ?? SELECTABLE);
}

function named<T extends string>(flag: string, word: string, known: readonly T[]): T {
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  throw new UsageError(
    `Option "${flag}" takes no "${word.slice(0, 40)}"`,
    didYouMean(word.slice(0, 40), known) ?? `It is one of ${known.join(', ')}`,
  );
}

/** Lines between two counts. */
const EVERY = 1000;

const counting = (tell: (text: string) => void) => {
  let next = EVERY;
  return (tally: Tally) => {
    if (tally.lines < next) return;
    next = tally.lines - (tally.lines % EVERY) + EVERY;
    tell(`${counted(tally)}\n`);
  };
};

const counted = ({ lines, refused, errors, warnings }: Tally) =>
  `licet: ${lines} lines, ${refused} refused, ${errors} errors, ${warnings} warnings`;
