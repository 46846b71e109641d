import type { Policy } from '../core/config/config.ts';
import { MOST_IN_RUN, within } from '../core/evaluate/finding-limits.ts';
import type { Levels, Rule } from '../core/evaluate/evaluate.ts';
import type { Catalogue } from '../core/data/catalogue.ts';
import { lint, type LintOptions, type LintReport } from '../core/lint.ts';
import type { Repo, RepoName } from '../core/model/repo.ts';
import type { Report } from '../core/report/report.ts';
import { whereToReport, type DebugLog } from './debug-log.ts';
import { message as line } from '../core/report/terminal/wrap.ts';
import type { Upstreams } from '../core/resolve/upstreams.ts';
import { reviewCheck } from '../core/disclosure/review/review-check.ts';

/** What one run of the linter needs, however it was started. */
export interface RunSettings {
  readonly catalogue: Catalogue;
  readonly upstreams: (repo: Repo) => Promise<Upstreams>;
  readonly rules: readonly Rule[];
  readonly levels: (repo: Repo) => Levels;
  readonly levelsAt: (repo: Repo) => ((file: string) => Levels) | undefined;
  readonly offAt: (repo: Repo) => LintOptions['offAt'];
  readonly name: (repo: Repo) => RepoName;
  /** ISO 8601. */
  readonly today: string;
  readonly requireReason: (repo: Repo) => boolean;
  readonly inlineConfig: boolean;
  readonly policy: (repo: Repo) => Policy;
  /** The roles that have to agree to a release. */
  readonly reviewRoles: (repo: Repo) => readonly string[];
  /** The plugin of each rule that one brought. */
  readonly pluginOf: ReadonlyMap<string, string>;
  readonly keepFacts?: boolean | undefined;
  readonly memory?: LintOptions['memory'];
  readonly debug?: DebugLog | undefined;
  /** Lints a repository of the run, told by its place in it, elsewhere; undefined where that cannot be. */
  readonly elsewhere?: ((nth: number) => Promise<LintedOne | undefined>) | undefined;
  /** Takes each report, in order, in place of the list that is given back. */
  readonly take?: ((report: Report) => Promise<void>) | undefined;
  /** Called now and then in a run that keeps no reports: what is not held any more may go. */
  readonly tidy?: (() => void) | undefined;
  /** Told how many are done. */
  readonly done?: ((count: number) => void) | undefined;
}

export interface LintedRepositories {
  readonly reports: readonly Report[];
  /** Rules that failed, and repositories that could not be linted to the end: our errors, one line each. */
  readonly failures: readonly string[];
}

/**
 * Repositories linted at the same time: reading waits for the disk, the rest does not. While times are taken
 * it is one, so that they add up.
 */
const AT_ONCE = 4;

/** Repositories after which memory is tidied: a multiple of AT_ONCE; it takes as long as some ten of them. */
const TIDIED_AFTER = 500;

/** Lints repositories in the order they were found. */
export async function lintAll(repos: readonly Repo[], session: RunSettings): Promise<LintedRepositories> {
  const reports: Report[] = [];
  const failures: string[] = [];
  let room = MOST_IN_RUN;
  const atOnce = session.debug ? 1 : AT_ONCE;
  for (let from = 0; from < repos.length; from += atOnce) {
    const group = repos.slice(from, from + atOnce);
    const done = await Promise.all(
      group.map(async (repo, nth) => (await session.elsewhere?.(from + nth)) ?? lintOne(repo, session)),
    );
    for (const one of done) {
      if ('lost' in one) {
        failures.push(one.lost);
        continue;
      }
      const { failed, ...report } = one;
      const findings = within(report.findings, room);
      room = Math.max(0, room - findings.length);
      if (session.take) await session.take({ ...report, findings });
      else reports.push({ ...report, findings });
      failures.push(
        ...failed.map(({ rule, message, error }) => {
          session.debug?.error(error);
          const plugin = session.pluginOf.get(rule);
          const where = `failed on "${report.root || '.'}": ${message}`;
          return line(
            plugin === undefined
              ? `internal error: rule "${rule}" ${where}`
              : `Rule "${rule}" of plugin "${plugin}" ${where}`,
            whereToReport(session.debug, plugin !== undefined),
          );
        }),
      );
    }
    if (from > 0 && from % TIDIED_AFTER === 0) session.tidy?.();
    session.done?.(from + group.length);
  }
  return { reports, failures };
}

/** One repository, linted, or why it could not be: a line. */
export type LintedOne = LintReport | { readonly lost: string };

/**
 * One repository, linted, or why it could not be: an error of our own in one takes nothing from the others.
 * What the user has to mend (a config, a lock, a file that cannot be read) is thrown on.
 */
export async function lintOne(repo: Repo, session: RunSettings): Promise<LintedOne> {
  try {
    return await lint(repo, session.name(repo), {
      catalogue: session.catalogue,
      upstreams: await session.upstreams(repo),
      rules: session.rules,
      levels: session.levels(repo),
      levelsAt: session.levelsAt(repo),
      offAt: session.offAt(repo),
      today: session.today,
      requireReason: session.requireReason(repo),
      inlineConfig: session.inlineConfig,
      policy: session.policy(repo),
      keepFacts: session.keepFacts,
      ofReport: await reviewCheck(repo, session.levels(repo), session.rules, session.reviewRoles(repo)),
      memory: session.memory,
      profiler: session.debug,
    });
  } catch (error) {
    if (error instanceof Error && (error.name === 'UsageError' || error.name === 'ReadError')) throw error;
    session.debug?.error(error);
    return lostFor(repo, error instanceof Error ? error.message : String(error), session.debug);
  }
}

/** What is told of a repository that could not be linted to the end. */
export function lostFor({ root }: Repo, why: string, debug?: DebugLog): { readonly lost: string } {
  const what = `internal error: "${root || '.'}" could not be linted: ${why}`;
  return { lost: line(what, whereToReport(debug)) };
}
