import { rules } from '../rules/index.ts';
import { readLevels } from './cli-options.ts';
import type { Levels } from './evaluate/evaluate.ts';
import { shippedCatalogue } from './license/catalogue.ts';
import type { Severity } from './model/finding.ts';
import { UsageError } from './read/errors.ts';
import { findRepos } from './read/find-repos.ts';
import type { Run } from './report/report.ts';
import { remembered } from './resolve/upstreams.ts';
import { snapshot } from './resolve/snapshot.ts';
import { lintAll } from './session.ts';
import { VERSION } from './version.ts';
import type { World } from './world.ts';

/** What somebody asks to be linted, and how; from the command line, the Action or the API. */
export interface Request {
  readonly paths: readonly string[];
  readonly name?: string | undefined;
  readonly card?: string | undefined;
  readonly preset?: string | undefined;
  /** `name: level`, each. */
  readonly levels?: readonly string[] | undefined;
}

/** The outcome of a run, and the rules that failed. Throws `UsageError` for what is not understood. */
export async function runLint(request: Request, world: World): Promise<{ readonly run: Run; readonly failures: readonly string[] }> {
  const catalogue = shippedCatalogue();
  const upstreams = remembered(snapshot(catalogue));
  const levels = levelsOf(request.preset ?? 'recommended', request.levels ?? []);
  const { repos } = await findRepos(request.paths, { cwd: world.cwd, ...(request.card === undefined ? {} : { card: request.card }) });
  const { reports, failures } = await lintAll(repos, { cwd: world.cwd, catalogue, upstreams, rules, levels: () => levels, name: request.name });
  return { run: { version: VERSION, data: catalogue.date, reports, rules }, failures };
}

function levelsOf(preset: string, flags: readonly string[]): Levels {
  if (preset !== 'recommended' && preset !== 'strict') throw new UsageError(`No preset named "${preset}"`, 'Use `recommended` or `strict`');
  const levels = new Map<string, Severity | 'off'>();
  if (preset === 'strict') for (const rule of rules) levels.set(rule.name, rule.strict ?? (rule.name.startsWith('missing-') ? 'error' : rule.severity));
  for (const [name, level] of readLevels(flags, rules.map((rule) => rule.name))) levels.set(name, level);
  return levels;
}
