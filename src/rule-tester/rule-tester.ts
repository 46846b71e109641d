import { deepEqual, equal, fail, ok } from 'node:assert/strict';
import type { Policy } from '../core/config/config.ts';
import { applyFixes } from '../core/evaluate/fixes/apply-fixes.ts';
import { placeOf, type Levels, type Rule } from '../core/evaluate/evaluate.ts';
import { grammarOf } from './message-style.ts';
import { reviewCheck } from '../core/disclosure/review/review-check.ts';
import { shippedCatalogue } from '../core/data/catalogue.ts';
import { useDataSource } from '../core/data/data-source.ts';
import { identify } from '../core/license/names/identify.ts';
import { lint } from '../core/lint.ts';
import type { Confidence } from '../core/model/confidence.ts';
import type { Finding } from '../core/model/finding.ts';
import type { Failure, Resolution } from '../core/model/lineage.ts';
import type { Relation } from '../core/model/relation.ts';
import { memoryRepo } from '../core/read/memory-repo.ts';
import { lineIndexes } from '../core/report/line-index.ts';
import type { Report } from '../core/report/report.ts';
import { shippedData } from '../node/data/shipped-data.ts';
import { heldLock } from '../core/resolve/lock/lock-with-drift.ts';
import { lockOf, type LockEntry } from '../core/resolve/lock/lock.ts';
import { firstOf, type Upstreams } from '../core/resolve/upstreams.ts';

useDataSource(shippedData);

/**
 * What a test says of a model somewhere else: the value of its `license:`, more of its card, or why nothing
 * is known.
 */
export type Upstream =
  | string
  | {
      readonly license: string;
      readonly license_name?: string;
      readonly license_link?: string;
      /** Ids, or ids with the relation to them. */
      readonly bases?: readonly (string | { readonly model: string; readonly relation: Relation })[];
      /** How sure the record is; `certain` where nothing is said. */
      readonly confidence?: Confidence;
      /** Its copyright lines, as they were recorded; of the LICENSE where no file is named. */
      readonly copyright?: readonly (string | { readonly line: string; readonly file: string })[];
      /** What a lock says of it, where the repository stands under one. */
      readonly locked?: {
        readonly license: string;
        /** ISO 8601. */ readonly date: string;
        readonly textHash?: string;
      };
      /** The id that the Hub uses today. */
      readonly canonical?: string;
      /** When it was read, ISO 8601; 2026-01-01 where nothing is said. */
      readonly asOf?: string;
      /** The hash of its license text. */
      readonly textHash?: string;
    }
  | { readonly failed: Failure };

/** A small repository with its upstreams, and what the rule is to report of it. */
export interface Case {
  /** A sentence about the repository; it names the test. */
  readonly name: string;
  /** The repository, by file name. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /**
   * Every model that is known elsewhere. Models not named here are unknown: nothing that licet ships on
   * models is asked.
   */
  readonly upstreams?: Readonly<Record<string, Upstream>>;
  /** The Hub id, as `--name` gives it. Without it the name is that of a folder called `model`. */
  readonly repo?: string;
  /** False where only a card is at hand, so that absent files say nothing. */
  readonly complete?: boolean;
  /** The day of the run, ISO 8601, for directives that expire. */
  readonly today?: string;
  /** The intended use, as a config says it under `policy`. */
  readonly policy?: Policy;
}

export interface Invalid extends Case {
  /** Each finding of the rule, in order: `README.md:2:13 error Missing phrase "Built with Llama"`. */
  readonly problems: readonly [string, ...string[]];
  /** Files as safe fixes leave them, those that change and no others. */
  readonly output?: Readonly<Record<string, string>>;
}

export interface Cases {
  readonly valid: readonly Case[];
  readonly invalid: readonly Invalid[];
}

/** The two words of a test framework that the tester needs: vitest, jest, mocha and `node:test` have them. */
export interface Runner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void>): unknown;
}

function resolutionOf(upstream: Upstream, model: string): Resolution {
  if (typeof upstream === 'string') return resolutionOf({ license: upstream }, model);
  if ('failed' in upstream) return { is: 'failed', why: upstream.failed };
  const {
    license,
    license_name: name,
    license_link: link,
    bases = [],
    confidence = 'certain',
    copyright,
    asOf = '2026-01-01',
    textHash,
    canonical,
  } = upstream;
  return {
    is: 'found',
    license: identify(license, { name, link, of: model }, shippedCatalogue()),
    raw: name ?? license,
    bases: bases.map((base) =>
      typeof base === 'string' ? { model: base, relation: 'unsaid' as const } : base,
    ),
    from: 'test',
    asOf,
    confidence,
    declared: { license, ...(name === undefined ? {} : { name }), ...(link === undefined ? {} : { link }) },
    ...(textHash === undefined ? {} : { textHash }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(copyright
      ? {
          copyright: copyright
            .map((one) => (typeof one === 'string' ? { line: one, file: 'LICENSE' } : one))
            .map((one) => ({ ...one, source: 'test', asOf: '2026-01-01' })),
        }
      : {}),
  };
}

/** The models of a case, and the lock that it has of some of them, which goes before. */
function only(known: Readonly<Record<string, Upstream>>): Upstreams {
  const all = new Map(Object.entries(known).map(([model, upstream]) => [model.toLowerCase(), upstream]));
  const now: Upstreams = {
    find(model) {
      const upstream = all.get(model.toLowerCase());
      return Promise.resolve(
        upstream === undefined ? { is: 'failed', why: 'offline' } : resolutionOf(upstream, model),
      );
    },
  };
  const lock = Object.entries(known).flatMap(([model, upstream]) =>
    typeof upstream === 'object' && 'locked' in upstream ? [lockedEntry(model, upstream.locked)] : [],
  );
  return lock.length === 0
    ? now
    : firstOf([heldLock(lockOf(lock), shippedCatalogue(), [{ upstreams: now }]), now]);
}

function lockedEntry(
  model: string,
  { license, date, textHash }: NonNullable<Extract<Upstream, { license: string }>['locked']>,
): LockEntry {
  return {
    model,
    declared: { license },
    bases: [],
    source: 'test',
    date,
    confidence: 'certain',
    ...(textHash === undefined ? {} : { textHash }),
  };
}

/** The real pipeline on a case. A rule that throws fails the test. */
export async function lintCase(one: Case, rules: readonly Rule[]): Promise<Report> {
  const repo = memoryRepo(one.files, { complete: one.complete ?? true });
  const name =
    one.repo === undefined
      ? ({ value: 'model', from: 'folder' } as const)
      : ({ value: one.repo, from: 'flag' } as const);
  const [tested] = rules;
  const levels: Levels = new Map(tested?.optIn ? [[tested.name, tested.severity]] : []);
  const { failed, ...report } = await lint(repo, name, {
    catalogue: shippedCatalogue(),
    upstreams: only(one.upstreams ?? {}),
    rules,
    levels,
    ofReport: await reviewCheck(repo, levels, rules),
    today: one.today ?? '2026-01-01',
    ...(one.policy ? { policy: one.policy } : {}),
  });
  for (const { rule, message } of failed) fail(`Rule "${rule}" failed: ${message}`);
  return report;
}

/**
 * What one rule says of a case. The others run beside it: directives count as used only where something was
 * found.
 */
export async function ruleReport(one: Case, rule: Rule, others: readonly Rule[]): Promise<Report> {
  const report = await lintCase(one, [rule, ...others.filter(({ name }) => name !== rule.name)]);
  return { ...report, findings: report.findings.filter((finding) => finding.rule === rule.name) };
}

/**
 * Findings as tests write them: `file:line:column severity what`; `file#key …` in a file without lines, `file
 * …` where it is not there.
 */
export function lines(report: Report): string[] {
  const frame = lineIndexes(report.sources);
  return report.findings.map((finding) => {
    const place = placeOf(finding);
    const span = frame(place);
    const at = span ? `:${span.start.line}:${span.start.column}` : 'key' in place ? `#${place.key}` : '';
    return `${place.file}${at} ${finding.severity} ${finding.message}`;
  });
}

const known = (finding: Finding) => `${finding.rule}: ${finding.message}`;

/** Carries out the safe fixes and asks again: what was fixed is silent, and nothing new is said. */
async function checkFixes(one: Invalid, report: Report, rule: Rule, all: readonly Rule[]): Promise<void> {
  const texts = new Map(
    report.sources.flatMap((source) => (source.kind === 'text' ? [[source.file, source.text] as const] : [])),
  );
  const { files, fixes } = applyFixes(texts, report.findings);
  deepEqual(Object.fromEntries(files), one.output ?? {}, 'The safe fixes leave other files than "output"');
  if (files.size === 0) return;

  const rules = [rule, ...all.filter(({ name }) => name !== rule.name)];
  const before = new Set((await lintCase(one, rules)).findings.map(known));
  const after = (await lintCase({ ...one, files: { ...one.files, ...Object.fromEntries(files) } }, rules))
    .findings;
  const silenced = new Set(
    report.findings.filter(({ fix }) => fix !== undefined && fixes.includes(fix)).map(known),
  );
  for (const finding of after) {
    ok(!silenced.has(known(finding)), `A safe fix does not silence "${finding.message}"`);
    ok(before.has(known(finding)), `A safe fix adds "${finding.message}" (${finding.rule})`);
  }
}

async function check(one: Case, rule: Rule, all: readonly Rule[]): Promise<void> {
  const report = await ruleReport(one, rule, all);
  deepEqual(lines(report), 'problems' in one ? one.problems : []);
  for (const trouble of report.findings.flatMap(grammarOf)) fail(trouble);
  if ('problems' in one) await checkFixes(one as Invalid, report, rule, all);
}

/** Two cases with one name or the same contents: one of them tests nothing. */
function refuseTwins(cases: readonly Case[]): void {
  const seen = new Map<string, string>();
  for (const one of cases) {
    const { name, files, upstreams, repo, complete, today, policy } = one;
    for (const key of [`name ${name}`, JSON.stringify({ files, upstreams, repo, complete, today, policy })]) {
      const twin = seen.get(key);
      equal(twin, undefined, `Case "${name}" is the same as "${twin ?? ''}"`);
      seen.set(key, name);
    }
  }
}

/** `describe` and `it` of the test framework that is running; throws where it has no globals. */
function globalRunner(): Runner {
  const { describe, it } = globalThis as Partial<Runner>;
  if (!describe || !it)
    throw new Error('No global `describe` and `it`: hand them over with `ruleTester({ describe, it })`');
  return { describe, it };
}

/**
 * A `testRule` on a test framework. `rules` are asked too when a fix is tried: it may not wake one of them.
 */
export function ruleTester(runner: Runner, rules: readonly Rule[] = []): (rule: Rule, cases: Cases) => void {
  return (rule, { valid, invalid }) => {
    refuseTwins([...valid, ...invalid]);
    runner.describe(rule.name, () => {
      for (const one of valid) runner.it(`is silent: ${one.name}`, () => check(one, rule, rules));
      for (const one of invalid) runner.it(`speaks: ${one.name}`, () => check(one, rule, rules));
    });
  };
}

/**
 * Runs the real pipeline on small repositories in memory, and compares what one rule says. Throws at a
 * duplicate case.
 */
export function testRule(rule: Rule, cases: Cases): void {
  ruleTester(globalRunner())(rule, cases);
}
