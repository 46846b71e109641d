import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readArguments, readCount, readRuleNames } from './cli-options.ts';
import { BASELINE_FILE, NO_BASELINE, baselineOf, beyond, parseBaseline, pruned, type Baseline } from './evaluate/baseline.ts';
import { loadFormat, parseFormats } from './report/formats.ts';
import { UsageError } from './read/errors.ts';
import { totalsOf, type Run } from './report/report.ts';
import { runLint, type Request } from './run-lint.ts';
import type { Outcome, World } from './world.ts';

/** NO_COLOR and FORCE_COLOR as no-color.org and Node have them; flags before both. */
export function colored(world: World, flags: { readonly color?: boolean | undefined; readonly 'no-color'?: boolean | undefined }): boolean {
  if (flags['no-color']) return false;
  if (flags.color) return true;
  const { FORCE_COLOR: force, NO_COLOR: no } = world.env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return (no === undefined || no === '') && world.terminal;
}

/** An outcome for what was thrown: a wrong call, or an error of our own. */
export function failed(error: unknown): Outcome {
  const hint = error instanceof Error && 'hint' in error && typeof error.hint === 'string' ? `  hint  ${error.hint}\n` : '';
  if (error instanceof Error && (error.name === 'UsageError' || error.name === 'ReadError')) return { stdout: '', stderr: `licet: ${error.message}\n${hint}`, code: 2 };
  return { stdout: '', stderr: `licet: internal error: ${error instanceof Error ? error.message : String(error)}\n  hint  Please report it with the command you ran\n`, code: 2 };
}

const COMMANDS: ReadonlySet<string> = new Set(['licenses', 'license', 'compat', 'tree', 'notice', 'resolve', 'init', 'explain']);

/** One run of the command. Never throws: a wrong call and an error of our own are outcomes too. */
export async function main(argv: readonly string[], world: World): Promise<Outcome> {
  try {
    const [command = '', ...rest] = argv;
    if (COMMANDS.has(command)) return await (await import('./commands/index.ts')).runCommand(command, rest, world);
    return await lintCommand(argv, world);
  } catch (error) {
    return failed(error);
  }
}

async function lintCommand(argv: readonly string[], world: World): Promise<Outcome> {
  const { values, positionals } = readArguments(argv);
  if (values.help) return { stdout: (await import('./help.ts')).HELP, stderr: '', code: 0 };
  if (values.version) return { stdout: `${(await import('./version.ts')).VERSION}\n`, stderr: '', code: 0 };

  for (const flag of ['fix-type', 'fix-unsafe'] as const)
    if (values[flag] && !values.fix && !values['fix-dry-run']) throw new UsageError(`Option "--${flag}" does nothing without \`--fix\` or \`--fix-dry-run\``, 'Look at the changes first with `--fix-dry-run`');
  const formats = parseFormats(values.format ?? []);
  const maxWarnings = readCount(values['max-warnings'], '--max-warnings');
  const request: Request = {
    paths: positionals, name: values.name, card: values.card, preset: values.preset, levels: values.rule,
    config: values['no-config'] ? false : values.config, online: values.online, hubCache: values['hub-cache'], lock: values.lock, frozenLock: values['frozen-lock'],
  };
  if (values['print-config']) {
    const { printConfig } = await import('./config/config.ts');
    const { loadConfig } = await import('./config/load.ts');
    const { rules } = await import('../rules/index.ts');
    return { stdout: printConfig(await loadConfig(world.cwd, { cwd: world.cwd, explicit: values.config, none: values['no-config'], rules })), stderr: '', code: 0 };
  }

  const first = await runLint(request, world);
  const formatsOfPlugins = first.formats;
  let { run, failures } = first;
  let notes = first.notes.join('');
  for (const { format } of formats) if (!formatsOfPlugins[format]) await loadFormat(format);
  const names = run.rules.map((rule) => rule.name);
  const [types, unsafe] = [readRuleNames(values['fix-type'], '--fix-type', names), readRuleNames(values['fix-unsafe'], '--fix-unsafe', names)];
  if (values.fix || values['fix-dry-run']) {
    const { fixAll } = await import('./fix.ts');
    const mended = await fixAll(request, world, { dry: values['fix-dry-run'] ?? false, types, unsafe: unsafe ?? [] });
    if (values['fix-dry-run']) return { stdout: mended.diff, stderr: mended.failures.join('') + mended.notes, code: 0 };
    ({ run, failures } = mended);
    notes += mended.notes;
  }
  const all = withBaseline(run, values, world);
  const shown: Run = values.quiet ? { ...all, reports: all.reports.map((report) => ({ ...report, findings: report.findings.filter(({ severity }) => severity === 'error') })) } : all;
  const totals = totalsOf(all);
  let stdout = '';
  for (const { format, file } of formats) {
    const text = (formatsOfPlugins[format] ?? (await loadFormat(format)))(shown, { color: file === undefined && colored(world, values), width: world.width });
    if (file === undefined) stdout += text;
    else writeFileSync(resolve(world.cwd, file), text);
  }
  const tooMany = maxWarnings !== undefined && totals.warnings > maxWarnings;
  const stderr = failures.join('') + notes + (tooMany && totals.errors === 0 ? `licet: too many warnings (${totals.warnings}, at most ${maxWarnings})\n` : '');
  return { stdout, stderr, code: failures.length > 0 ? 2 : totals.errors > 0 || tooMany ? 1 : 0, totals };
}

interface BaselineFlags {
  readonly baseline?: string | undefined;
  readonly 'suppress-all'?: boolean | undefined;
  readonly 'prune-suppressions'?: boolean | undefined;
}

/** Takes off what the baseline knows; writes it where that was asked. */
function withBaseline(run: Run, flags: BaselineFlags, world: World): Run {
  const path = resolve(world.cwd, flags.baseline ?? BASELINE_FILE);
  const save = (baseline: Baseline) => writeFileSync(path, `${JSON.stringify(baseline, undefined, 2)}\n`);
  let known = readBaseline(path, flags);
  if (flags['suppress-all']) save((known = baselineOf(run.reports, known)));
  else if (flags['prune-suppressions']) save((known = pruned(known, baselineOf(run.reports), run.reports.map((report) => report.root))));
  return known === NO_BASELINE ? run : { ...run, reports: run.reports.map((report) => ({ ...report, findings: beyond(known, report.root, report.findings) })) };
}

function readBaseline(path: string, flags: BaselineFlags): Baseline {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    if (flags.baseline !== undefined && !flags['suppress-all']) throw new UsageError(`Baseline "${flags.baseline}" could not be read`, 'Write it with `--suppress-all`');
    return NO_BASELINE;
  }
  const read = parseBaseline(text);
  if (!read) throw new UsageError(`Baseline "${flags.baseline ?? BASELINE_FILE}" is not one`, 'Write it anew with `--suppress-all`');
  return read;
}
