import { placeOf } from '../../evaluate/evaluate.ts';
import { spdxOf } from '../../license/names/identity-label.ts';
import type { Finding, Suppression } from '../../model/finding.ts';
import type { Ancestor } from '../../model/lineage.ts';
import { jsonText } from '../../text/outgoing.ts';
import { lineIndexes, type Span } from '../line-index.ts';
import type { Place } from '../../model/place.ts';
import { suppressedViews } from '../suppressed.ts';
import {
  shownPath,
  whole,
  type Formatter,
  type Report,
  type Run,
  type RunHead,
  type StreamFormatter,
} from '../report.ts';
import { Counting, totalsOf } from '../totals.ts';

/** One JSON document (schema: `schema/report.schema.json`). Same input, same bytes. */
export const jsonStream: StreamFormatter = (run) => {
  const counting = new Counting();
  // The document as one value would be printed, parted where a repository ends.
  const opening = `${jsonText(headOf(run), 2).slice(0, -'\n}'.length)},\n  "repositories": [`;
  return {
    add(report) {
      const before = counting.totals.repositories === 0 ? `${opening}\n` : ',\n';
      counting.add(report);
      return before + indented(jsonText(repositoryDocument(report), 2), 4);
    },
    end() {
      const { totals } = counting;
      const before = totals.repositories === 0 ? `${opening}]` : '\n  ]';
      return `${before},\n  "summary": ${indented(jsonText(totals, 2), 2).trimStart()}\n}\n`;
    },
  };
};

export const json: Formatter = whole(jsonStream);

/** Each line of a JSON text by so many spaces; its strings hold no end of a line. */
function indented(text: string, by: number): string {
  const spaces = ' '.repeat(by);
  return spaces + text.replaceAll('\n', `\n${spaces}`);
}

/** The document that `json` prints, as a value. */
export function documentOf(run: Run) {
  return { ...headOf(run), repositories: run.reports.map(repositoryDocument), summary: totalsOf(run) };
}

function headOf(run: RunHead) {
  return {
    version: 1,
    licet: run.version,
    data: run.data,
    ...(run.models === undefined ? {} : { models: run.models }),
  };
}

/** One repository of that document. */
export function repositoryDocument(report: Report) {
  const frame = lineIndexes(report.sources);
  return {
    path: report.root === '' ? '.' : report.root,
    name: report.name,
    license: report.declared
      ? { declared: report.declared.raw, spdx: spdxOf(report.declared.identity) }
      : { declared: null, spdx: null },
    upstreams: report.ancestors.map(upstream),
    findings: report.findings.map((finding) => findingOf(finding, report.root, frame)),
    suppressed: suppressedViews(report).map(({ finding, suppression, by }) => ({
      ...findingOf(finding, report.root, frame),
      suppression: suppressionOf(suppression, by),
    })),
  };
}

function suppressionOf({ by, reason, reviewer, date, until }: Suppression, at: string) {
  return {
    by,
    at,
    reason: reason ?? null,
    reviewer: reviewer ?? null,
    date: date ?? null,
    until: until ?? null,
  };
}

function upstream(ancestor: Ancestor) {
  const { resolution, path } = ancestor;
  const found = resolution.is === 'found';
  return {
    model: ancestor.model,
    relation: path[path.length - 1]?.relation ?? 'unsaid',
    relationFrom: path.length === 1 ? (path[0].by?.words ?? null) : null,
    relationConfidence: path.length === 1 ? (path[0].by?.confidence ?? null) : null,
    license: found ? resolution.raw : null,
    spdx: found ? spdxOf(resolution.license) : null,
    resolution: found ? resolution.from : resolution.why,
    asOf: found && resolution.asOf !== '' ? resolution.asOf : null,
    earlier: (found && resolution.earlier) || null,
    path: path.map((step) => step.to),
    recorded:
      found && resolution.recorded
        ? { reason: resolution.recorded.reason, reviewer: resolution.recorded.reviewer ?? null }
        : null,
  };
}

function findingOf(finding: Finding, root: string, frame: (place: Place) => Span | undefined) {
  const place = placeOf(finding);
  const span = frame(place);
  const clauses = [
    ...(finding.obligation ? [finding.obligation] : []),
    ...(finding.alsoObligations ?? []),
  ].map(({ license, term }) => ({ license: license.id, section: term.section, summary: term.summary }));
  const others = (finding.why?.clauses ?? []).map(({ section, summary }) => ({
    license: finding.why?.title ?? '',
    section,
    summary,
  }));
  return {
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    message: finding.message,
    file: shownPath(root, place.file),
    line: span?.start.line ?? null,
    column: span?.start.column ?? null,
    endLine: span?.end.line ?? null,
    endColumn: span?.end.column ?? null,
    key: 'key' in place ? place.key : null,
    upstream: (finding.obligation?.ancestor ?? finding.upstream)?.model ?? null,
    clauses: [...clauses, ...others],
    fix: finding.fix
      ? {
          title: finding.fix.title,
          safe: finding.fix.safe,
          edits: finding.fix.edits.map((edit) => ({
            file: shownPath(root, edit.file),
            start: edit.start,
            end: edit.end,
            text: edit.text,
          })),
        }
      : null,
    fingerprint: finding.fingerprint,
    ...(finding.evidence === undefined ? {} : { evidence: finding.evidence }),
  };
}
