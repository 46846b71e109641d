import { readArguments, readCount, nearest } from './cli-options.ts';
import { HELP } from './help.ts';
import { UsageError } from './read/errors.ts';
import { json } from './report/json.ts';
import { totalsOf, type Formatter, type Run } from './report/report.ts';
import { stylish } from './report/stylish.ts';
import { runLint } from './run-lint.ts';
import { VERSION } from './version.ts';
import type { Outcome, World } from './world.ts';

const FORMATS: Readonly<Record<string, Formatter>> = { stylish, json };

/** NO_COLOR and FORCE_COLOR as no-color.org and Node have them; flags before both. */
function colored(world: World, flags: { readonly color?: boolean | undefined; readonly 'no-color'?: boolean | undefined }): boolean {
  if (flags['no-color']) return false;
  if (flags.color) return true;
  const { FORCE_COLOR: force, NO_COLOR: no } = world.env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return (no === undefined || no === '') && world.terminal;
}

/** An outcome for what was thrown: a wrong call, or an error of our own. */
export function failed(error: unknown): Outcome {
  if (error instanceof UsageError) return { stdout: '', stderr: `licet: ${error.message}\n${error.hint === undefined ? '' : `  hint  ${error.hint}\n`}`, code: 2 };
  return { stdout: '', stderr: `licet: internal error: ${error instanceof Error ? error.message : String(error)}\n  hint  Please report it with the command you ran\n`, code: 2 };
}

/** One run of the command. Never throws: a wrong call and an error of our own are outcomes too. */
export async function main(argv: readonly string[], world: World): Promise<Outcome> {
  try {
    const { isCommand, runCommand } = await import('./commands/index.ts');
    const [command = '', ...rest] = argv;
    return isCommand(command) ? await runCommand(command, rest, world) : await lintCommand(argv, world);
  } catch (error) {
    return failed(error);
  }
}

async function lintCommand(argv: readonly string[], world: World): Promise<Outcome> {
  const { values, positionals } = readArguments(argv);
  if (values.help) return { stdout: HELP, stderr: '', code: 0 };
  if (values.version) return { stdout: `${VERSION}\n`, stderr: '', code: 0 };

  const format = values.format?.at(-1) ?? 'stylish';
  const formatter = FORMATS[format];
  if (!formatter) throw new UsageError(`No format named "${format}"`, `Did you mean \`${nearest(format, Object.keys(FORMATS)) ?? 'stylish'}\`?`);
  const maxWarnings = readCount(values['max-warnings'], '--max-warnings');
  const { run: all, failures } = await runLint({ paths: positionals, name: values.name, card: values.card, preset: values.preset, levels: values.rule }, world);

  const shown: Run = values.quiet ? { ...all, reports: all.reports.map((report) => ({ ...report, findings: report.findings.filter(({ severity }) => severity === 'error') })) } : all;
  const totals = totalsOf(all);
  const tooMany = maxWarnings !== undefined && totals.warnings > maxWarnings;
  const stdout = formatter(shown, { color: colored(world, values), width: world.width });
  const stderr = failures.join('') + (tooMany && totals.errors === 0 ? `licet: too many warnings (${totals.warnings}, at most ${maxWarnings})\n` : '');
  return { stdout, stderr, code: failures.length > 0 ? 2 : totals.errors > 0 || tooMany ? 1 : 0, totals };
}
