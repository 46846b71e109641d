import { jsonText } from '../../text/outgoing.ts';
import { findingViews, whyLine, type FindingView } from '../finding-view.ts';
import { uniquely } from '../fingerprints.ts';
import type { Formatter } from '../report.ts';
import { printable } from '../terminal/wrap.ts';

const SEVERITY = { error: 'critical', warning: 'minor', info: 'info' } as const;

/**
 * GitLab's Code Quality report (docs.gitlab.com, "Code Quality report format"): an array, also with zero
 * findings.
 */
export const gitlab: Formatter = (run) => {
  const fingerprint = uniquely();
  const issues = run.reports.flatMap(findingViews).map((account) => ({
    description: descriptionOf(account),
    check_name: account.finding.rule,
    fingerprint: fingerprint(account),
    severity: SEVERITY[account.finding.severity],
    location: {
      path: account.file.replace(/^(?:\.\/)+/, ''),
      lines: { begin: account.span?.start.line ?? 1, end: account.span?.end.line ?? 1 },
    },
  }));
  return `${jsonText(issues, 2)}\n`;
};

/** GitLab shows one text: what, then the first clause. */
function descriptionOf({ finding, key, whys: [why] }: FindingView): string {
  const at = key === undefined ? '' : ` (key ${key})`;
  return printable(`${finding.message}${at}${why ? `. ${whyLine(why)}` : ''}`);
}
