import type { Suppression } from '../model/finding.ts';
import { findingViews, whereOf, type FindingView } from './finding-view.ts';
import { knownBy } from './lineage.ts';
import { lineIndexes } from './line-index.ts';
import { shownPath, type Report } from './report.ts';

/** A finding that was turned off, as reports show it: it may count for nothing, but it is not hidden. */
export interface SuppressedView extends FindingView {
  readonly suppression: Suppression;
  /** Where it was turned off: `README.md:3`, or the config or baseline. */
  readonly by: string;
  /** Who agreed, when, until when and why, each where it was said. */
  readonly ground: string;
}

/** The suppressed findings of a repository, in their order. */
export function suppressedViews(report: Report): SuppressedView[] {
  const { suppressed = [] } = report;
  if (suppressed.length === 0) return [];
  const frame = lineIndexes(report.sources);
  const views = findingViews({ ...report, findings: suppressed.map(({ finding }) => finding) });
  return views.flatMap((view, nth) => {
    const suppression = suppressed[nth]?.suppression;
    if (!suppression) return [];
    const { at } = suppression;
    const span = at && frame(at);
    const by = at
      ? `${shownPath(report.root, at.file)}:${whereOf({ span, key: undefined }).replace(/:.*/, '')}`
      : (suppression.file ?? suppression.by);
    return [{ ...view, suppression, by, ground: groundOf(suppression) }];
  });
}

/** The reason, and what was said around it, in one line. */
export function groundOf({ reason, reviewer, date, until, by }: Suppression): string {
  return [
    reason ?? 'no reason given',
    ...(reviewer === undefined ? [] : [`reviewed by ${reviewer}`]),
    ...(date === undefined ? [] : [`${by === 'baseline' ? 'recorded' : 'decided'} ${date}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ].join('; ');
}

/** A fact that a team recorded and this report rests on. */
export interface RecordedView {
  readonly model: string;
  readonly license: string;
  readonly reason: string;
  readonly reviewer: string | undefined;
  readonly date: string;
}

/** The recorded facts that a repository's lineage rests on, each once. */
export function recordedViews({ ancestors }: Report): RecordedView[] {
  const byModel = new Map<string, RecordedView>();
  for (const { model, resolution } of ancestors)
    if (resolution.is === 'found' && resolution.recorded)
      byModel.set(model, {
        model,
        license: resolution.raw,
        reason: resolution.recorded.reason,
        reviewer: resolution.recorded.reviewer,
        date: resolution.asOf,
      });
  return [...byModel.values()];
}

/** How a team knows of it, by whom and since when, in one line. */
export function recordedLine({ reason, reviewer, date }: RecordedView): string {
  return `${knownBy({ reason, ...(reviewer === undefined ? {} : { reviewer }) })}; ${date}`;
}
