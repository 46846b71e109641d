import { DiagnosticSeverity, type Diagnostic } from '../protocol.ts';
import { RULE_PAGES } from '../../core/version.ts';
import { placeOf } from '../../core/evaluate/evaluate.ts';
import type { Finding, Severity } from '../../core/model/finding.ts';
import { findingViews, whyLine, type FindingView } from '../../core/report/finding-view.ts';
import { rules } from '../../../rules/index.ts';
import { placeOnDisk, type LintedRepository } from '../workspace.ts';
import { rangeOf, rangesIn, START } from './ranges.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The page of a rule, where it is one of licet's own. */
export function pageOf(rule: string): string | undefined {
  return rules.some(({ name }) => name === rule) ? `${RULE_PAGES}/${rule}.md` : undefined;
}

/** What is wrong in each file of a repository, by its path on the disk. */
export function diagnosticsOf(
  repository: LintedRepository,
  uriOf: (file: string) => string,
): ReadonlyMap<string, Diagnostic[]> {
  const { report } = repository;
  const ranges = rangesIn(report);
  const byFile = new Map<string, Diagnostic[]>();
  for (const view of findingViews(report)) {
    const { finding, span } = view;
    const file = placeOnDisk(repository, placeFile(finding));
    const href = pageOf(finding.rule);
    const named = finding.obligation?.ancestor.claims ?? [];
    const related = named
      .map(({ place }) => place)
      .filter(
        (place) => place.file !== placeFile(finding) || rangeOf(span).start.line !== ranges(place).start.line,
      )
      .map((place) => ({
        location: { uri: uriOf(placeOnDisk(repository, place.file)), range: ranges(place) },
        message: `names ${finding.obligation?.ancestor.model ?? 'the upstream'}`,
      }));
    const diagnostic: Diagnostic = {
      range: rangeOf(span),
      severity: SEVERITY[finding.severity],
      code: finding.rule,
      ...(href !== undefined && { codeDescription: { href } }),
      source: 'licet',
      message: messageOf(view),
      ...(related.length > 0 && { relatedInformation: related }),
      data: finding.fingerprint,
    };
    byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  }
  return byFile;
}

const placeFile = (finding: Finding) => placeOf(finding).file;

function messageOf({ finding, whys, todo, key }: FindingView): string {
  const sure = finding.confidence === 'certain' ? '' : ` (${finding.confidence})`;
  return [
    `${finding.message}${sure}`,
    ...(key === undefined ? [] : [`at ${key}`]),
    ...whys.map(whyLine),
    ...(todo?.word === 'hint' ? [todo.settles ? `${todo.title} ${todo.settles}` : todo.title] : []),
  ].join('\n');
}

/** Why nothing could be linted, at the top of a document. */
export function failure(message: string): Diagnostic {
  return { range: START, severity: DiagnosticSeverity.Error, source: 'licet', message };
}
