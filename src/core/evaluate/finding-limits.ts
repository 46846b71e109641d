import type { Finding, Severity } from '../model/finding.ts';
import { fingerprintOf, placeOf } from './evaluate.ts';

/** Findings of one rule and severity in one file that are told one by one: nobody reads more of a kind. */
export const MOST_ALIKE = 100;
/** Findings that one run tells one by one, about what a code host takes of one report. */
export const MOST_IN_RUN = 20_000;

const total = (findings: readonly Finding[]) =>
  findings.reduce((sum, { standsFor = 1 }) => sum + standsFor, 0);

/**
 * The first findings of each kind in each file, and behind them one that counts the rest. `findings` are in
 * order, and stay so.
 */
export function capped(findings: readonly Finding[], most = MOST_ALIKE): Finding[] {
  if (findings.length <= most) return [...findings];
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.standsFor !== undefined) continue;
    const key = `${finding.rule}\0${finding.severity}\0${placeOf(finding).file}`;
    const kind = kinds.get(key);
    if (kind) kind.push(finding);
    else kinds.set(key, [finding]);
  }
  const rests = new Map<Finding, readonly Finding[]>();
  const left = new Set<Finding>();
  for (const kind of kinds.values()) {
    const [first, ...others] = kind.slice(most);
    if (!first) continue;
    rests.set(first, [first, ...others]);
    for (const other of others) left.add(other);
  }
  return findings.flatMap((finding) => {
    const rest = rests.get(finding);
    if (rest)
      return [
        rest.length === 1
          ? finding
          : counted(finding, rest, `${total(rest)} more findings of this rule in this file are not shown`),
      ];
    return left.has(finding) ? [] : [finding];
  });
}

/**
 * What is left of a repository's findings where `room` more may be told: all, or one for each severity that
 * counts them.
 */
export function within(findings: readonly Finding[], room: number): readonly Finding[] {
  if (findings.length <= room) return findings;
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  return severities.flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity);
    const [first] = all;
    if (!first || all.length === 1) return all;
    return [
      counted(
        first,
        all,
        `${total(all)} findings in this repository are not shown: a run shows about ${MOST_IN_RUN}`,
      ),
    ];
  });
}

function counted(
  { rule, severity, confidence, ifCertain, at }: Finding,
  rest: readonly Finding[],
  message: string,
): Finding {
  const problem = {
    at: 'place' in at ? at.place : at,
    message,
    fix: { title: 'Settle those that are shown, and lint again', safe: false, edits: [] },
  };
  return {
    ...problem,
    rule,
    severity,
    confidence,
    ...(ifCertain === undefined ? {} : { ifCertain }),
    standsFor: total(rest),
    get fingerprint() {
      return fingerprintOf(rule, problem);
    },
  };
}
