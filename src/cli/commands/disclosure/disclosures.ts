import { disclose, isRead } from '../../../core/disclosure/disclose.ts';
import type { Disclosure } from '../../../core/disclosure/disclosure.ts';
import type { Review, Reviews } from '../../../core/disclosure/review/review.ts';
import { currentIn, standingOf } from '../../../core/disclosure/review/standing.ts';
import type { Run } from '../../../core/report/report.ts';
import type { Repo } from '../../../core/model/repo.ts';
import { UsageError } from '../../../core/model/usage-error.ts';
import { knownOf } from '../../../core/disclosure/known-facts.ts';
import { reviewsOf } from '../../../core/disclosure/review/review-file.ts';
import { runLint, type Linted } from '../../../app/run-lint.ts';
import type { Host } from '../../../app/host.ts';
import { withBaseline } from '../../baseline-file.ts';
import { LINTED, requestOf, type LintedFlags } from '../command.ts';

/** Options of every command that discloses. */
export const DISCLOSED = { ...LINTED, revision: { type: 'string' } } as const;

/** What these options were given. */
export interface Asked extends LintedFlags {
  readonly revision?: string | undefined;
}

/** The facts of one repository, and what people said of them. */
export interface Told {
  readonly root: string;
  readonly disclosure: Disclosure;
  readonly reviews: Reviews;
  readonly repo: Repo | undefined;
}

export interface Disclosed {
  /** One for each repository, in the order of the run. */
  readonly disclosures: readonly Told[];
  /** licet's version, and the date of the newest fact in its data. */
  readonly version: string;
  readonly data: string;
  /** Lines for stderr. */
  readonly told: string;
  /** A rule or a repository failed: what was disclosed may lack something. */
  readonly failed: boolean;
}

/** A commit as `--revision` takes it. Throws `UsageError` for anything else. */
function checkRevision(revision: string | undefined): void {
  if (revision === undefined || /^[0-9a-f]{40}$/.test(revision)) return;
  throw new UsageError(
    `Option "--revision" takes a commit of 40 hex digits, not "${revision.slice(0, 60)}"`,
    'Write what `git rev-parse HEAD` prints',
  );
}

/** Lints what is named, with the baseline, and gives the facts of each. Throws `UsageError`. */
export async function disclosuresOf(
  paths: readonly string[],
  asked: Asked,
  host: Host,
  seen?: (repo: Repo) => Repo,
): Promise<Disclosed> {
  checkRevision(asked.revision);
  const request = { ...requestOf(paths, asked), keepFacts: true };
  const { run, failures, notes, ...linted } = await runLint(request, host, { seen });
  const { run: left, note } = await withBaseline(run, {}, host);
  return {
    disclosures: await toldIn(left, linted, asked.revision),
    version: run.version,
    data: run.data,
    told: failures.join('') + notes.join('') + note,
    failed: failures.length > 0,
  };
}

/** The facts of each repository of a run that kept what it read. Throws `UsageError` for broken reviews. */
export async function toldIn(
  { reports }: Pick<Run, 'reports'>,
  { repos, configOf }: Pick<Linted, 'repos' | 'configOf'>,
  revision: string | undefined,
): Promise<readonly Told[]> {
  const byRoot = new Map(repos.map((repo) => [repo.root, repo]));
  const disclosures: Told[] = [];
  for (const report of reports) {
    if (!isRead(report)) continue;
    const repo = byRoot.get(report.root);
    const reviews = await reviewsOf(repo, repo && configOf(repo).reviewRoles);
    const known = { ...(await knownOf(repo, revision)), answers: reviews.answers };
    disclosures.push({ root: report.root, disclosure: disclose(report, known), reviews, repo });
  }
  return disclosures;
}

/** The reviews that are of these facts: the only ones that say a word on them. */
export const reviewsIn = ({ disclosure, reviews }: Told): readonly Review[] =>
  currentIn(standingOf(reviews, disclosure));
