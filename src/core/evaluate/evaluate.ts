import type { Finding, Problem, Severity } from '../model/finding.ts';
import { ownLevel } from '../config/presets.ts';
import { weakest, type Confidence } from '../model/confidence.ts';
import { outgoing } from '../text/outgoing.ts';
import { sha256Hex } from '../text/sha256.ts';
import type { Place } from '../model/place.ts';
import type { Profiler } from '../model/profiler.ts';
import type { Facts } from './facts/facts.ts';

/** One trouble, and how to see it. A pure generator: no state, no callback, no io. */
export interface Rule {
  /** The file's name. */
  readonly name: string;
  /** Names that it had: whoever still writes one is told the new name. */
  readonly formerly?: readonly string[];
  readonly summary: string;
  readonly severity: Severity;
  /** The presets that raise or lower it; `recommended` is `severity`. */
  readonly strict?: Severity;
  /** It is off unless a preset or a config asks for it; `severity` is what it has then by itself. */
  readonly optIn?: boolean;
  /** Which kinds of repository it speaks of; models where nothing is said. */
  readonly kinds?: readonly Facts['kind'][];
  /** The address of a page about a plugin's rule. */
  readonly page?: string;
  check(facts: Facts): Iterable<Problem>;
}

/** A rule failed: our error, never the user's. The other rules go on. */
export interface Failed {
  readonly rule: string;
  readonly message: string;
  /** What was thrown. */
  readonly error: unknown;
}

export type Levels = ReadonlyMap<string, Severity | 'off'>;

const ORDER: readonly Severity[] = ['info', 'warning', 'error'];
const lower = (one: Severity, other: Severity): Severity =>
  ORDER.indexOf(one) < ORDER.indexOf(other) ? one : other;

/** Where a problem is said to be. */
export function placeOf(problem: Pick<Problem, 'at'>): Place {
  return 'place' in problem.at ? problem.at.place : problem.at;
}

/**
 * A finding is as sure as the weakest thing it rests on: its claim, the upstream's record, the way there, the
 * reach of the term.
 */
function confidenceOf(problem: Problem): Confidence {
  const all: Confidence[] = [problem.confidence ?? 'certain'];
  if ('confidence' in problem.at) all.push(problem.at.confidence);
  for (const owed of problem.obligation ? [problem.obligation] : []) {
    all.push(owed.ancestor.confidence);
    if (owed.open) all.push('likely');
    if (owed.ancestor.resolution.is === 'found') all.push(owed.ancestor.resolution.confidence);
  }
  return weakest(...all);
}

/** Sixteen hex digits that tell a finding from others, wherever in its file it stands. */
export function fingerprintOf(rule: string, problem: Problem): string {
  const { file } = placeOf(problem);
  const { ancestor, license, term } = problem.obligation ?? {};
  const via = problem.obligation ? `${ancestor?.model} ${license?.id} ${term?.section}` : '';
  return sha256Hex([rule, file, problem.message, via].join('\n')).slice(0, 16);
}

function weigh(rule: Rule, level: Severity, problem: Problem): Finding {
  const confidence = confidenceOf(problem);
  const lowered = level === rule.severity ? [problem.severity, problem.defaultSeverity] : [problem.severity];
  const told = lowered.reduce<Severity>((least, one) => (one ? lower(one, least) : least), level);
  const severity = confidence === 'certain' ? told : lower(told, 'warning');
  const { fix, ...rest } = problem;
  // What an edit takes from a card, a lock or the Hub is written into a file.
  const edits = fix?.edits.map((edit) => ({ ...edit, text: outgoing(edit.text) })) ?? [];
  const kept = fix && { ...fix, safe: fix.safe && confidence === 'certain', edits };
  return {
    ...rest,
    ...(kept ? { fix: kept } : {}),
    rule: rule.name,
    severity,
    confidence,
    ...(severity === told ? {} : { ifCertain: told }),
    get fingerprint() {
      return fingerprintOf(rule.name, problem);
    },
  };
}

const position = (finding: Finding): number => {
  const place = placeOf(finding);
  return 'start' in place ? place.start : -1;
};

/**
 * Asks every rule and weighs what it says. `levelsAt` gives the levels that are set for single files, on top
 * of `levels`. Findings come by file, then place, then rule. The first rule that asks a fact is the one whose
 * time `profiler` counts it to.
 */
export function evaluate(
  facts: Facts,
  rules: readonly Rule[],
  levels: Levels = new Map(),
  levelsAt?: (file: string) => Levels,
  profiler?: Profiler,
): { findings: Finding[]; failed: Failed[] } {
  const findings: Finding[] = [];
  const failed: Failed[] = [];
  for (const rule of rules) {
    const level = levels.get(rule.name) ?? ownLevel(rule);
    if ((level === 'off' && !levelsAt) || !(rule.kinds ?? ['model']).includes(facts.kind)) continue;
    const end = profiler?.start('evaluate', rule.name);
    try {
      for (const problem of rule.check(facts)) {
        const here = levelsAt?.(placeOf(problem).file).get(rule.name) ?? level;
        if (here !== 'off') findings.push(weigh(rule, here, problem));
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failed.push({ rule: rule.name, message, error });
    }
    end?.();
  }
  return { findings: sortFindings(findings, facts.files.card?.file), failed };
}

/**
 * A problem that the engine found itself, weighed as its rule's level says; nothing where the rule is off.
 */
export function weighed(
  problem: Problem & { readonly rule: string },
  rules: readonly Rule[],
  levels: Levels = new Map(),
): Finding[] {
  const rule = rules.find(({ name }) => name === problem.rule);
  const level = rule && (levels.get(rule.name) ?? ownLevel(rule));
  return !rule || level === undefined || level === 'off' ? [] : [weigh(rule, level, problem)];
}

/** Findings by file, the card first, then place, then rule. */
export function sortFindings(findings: readonly Finding[], card: string | undefined): Finding[] {
  const cardFirst = (finding: Finding) => (placeOf(finding).file === card ? '' : placeOf(finding).file);
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort(
    (a, b) =>
      compare(cardFirst(a), cardFirst(b)) ||
      position(a) - position(b) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}
