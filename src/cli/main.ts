import { hasBaseline, withBaseline } from './baseline-file.ts';
import { colored } from './colored.ts';
import { progressOf, type ShownProgress } from './progress.ts';
import type { StreamedReport } from './streamed.ts';
import { readArguments, readCount, readJobs, readRuleNames } from './options.ts';
import { save } from './output-file.ts';
import { agree, COMMANDS, helpFor, misspelled, refuseFileNames } from './wrong-calls.ts';
import { hintOf, UsageError } from '../core/read/read-error.ts';
import { failOnNamed, Verdict } from '../core/evaluate/fail-on.ts';
import { loadFormat, parseFormats } from '../core/report/formats.ts';
import { outgoing, type Keeps } from '../core/text/outgoing.ts';
import { errorsOnly, type Formatter, type OutputStyle, type Run } from '../core/report/report.ts';
import { totalsOf } from '../core/report/totals.ts';
import { message } from '../core/report/terminal/wrap.ts';
import { DebugLog, isDebugging, whereToReport } from '../app/debug-log.ts';
import type { FixedRun } from '../app/fix.ts';
import type { StdinFile } from '../app/open-files.ts';
import { keptIn, type Outcome, type Host } from '../app/host.ts';
import { frozenOf, type Request } from '../app/open-run.ts';
import { runLint, type Linted } from '../app/run-lint.ts';

/** An outcome for what was thrown: a usage error, or an error of our own. */
export function failed(error: unknown, debug?: DebugLog): Outcome {
  debug?.error(error);
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && (error.name === 'UsageError' || error.name === 'ReadError'))
    return { stdout: '', stderr: message(said, hintOf(error)), code: 2 };
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

async function outcomeOf(argv: readonly string[], outer: Host, debug?: DebugLog): Promise<Outcome> {
  try {
    const host = debug ? { ...outer, debug } : outer;
    refuseFileNames(argv, outer.cwd);
    const [command = '', ...rest] = argv;
    if (command === 'help') return await outcomeOf([...helpFor(rest), '--help'], host, debug);
    if (command === 'version' || command === '-V') return await lintCommand(['--version', ...rest], host);
    if (COMMANDS.includes(command))
      return await (await import('./commands/commands.ts')).runCommand(command, rest, host);
    return await lintCommand(argv, host);
  } catch (error) {
    return failed(misspelled(argv, error) ?? error, debug);
  }
}

type Flags = Awaited<ReturnType<typeof readArguments>>['values'];

async function lintCommand(argv: readonly string[], host: Host): Promise<Outcome> {
  const { values, positionals } = await readArguments(argv);
  const said = await aboutItself(values);
  if (said !== undefined) return { stdout: said, stderr: '', code: 0 };

  const formats = parseFormats(values.format ?? []);
  const failOn = failOnNamed(values['fail-on'], 'Option "--fail-on"');
  const maxWarnings = readCount(values['max-warnings'], '--max-warnings');
  agree(values);
  const stdin = await readStdin(values, positionals, host);
  const jobs = await readJobs(values.jobs);
  const request = { ...requestOf(values, stdin ? [stdin.path] : positionals), jobs };
  if (values['print-config'])
    return {
      stdout: await (await import('./print-config.ts')).printedConfig(request, host),
      stderr: '',
      code: 0,
    };

  const progress = progressOf(host);
  const verdict = new Verdict(failOn, maxWarnings);
  const stream = await streamOf(values, formats, verdict, overProgress(host, progress));
  const first = await runLint(request, host, { seen: stdin?.seen, take: stream?.take, progress });
  if (stream?.began) return stream.end(first, message);
  const outputs = await withFormatters(formats, first.formats);
  const fixed = await fixedRun(values, request, host, first);
  let notes = first.notes.join('');
  if (fixed && values['fix-dry-run']) return dryRun(fixed, notes, host);
  notes += fixed?.notes ?? '';
  const linted = fixed ? { ...fixed.run, fixed: true } : first.run;
  const frozen = frozenOf(request, host);
  const { run: known, note, unwritten } = await withBaseline(linted, { ...values, frozen }, host);
  const run = stdin?.only(known, first.repos) ?? known;
  return reported(
    { run, failures: (fixed ?? first).failures, notes: notes + note, unwritten, verdict },
    () => print(values.quiet ? { ...run, reports: run.reports.map(errorsOnly) } : run, outputs, values, host),
    host,
  );
}

/** A run that is over, but for its report. */
interface Ended {
  readonly run: Run;
  readonly failures: readonly string[];
  readonly notes: string;
  /** Why a file could not be written, each. */
  readonly unwritten: readonly string[];
  readonly verdict: Verdict;
}

/** The outcome of a run whose report is printed whole. */
async function reported(
  { run, failures, notes, unwritten, verdict }: Ended,
  print: () => Promise<Printed>,
  { debug }: Host,
): Promise<Outcome> {
  const end = debug?.start('report');
  const printed = await print();
  end?.();
  const unsaved = [...unwritten, ...printed.unwritten];
  for (const { findings } of run.reports) verdict.add(findings);
  const { fails, why } = verdict;
  return {
    stdout: printed.stdout,
    keeps: printed.keeps,
    stderr: failures.join('') + notes + unsaved.join('') + (why === undefined ? '' : message(why)),
    code: failures.length + unsaved.length > 0 ? 2 : fails ? 1 : 0,
    totals: totalsOf(run),
  };
}

/** What licet says of itself and no repository; undefined where it was not asked. */
async function aboutItself({ help, version }: Flags): Promise<string | undefined> {
  if (help) return (await import('./help.ts')).HELP;
  return version ? `${(await import('../core/version.ts')).VERSION}\n` : undefined;
}

/** The file on stdin; undefined where it was not asked for. Throws `UsageError` where paths are named too. */
async function readStdin(
  { stdin, 'stdin-filename': file = 'README.md' }: Flags,
  [path]: readonly string[],
  host: Host,
): Promise<StdinFile | undefined> {
  if (!stdin) return undefined;
  if (path !== undefined)
    throw new UsageError(
      `"${path}" is named beside "--stdin"`,
      'Say which file the text is with `--stdin-filename FILE`',
    );
  const { stdinFile } = await import('../app/open-files.ts');
  return stdinFile(file, host);
}

/** The host whose prints take away the line of the progress, which may stand in the same terminal. */
function overProgress(host: Host, progress: ShownProgress | undefined): Host {
  const { print } = host;
  if (print === undefined || progress === undefined) return host;
  return {
    ...host,
    print: (text) => {
      if (text !== '') progress.hide();
      return print(text);
    },
  };
}

/**
 * The report as it leaves while repositories are linted, where one format alone goes to stdout and nothing
 * needs the whole run: no fix, no baseline, no times.
 */
async function streamOf(
  values: Flags,
  [target, ...others]: ReturnType<typeof parseFormats>,
  verdict: Verdict,
  host: Host,
): Promise<StreamedReport | undefined> {
  const needsAll = values.fix || values['fix-dry-run'] || host.debug !== undefined;
  if (host.print === undefined || needsAll || target?.file !== undefined || others.length > 0)
    return undefined;
  if (hasBaseline({ ...values, frozen: frozenOf(requestOf(values, []), host) }, host)) return undefined;
  const { streamedReport } = await import('./streamed.ts');
  const format = target?.format ?? 'stylish';
  const style = styleOf(true, values, host);
  return streamedReport({ format, style, keeps: keepsOf(format, style), verdict }, host);
}

/** What the flags ask to be linted, and how. */
function requestOf(values: Flags, paths: readonly string[]): Request {
  return {
    paths,
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
}

/** One `--format`: its name, the file that it goes to, and what writes it. */
interface Output {
  readonly format: string;
  /** Undefined for stdout. */
  readonly file?: string | undefined;
  readonly formatter: Formatter;
  /** Whether a plugin brought it. */
  readonly plugged: boolean;
}

/** The formats with what writes them: a formatter of a plugin goes before licet's own. */
async function withFormatters(
  formats: ReturnType<typeof parseFormats>,
  plugged: Linted['formats'],
): Promise<Output[]> {
  const outputs: Output[] = [];
  for (const { format, file } of formats) {
    const own = Object.hasOwn(plugged, format) ? plugged[format] : undefined;
    const formatter = own ?? (await loadFormat(format));
    outputs.push({ format, file, formatter, plugged: own !== undefined });
  }
  return outputs;
}

/** The run after `--fix` or `--fix-dry-run`; undefined where neither is asked. */
async function fixedRun(
  values: Flags,
  request: Request,
  host: Host,
  first: Linted,
): Promise<FixedRun | undefined> {
  if (!values.fix && !values['fix-dry-run']) return undefined;
  const { rules } = first.run;
  const types = readRuleNames(values['fix-type'], '--fix-type', rules);
  const unsafe = readRuleNames(values['fix-unsafe'], '--fix-unsafe', rules) ?? [];
  const { fixAll } = await import('../app/fix.ts');
  return fixAll(request, host, { dry: values['fix-dry-run'] ?? false, types, unsafe }, first);
}

/** The outcome of `--fix-dry-run`: the diff, and no report. */
function dryRun({ diff, failures, notes }: FixedRun, before: string, host: Host): Outcome {
  return {
    stdout: diff,
    keeps: keptIn(host.env),
    stderr: failures.join('') + before + notes,
    code: failures.length > 0 ? 2 : 0,
  };
}

interface Printed {
  readonly stdout: string;
  readonly keeps: Keeps;
  /** A line for each file that could not be written. */
  readonly unwritten: readonly string[];
}

/** How a format may dress its text, on stdout or in a file. */
function styleOf(isStdout: boolean, flags: Flags, host: Host): OutputStyle {
  return {
    color: isStdout && colored(host, flags),
    width: host.width,
    terminal: isStdout && host.terminal,
    quiet: flags.quiet ?? false,
  };
}

/** What of a format's text is its own; `others` for one that licet does not know. */
function keepsOf(format: string, { color }: OutputStyle, others?: Keeps['commands']): Keeps {
  const commands = format === 'github' ? 'own' : others;
  return { color, ...(commands === undefined ? {} : { commands }) };
}

/** Writes the report in every format that was asked for, to stdout or to its file. */
async function print(run: Run, outputs: readonly Output[], flags: Flags, host: Host): Promise<Printed> {
  let [stdout, keeps]: [string, Keeps] = ['', {}];
  const unwritten: string[] = [];
  for (const { format, file, formatter, plugged } of outputs) {
    const style = styleOf(file === undefined, flags, host);
    const text = formatter(format === 'sarif' ? await helped(run) : run, style);
    const own = plugged ? keepsOf(format, style, 'all') : keepsOf(format, style);
    if (file === undefined) [stdout, keeps] = [text, own];
    else unwritten.push(...(await save(host, file, text, own)));
  }
  return { stdout, keeps, unwritten };
}

/** SARIF's viewers show what a rule asks beside each finding. */
async function helped(run: Run): Promise<Run> {
  return (await import('../app/rule-pages.ts')).withHelp(run);
}
