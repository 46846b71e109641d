import { placeOf } from '../evaluate/evaluate.ts';
import type { Finding, Suppression } from '../model/finding.ts';
import type { Report } from '../report/report.ts';
import type { Answer, Point } from './disclosure.ts';
import type { Places } from './places.ts';
import { keyOf } from './works.ts';

/** Rules about reviews: what a review signs cannot hold a word on itself. */
const OF_REVIEWS: ReadonlySet<string> = new Set(['missing-review', 'stale-review']);

/** The findings of a run, and those that somebody turned off with the reason. */
export function pointsOf(report: Report, places: Places): readonly Point[] {
  const { findings, suppressed = [] } = report;
  return [
    ...findings.map((finding) => pointOf(finding, undefined, places)),
    ...suppressed.map(({ finding, suppression }) => pointOf(finding, suppression, places)),
  ].filter(({ rule }) => !OF_REVIEWS.has(rule));
}

function pointOf(finding: Finding, suppression: Suppression | undefined, places: Places): Point {
  const upstream = finding.obligation?.ancestor ?? finding.upstream;
  const owed = [...(finding.obligation ? [finding.obligation] : []), ...(finding.alsoObligations ?? [])];
  const others = (finding.why?.clauses ?? []).map(({ section }) => ({
    license: finding.why?.title ?? '',
    section,
  }));
  return {
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    message: finding.message,
    at: places.spot(placeOf(finding)),
    work: upstream ? keyOf(upstream) : null,
    clauses: [
      ...owed.map(({ license, term }) => ({ license: license.id, section: term.section })),
      ...others,
    ],
    standsFor: finding.standsFor ?? 1,
    answer: suppression ? answerOf(suppression) : null,
  };
}

function answerOf({ by, reason, reviewer, date, until }: Suppression): Answer {
  return {
    by,
    reason: reason ?? null,
    reviewer: reviewer ?? null,
    date: date ?? null,
    until: until ?? null,
  };
}
