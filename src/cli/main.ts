import { resolve } from 'node:path';
import { readArguments, readCount, readRuleNames } from './options.ts';
import { agree, COMMANDS, helpFor, misspelled } from './wrong-calls.ts';
import { colored } from './colored.ts';
import { Folders } from '../node/config/find-config.ts';
import {
  BASELINE_FILE,
  NO_BASELINE,
  baselineOf,
  beyond,
  parseBaseline,
  pruned,
  unmatched,
  type Baseline,
} from '../core/evaluate/baseline.ts';
import { loadFormat, parseFormats } from '../core/report/formats.ts';
import { jsonText, outgoing, type Keeps } from '../core/text/outgoing.ts';
import { UsageError } from '../core/read/read-error.ts';
import { readPlain, rootOf } from '../node/fs/plain-file.ts';
import { totalsOf, type Formatter, type Run } from '../core/report/report.ts';
import { message } from '../core/report/terminal/wrap.ts';
import type { Frozen } from '../app/frozen-config.ts';
import { DebugLog, isDebugging, whereToReport } from '../app/debug-log.ts';
import { frozenOf, runLint, type Request } from '../app/run-lint.ts';
import { shownFrom } from '../app/upstream-sources.ts';
import { keptIn, type Outcome, type Host } from '../app/host.ts';

/** An outcome for what was thrown: a usage error, or an error of our own. */
export function failed(error: unknown, debug?: DebugLog): Outcome {
  debug?.error(error);
  const said = error instanceof Error ? error.message : String(error);
  const hint =
    error instanceof Error && 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined;
  if (error instanceof Error && (error.name === 'UsageError' || error.name === 'ReadError'))
    return { stdout: '', stderr: message(said, hint), code: 2 };
  return { stdout: '', stderr: message(`internal error: ${said}`, whereToReport(debug)), code: 2 };
}

/**
 * One run of the command. Never throws: a usage error and an error of our own are outcomes too. Both streams
 * steer nothing.
 */
export async function main(argv: readonly string[], host: Host): Promise<Outcome> {
  const debug = isDebugging(argv, host.env) ? new DebugLog(host.clock) : undefined;
  const { keeps, ...outcome } = await outcomeOf(argv, host, debug);
  const stderr = outcome.stderr + (debug?.text() ?? '');
  return { ...outcome, stdout: outgoing(outcome.stdout, keeps), stderr: outgoing(stderr) };
}

async function outcomeOf(argv: readonly string[], host: Host, debug?: DebugLog): Promise<Outcome> {
  try {
    const world = debug ? { ...host, debug } : host;
    const [command = '', ...rest] = argv;
    if (command === 'help') return await outcomeOf([...helpFor(rest), '--help'], world, debug);
    if (command === 'version' || command === '-V') return await lintCommand(['--version', ...rest], world);
    if (COMMANDS.includes(command))
      return await (await import('./commands/commands.ts')).runCommand(command, rest, world);
    return await lintCommand(argv, world);
  } catch (error) {
    return failed(misspelled(argv, error) ?? error, debug);
  }
}

async function lintCommand(argv: readonly string[], world: Host): Promise<Outcome> {
  const { values, positionals } = readArguments(argv);
  if (values.help) return { stdout: (await import('./help.ts')).HELP, stderr: '', code: 0 };
  if (values.version)
    return { stdout: `${(await import('../core/version.ts')).VERSION}\n`, stderr: '', code: 0 };

  const formats = parseFormats(values.format ?? []);
  const maxWarnings = readCount(values['max-warnings'], '--max-warnings');
  const request: Request = {
    paths: positionals,
    name: values.name,
    card: values.card,
    preset: values.preset,
    levels: values.rule,
    config: values['no-config'] ? false : values.config,
    online: values.online,
    hubCache: values['hub-cache'],
    lock: values.lock,
    frozenLock: values['frozen-lock'],
    frozenConfig: values['frozen-config'],
    inlineConfig: !values['no-inline-config'],
    lenient: values['no-error-on-unmatched-pattern'],
  };
  agree(values);
  if (values['print-config'])
    return {
      stdout: await (await import('./print-config.ts')).printedConfig(request, world),
      stderr: '',
      code: 0,
    };

  const first = await runLint(request, world);
  let { run, failures } = first;
  let notes = first.notes.join('');
  const formatters: Formatter[] = [];
  for (const { format } of formats)
    formatters.push(
      (Object.hasOwn(first.formats, format) ? first.formats[format] : undefined) ??
        (await loadFormat(format)),
    );
  const [types, unsafe] = [
    readRuleNames(values['fix-type'], '--fix-type', run.rules),
    readRuleNames(values['fix-unsafe'], '--fix-unsafe', run.rules),
  ];
  if (values.fix || values['fix-dry-run']) {
    const { fixAll } = await import('../app/fix.ts');
    const mended = await fixAll(
      request,
      world,
      { dry: values['fix-dry-run'] ?? false, types, unsafe: unsafe ?? [] },
      first,
    );
    if (values['fix-dry-run'])
      return {
        stdout: mended.diff,
        keeps: keptIn(world.env),
        stderr: mended.failures.join('') + notes + mended.notes,
        code: mended.failures.length > 0 ? 2 : 0,
      };
    ({ run, failures } = mended);
    notes += mended.notes;
  }
  const {
    run: all,
    note,
    unwritten: kept,
  } = await withBaseline(run, { ...values, frozen: frozenOf(request, world) }, world);
  notes += note;
  const shown: Run = values.quiet
    ? {
        ...all,
        reports: all.reports.map((report) => ({
          ...report,
          findings: report.findings.filter(({ severity }) => severity === 'error'),
        })),
      }
    : all;
  const totals = totalsOf(all);
  let [stdout, keeps]: [string, Keeps] = ['', {}];
  const unwritten = [...kept];
  const end = world.debug?.start('report');
  for (const [index, { format, file }] of formats.entries()) {
    const color = file === undefined && colored(world, values);
    const text =
      formatters[index]?.(format === 'sarif' ? await helped(shown) : shown, {
        color,
        width: world.width,
        terminal: file === undefined && world.terminal,
      }) ?? '';
    const own: Keeps = {
      color,
      ...(format === 'github'
        ? { commands: 'own' }
        : Object.hasOwn(first.formats, format)
          ? { commands: 'all' }
          : {}),
    };
    if (file === undefined) [stdout, keeps] = [text, own];
    else unwritten.push(...(await save(world, file, text, own)));
  }
  end?.();
  const tooMany = maxWarnings !== undefined && totals.warnings > maxWarnings;
  const stderr =
    failures.join('') +
    notes +
    unwritten.join('') +
    (tooMany && totals.errors === 0
      ? message(`Too many warnings (${totals.warnings}, at most ${maxWarnings})`)
      : '');
  return {
    stdout,
    keeps,
    stderr,
    code: failures.length + unwritten.length > 0 ? 2 : totals.errors > 0 || tooMany ? 1 : 0,
    totals,
  };
}

/**
 * Writes a file that the user named. What cannot be written is told, a line each, and the rest of the run
 * goes on.
 */
async function save({ cwd }: Host, file: string, text: string, keeps: Keeps = {}): Promise<string[]> {
  const { writeNamed } = await import('../node/fs/write-file.ts');
  const refused = writeNamed({
    root: new Folders().rootOf(cwd, cwd),
    path: resolve(cwd, file),
    shown: file,
    text: outgoing(text, keeps),
  });
  return refused === undefined ? [] : [message(refused, 'Name another file')];
}

/** SARIF's viewers show what a rule asks beside each finding. */
async function helped(run: Run): Promise<Run> {
  return (await import('../app/rule-pages.ts')).withHelp(run);
}

interface BaselineFlags {
  readonly baseline?: string | undefined;
  readonly 'suppress-all'?: boolean | undefined;
  readonly 'prune-suppressions'?: boolean | undefined;
  readonly 'frozen-config'?: string | undefined;
  readonly frozen?: Frozen | undefined;
}

export interface Baselined {
  readonly run: Run;
  readonly note: string;
  /** A line for a baseline that could not be written. */
  readonly unwritten: readonly string[];
}

/**
 * Takes off what the baseline knows; writes it where that was asked, and says where it knows more than is
 * there.
 */
export async function withBaseline(run: Run, flags: BaselineFlags, world: Host): Promise<Baselined> {
  const file =
    flags.baseline ??
    (flags.frozen ? flags.frozen.baseline && shownFrom(world.cwd, flags.frozen.baseline) : BASELINE_FILE);
  if (file === undefined) return { run, note: '', unwritten: [] };
  const write = (baseline: Baseline) => save(world, file, `${jsonText(baseline, 2)}\n`);
  const read = readBaseline(world.cwd, file, flags);
  let { known } = read;
  let unwritten: readonly string[] = [];
  if (flags['suppress-all']) unwritten = await write((known = baselineOf(run.reports, known)));
  else if (flags['prune-suppressions'])
    unwritten = await write(
      (known = pruned(
        known,
        baselineOf(run.reports),
        run.reports.map((report) => report.root),
      )),
    );
  if (known === NO_BASELINE) return { run, note: read.note, unwritten };
  const gone = unmatched(known, run.reports);
  const note =
    gone === 0
      ? ''
      : message(
          `${gone} of the findings in "${file}" ${gone === 1 ? 'is' : 'are'} no longer there`,
          'Take them out with `--prune-suppressions`',
        );
  return {
    run: {
      ...run,
      reports: run.reports.map((report) => ({
        ...report,
        findings: beyond(known, report.root, report.findings),
      })),
    },
    note: read.note + note,
    unwritten,
  };
}

/** Bytes: hundreds of thousands of findings. */
const LARGEST_BASELINE = 64 * 1024 * 1024;

/**
 * The baseline that is named, or the one in the current folder, which is read through no link out of the
 * repository: it takes findings off, so without it all are told.
 */
function readBaseline(
  cwd: string,
  file: string,
  flags: BaselineFlags,
): { readonly known: Baseline; readonly note: string } {
  const named = flags.baseline !== undefined || flags.frozen !== undefined;
  const read = readPlain(
    resolve(cwd, file),
    LARGEST_BASELINE,
    !named ? { roots: [rootOf(new Folders().rootOf(cwd, cwd))] } : {},
  );
  if (read.is === 'unread') {
    const missing = read.why === 'absent';
    if (flags['suppress-all']) return { known: NO_BASELINE, note: '' };
    // What was not read is not to be written anew without its findings.
    if (named || (flags['prune-suppressions'] && !missing))
      throw new UsageError(
        `Baseline "${file}" ${read.says}`,
        missing ? 'Write it with `--suppress-all`' : undefined,
      );
    return {
      known: NO_BASELINE,
      note: missing ? '' : message(`Baseline "${file}" ${read.says}; it was not read`),
    };
  }
  const known = parseBaseline(read.bytes.toString('utf8'));
  if (!known)
    throw new UsageError(
      `Baseline "${file}" is not one`,
      'Remove it, then write it anew with `--suppress-all`',
    );
  return { known, note: '' };
}
