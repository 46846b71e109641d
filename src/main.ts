import { rules } from '../rules/index.ts';
import { readArguments, readCount, readLevels, nearest } from './cli-options.ts';
import type { Levels } from './evaluate/evaluate.ts';
import { HELP } from './help.ts';
import { shippedCatalogue } from './license/catalogue.ts';
import { lint } from './lint.ts';
import type { Severity } from './model/finding.ts';
import { nameOf } from './name.ts';
import { UsageError } from './read/errors.ts';
import { findRepos } from './read/find-repos.ts';
import { json } from './report/json.ts';
import { totalsOf, type Formatter, type Run } from './report/report.ts';
import { stylish } from './report/stylish.ts';
import { remembered } from './resolve/upstreams.ts';
import { snapshot } from './resolve/snapshot.ts';
import { VERSION } from './version.ts';

/** What the process gives to licet. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: boolean;
  readonly width: number;
}

/** What licet gives back: two streams and an exit status (0 clean, 1 findings, 2 wrong call or our own error). */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: 0 | 1 | 2;
}

const FORMATS: Readonly<Record<string, Formatter>> = { stylish, json };

/** NO_COLOR and FORCE_COLOR as no-color.org and Node have them; flags before both. */
function colored(world: World, flags: { readonly color?: boolean | undefined; readonly 'no-color'?: boolean | undefined }): boolean {
  if (flags['no-color']) return false;
  if (flags.color) return true;
  const { FORCE_COLOR: force, NO_COLOR: no } = world.env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return (no === undefined || no === '') && world.terminal;
}

/** One run of the command. Never throws: a wrong call and an error of our own are outcomes too. */
export async function main(argv: readonly string[], world: World): Promise<Outcome> {
  try {
    return await run(argv, world);
  } catch (error) {
    if (error instanceof UsageError) return { stdout: '', stderr: `licet: ${error.message}\n${error.hint === undefined ? '' : `  hint  ${error.hint}\n`}`, code: 2 };
    return { stdout: '', stderr: `licet: internal error: ${error instanceof Error ? error.message : String(error)}\n  hint  Please report it with the command you ran\n`, code: 2 };
  }
}

async function run(argv: readonly string[], world: World): Promise<Outcome> {
  const { values, positionals } = readArguments(argv);
  if (values.help) return { stdout: HELP, stderr: '', code: 0 };
  if (values.version) return { stdout: `${VERSION}\n`, stderr: '', code: 0 };

  const format = values.format?.at(-1) ?? 'stylish';
  const formatter = FORMATS[format];
  if (!formatter) throw new UsageError(`No format named "${format}"`, `Did you mean \`${nearest(format, Object.keys(FORMATS)) ?? 'stylish'}\`?`);
  const maxWarnings = readCount(values['max-warnings'], '--max-warnings');
  const levels = levelsOf(values.preset ?? 'recommended', values.rule ?? []);

  const catalogue = shippedCatalogue();
  const upstreams = remembered(snapshot(catalogue));
  const { repos } = await findRepos(positionals, { cwd: world.cwd, ...(values.card === undefined ? {} : { card: values.card }) });
  const reports = [];
  const failures: string[] = [];
  for (const repo of repos) {
    const name = await nameOf(repo.folder ?? world.cwd, values.name);
    const { failed, ...report } = await lint(repo, name, { catalogue, upstreams, rules, levels });
    failures.push(...failed.map(({ rule, message }) => `licet: rule "${rule}" failed on ${repo.root || '.'}: ${message}\n`));
    reports.push(report);
  }

  const all: Run = { version: VERSION, data: catalogue.date, reports };
  const shown: Run = values.quiet ? { ...all, reports: reports.map((report) => ({ ...report, findings: report.findings.filter(({ severity }) => severity === 'error') })) } : all;
  const totals = totalsOf(all);
  const tooMany = maxWarnings !== undefined && totals.warnings > maxWarnings;
  const stdout = formatter(shown, { color: colored(world, values), width: world.width });
  const stderr = failures.join('') + (tooMany && totals.errors === 0 ? `licet: too many warnings (${totals.warnings}, at most ${maxWarnings})\n` : '');
  return { stdout, stderr, code: failures.length > 0 ? 2 : totals.errors > 0 || tooMany ? 1 : 0 };
}

function levelsOf(preset: string, flags: readonly string[]): Levels {
  if (preset !== 'recommended' && preset !== 'strict') throw new UsageError(`No preset named "${preset}"`, 'Use `recommended` or `strict`');
  const levels = new Map<string, Severity | 'off'>();
  if (preset === 'strict') for (const rule of rules) levels.set(rule.name, rule.strict ?? (rule.name.startsWith('missing-') ? 'error' : rule.severity));
  for (const [name, level] of readLevels(flags, rules.map((rule) => rule.name))) levels.set(name, level);
  return levels;
}
