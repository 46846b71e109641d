import { createContext } from './extract/make-context.ts';
import { extract } from './extract/extract.ts';
import type { Policy } from './config/config.ts';
import type { Finding } from './model/finding.ts';
import type { Source } from './model/source.ts';
import { withSoundFixes } from './evaluate/fixes/apply-fixes.ts';
import { capped } from './evaluate/finding-limits.ts';
import { applyDirectives, unheardDirectives } from './evaluate/directives/directives.ts';
import { evaluate, sortFindings, weighed, type Failed, type Levels, type Rule } from './evaluate/evaluate.ts';
import { factsOf } from './evaluate/facts/facts.ts';
import type { Catalogue } from './data/catalogue.ts';
import type { Profiler } from './model/profiler.ts';
import type { Repo, RepoName } from './model/repo.ts';
import { readSources } from './read/read-sources.ts';
import type { Report } from './report/report.ts';
import { kindOf } from './extract/repository-kind.ts';
import { knownDataSets } from './resolve/data-sets.ts';
import { providers } from './data/providers.ts';
import { lineageOf, MOST_MODELS, type Lineage } from './resolve/trace.ts';
import type { Upstreams } from './resolve/upstreams.ts';

export interface LintOptions {
  readonly catalogue: Catalogue;
  readonly upstreams: Upstreams;
  readonly rules: readonly Rule[];
  readonly levels?: Levels;
  /** ISO 8601: what expires is held against it. */
  readonly today?: string;
  readonly requireReason?: boolean;
  /** False where comments in the files turn nothing off; each is then told of as a note. */
  readonly inlineConfig?: boolean;
  /** The intended use, where the config says it. */
  readonly policy?: Policy;
  /** Told how long each stage and each rule takes. */
  readonly profiler?: Profiler | undefined;
}

/** The whole of licet: read, extract, resolve, evaluate. Reporting is the caller's. */
export async function lint(
  repo: Repo,
  name: RepoName,
  options: LintOptions,
): Promise<Report & { readonly failed: readonly Failed[] }> {
  const { catalogue, upstreams, rules, levels, profiler } = options;
  const self = name.from === 'folder' || name.from === 'card' ? undefined : name.value;
  let end = profiler?.start('read');
  const sources = await readSources(repo);
  end?.();
  end = profiler?.start('extract');
  const claims = await extract(sources, createContext(catalogue, self), repo.card);
  end?.();
  end = profiler?.start('resolve');
  const kind = kindOf(claims, repo);
  const lineage = kind === 'model' ? await lineageOf(claims, upstreams, catalogue, self) : NO_LINEAGE;
  const { ancestors, leftOut } = lineage;
  const data = knownDataSets(
    claims.flatMap((claim) => (claim.kind === 'dataset' ? [claim.dataset] : [])),
    catalogue,
  );
  end?.();
  end = profiler?.start('evaluate');
  const facts = factsOf({
    repo,
    name,
    kind,
    sources,
    claims,
    ancestors,
    catalogue,
    data,
    policy: options.policy ?? {},
    providers: claims.some((claim) => claim.kind === 'provider') ? providers() : new Map(),
  });
  const { findings: known, failed } = evaluate(facts, rules, levels, undefined, profiler);
  const beyond = notFollowed(lineage).flatMap((problem) => weighed(problem, rules, levels));
  const { findings, problems } = heard([...known, ...beyond], sources, options);
  const comments = problems.flatMap((problem) => weighed(problem, rules, levels));
  const sorted = sortFindings([...findings, ...comments], facts.files.card?.file);
  profiler?.count('repositories', 1);
  profiler?.count('files', repo.files.length);
  profiler?.count('read', sources.length);
  profiler?.count('claims', claims.length);
  const report = {
    root: repo.root,
    name: name.value,
    sources,
    findings: withSoundFixes(capped(sorted), sources),
    failed,
    declared: facts.license.declared,
    ancestors,
    ...(leftOut.size === 0 ? {} : { notFollowed: leftOut.size }),
  };
  end?.();
  return report;
}

/** Data sets and Spaces are not followed. */
const NO_LINEAGE: Lineage = { ancestors: [], leftOut: new Set(), leftOutAt: undefined };

/** That a lineage was not followed to its end. */
function notFollowed({ leftOut, leftOutAt }: Lineage): Parameters<typeof weighed>[0][] {
  if (leftOutAt === undefined) return [];
  const message =
    `Terms of ${leftOut.size} more upstreams are unknown: a lineage is followed for ` +
    `${MOST_MODELS} models`;
  const fix = { title: 'Read the terms of the rest, or name fewer', safe: false, edits: [] };
  return [{ rule: 'unresolved-upstream', at: leftOutAt, standsFor: leftOut.size, message, fix }];
}

/** The findings that the comments in the files leave, and what there is to say of the comments. */
function heard(
  all: readonly Finding[],
  sources: readonly Source[],
  { inlineConfig, today = '', requireReason = false, rules, levels }: LintOptions,
): Pick<ReturnType<typeof applyDirectives>, 'findings' | 'problems'> {
  if (inlineConfig === false) return { findings: all, problems: unheardDirectives(sources) };
  return applyDirectives(sources, all, today, requireReason, {
    known: rules,
    asked: (name) => (levels?.get(name) ?? rules.find((rule) => rule.name === name)?.severity) !== 'off',
  });
}
