import { createContext } from './extract/make-context.ts';
import { extract } from './extract/extract.ts';
import type { Memory } from './extract/memory.ts';
import type { Policy } from './config/config.ts';
import { ownLevel } from './config/presets.ts';
import { withSoundFixes } from './evaluate/fixes/apply-fixes.ts';
import { capped } from './evaluate/finding-limits.ts';
import { applyDirectives, unheardDirectives } from './evaluate/directives/directives.ts';
import {
  evaluate,
  placeOf,
  sortFindings,
  weighed,
  type Failed,
  type Levels,
  type Rule,
} from './evaluate/evaluate.ts';
import { factsOf } from './evaluate/facts/facts.ts';
import type { Catalogue } from './data/catalogue.ts';
import type { Claim } from './model/claim.ts';
import type { Finding, SuppressedFinding, Suppression } from './model/finding.ts';
import type { Profiler } from './model/profiler.ts';
import type { Repo, RepoKind, RepoName } from './model/repo.ts';
import type { Source } from './model/source.ts';
import { readSources } from './read/read-sources.ts';
import type { Afterthought, ReadReport, Report } from './report/report.ts';
import { kindOf } from './extract/repository-kind.ts';
import { knownDataSets, madeWithClosed } from './resolve/data-sets.ts';
import { providers } from './data/providers.ts';
import { copyByName } from './resolve/mirrors.ts';
import { titleOf } from './resolve/own-record.ts';
import { lineageOf, LIMITS, NO_LINEAGE } from './resolve/trace.ts';
import type { Upstreams } from './resolve/upstreams.ts';

export interface LintOptions {
  readonly catalogue: Catalogue;
  readonly upstreams: Upstreams;
  readonly rules: readonly Rule[];
  readonly levels?: Levels;
  /** The levels of single files, on top of `levels`. */
  readonly levelsAt?: ((file: string) => Levels) | undefined;
  /** Rules that the config turns off for a file, and on what ground: their findings are suppressed. */
  readonly offAt?: ((file: string) => ReadonlyMap<string, Suppression>) | undefined;
  /** ISO 8601: what expires is held against it. */
  readonly today?: string;
  readonly requireReason?: boolean;
  /** False where comments in the files turn nothing off; each is then told of as a note. */
  readonly inlineConfig?: boolean;
  /** The intended use, where the config says it. */
  readonly policy?: Policy;
  /** What is known of the repository and stands in no file of it. */
  readonly claims?: readonly Claim[];
  /** The report keeps what was read, for what is made of it beyond findings. */
  readonly keepFacts?: boolean | undefined;
  /**
   * What is to be said of the report itself, once all rules have spoken: it is weighed as its rule's level
   * says.
   */
  readonly ofReport?: ((report: ReadReport) => Afterthought) | undefined;
  /** What blocks of cards said in runs before, for whoever lints a card again and again. */
  readonly memory?: Memory | undefined;
  /** Told how long each stage and each rule takes. */
  readonly profiler?: Profiler | undefined;
}

/** One repository, linted. */
export type LintReport = Report & { readonly failed: readonly Failed[] };

/** The whole of licet: read, extract, resolve, evaluate. Reporting is the caller's. */
export async function lint(repo: Repo, name: RepoName, options: LintOptions): Promise<LintReport> {
  const { catalogue, profiler } = options;
  const self = name.from === 'folder' || name.from === 'card' ? undefined : name.value;
  const sources = await timed(profiler, 'read', () => readSources(repo));
  const context = createContext(catalogue, self, name.value, options.memory);
  const read = await timed(profiler, 'extract', () => extract(sources, context, repo.card));
  const heard = options.claims === undefined ? read : [...read, ...options.claims];
  const claims = [...heard, ...copyByName(self, heard, repo.card), ...madeWithClosed(heard)];
  const upstreams = await timed(profiler, 'resolve', () =>
    resolved(repo, claims, { self, name: name.value, title: titleOf(sources, repo.card) }, options),
  );
  const report = await timed(profiler, 'evaluate', () =>
    Promise.resolve(evaluated({ repo, name, sources, claims }, upstreams, options)),
  );
  profiler?.count('repositories', 1);
  profiler?.count('files', repo.files.length);
  profiler?.count('read', sources.length);
  profiler?.count('claims', claims.length);
  return report;
}

async function timed<T>(
  profiler: Profiler | undefined,
  stage: Parameters<Profiler['start']>[0],
  work: () => Promise<T>,
): Promise<T> {
  const end = profiler?.start(stage);
  const result = await work();
  end?.();
  return result;
}

/** What lies upstream of a repository, and what was left out of a lineage that is too long. */
interface Resolved {
  readonly kind: RepoKind;
  readonly lineage: Awaited<ReturnType<typeof lineageOf>>;
  readonly data: ReturnType<typeof knownDataSets>;
}

async function resolved(
  repo: Repo,
  claims: readonly Claim[],
  own: { readonly self: string | undefined; readonly name: string; readonly title: string | undefined },
  { catalogue, upstreams }: LintOptions,
): Promise<Resolved> {
  const kind = repo.kind ?? kindOf(claims, repo);
  const lineage =
    kind === 'model'
      ? await lineageOf(claims, upstreams, catalogue, own.self, {
          files: repo.files,
          complete: repo.complete,
          name: own.name,
          title: own.title,
        })
      : NO_LINEAGE;
  const named = claims.flatMap((claim) => (claim.kind === 'dataset' ? [claim.dataset] : []));
  return { kind, lineage, data: knownDataSets(named, catalogue) };
}

/** What was read of a repository. */
interface Read {
  readonly repo: Repo;
  readonly name: RepoName;
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
}

function evaluated(read: Read, resolved: Resolved, options: LintOptions): LintReport {
  const { ofReport } = options;
  const found = findingsOf(read, resolved, options);
  if (!ofReport) return reportOf(read, found, options);
  const report = reportOf(read, found, { ...options, keepFacts: true });
  const { problems, sources } =
    report.read === undefined ? NOTHING : ofReport({ ...report, read: report.read });
  const more = problems.flatMap((problem) => weighed(problem, options.rules, options.levels));
  return reportOf(
    { ...read, sources: [...read.sources, ...sources] },
    { ...found, found: [...found.found, ...more] },
    options,
  );
}

const NOTHING: Afterthought = { problems: [], sources: [] };

/** What all rules found in a repository, before comments and config. */
function findingsOf(read: Read, { kind, lineage, data }: Resolved, options: LintOptions) {
  const { claims } = read;
  const { catalogue, rules, levels, levelsAt, profiler } = options;
  const providersNamed = claims.some((claim) => claim.kind === 'provider');
  const material = {
    ...read,
    kind,
    ancestors: lineage.ancestors,
    catalogue,
    data,
    policy: options.policy ?? {},
    today: options.today ?? '',
    providers: providersNamed ? providers() : new Map(),
  };
  const facts = factsOf(material);
  const { findings, failed } = evaluate(facts, rules, levels, levelsAt, profiler);
  return { material, facts, lineage, found: [...findings, ...notFollowed(lineage, options)], failed };
}

/** Findings as they count: those that comments and config turn off stand apart. */
function reportOf(
  { repo, name, sources }: Read,
  { material, facts, lineage, found, failed }: ReturnType<typeof findingsOf>,
  options: LintOptions,
): LintReport {
  const { rules, levels } = options;
  const { ancestors, leftOutCount } = lineage;
  const { findings, suppressed, problems } = directed(sources, found, options);
  const comments = problems.flatMap((problem) => weighed(problem, rules, levels));
  const { open, off } = excepted([...findings, ...comments], options);
  const card = facts.files.card?.file;
  return {
    root: repo.root,
    name: name.value,
    sources,
    findings: withSoundFixes(capped(sortFindings(open, card)), sources),
    suppressed: sortSuppressed([...suppressed, ...off], card, sources),
    failed,
    declared: facts.license.declared,
    ancestors,
    ...(leftOutCount === 0 ? {} : { notFollowed: leftOutCount }),
    // Whether a duty is met is a fact, whichever rules a config asks.
    ...(options.keepFacts ? { read: { facts, material, found: evaluate(facts, rules).findings } } : {}),
  };
}

/** Findings less those of rules that the config turns off where they are. */
function excepted(
  findings: readonly Finding[],
  { offAt }: LintOptions,
): { readonly open: readonly Finding[]; readonly off: readonly SuppressedFinding[] } {
  if (!offAt) return { open: findings, off: [] };
  const [open, off]: [Finding[], SuppressedFinding[]] = [[], []];
  for (const finding of findings) {
    const suppression = offAt(placeOf(finding).file).get(finding.rule);
    if (suppression) off.push({ finding, suppression });
    else open.push(finding);
  }
  return { open, off };
}

/** Suppressed findings in the order of findings, and no more of a kind than of those. */
function sortSuppressed(
  all: readonly SuppressedFinding[],
  card: string | undefined,
  sources: readonly Source[],
): SuppressedFinding[] {
  const grounds = new Map(all.map(({ finding, suppression }) => [finding, suppression]));
  const alike = ({ rule, at }: Finding) =>
    all.find(({ finding }) => finding.rule === rule && placeOf(finding).file === placeOf({ at }).file);
  const kept = capped(sortFindings([...grounds.keys()], card));
  const sound = withSoundFixes(kept, sources);
  return kept.flatMap((finding, nth) => {
    const suppression = grounds.get(finding) ?? alike(finding)?.suppression;
    return suppression ? [{ finding: sound[nth] ?? finding, suppression }] : [];
  });
}

/** A lineage of more models than are followed says so. */
function notFollowed(
  { leftOutCount, leftOutAt }: Resolved['lineage'],
  { rules, levels }: LintOptions,
): Finding[] {
  if (!leftOutAt) return [];
  const upstreams = leftOutCount === 1 ? '1 more upstream' : `${leftOutCount} more upstreams`;
  const message = `Terms of ${upstreams} are unknown: ${LIMITS}`;
  const fix = { title: 'Read the terms of the rest, or name fewer', safe: false, edits: [] };
  const problem = { rule: 'unresolved-upstream', at: leftOutAt, standsFor: leftOutCount, message, fix };
  return [...weighed(problem, rules, levels)];
}

/** Findings less those that comments suppress, and what is wrong with the comments. */
function directed(sources: readonly Source[], findings: readonly Finding[], options: LintOptions) {
  const { rules, levels, inlineConfig, today = '', requireReason = false } = options;
  if (inlineConfig === false) return { findings, suppressed: [], problems: unheardDirectives(sources) };
  const own = (name: string) => {
    const rule = rules.find((one) => one.name === name);
    return rule && ownLevel(rule);
  };
  return applyDirectives(sources, findings, today, requireReason, {
    known: rules,
    asked: (name) => (levels?.get(name) ?? own(name)) !== 'off',
  });
}
